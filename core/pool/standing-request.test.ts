import { describe, expect, test } from 'vitest';
import { addHours } from '#core/time/day.ts';
import type { Instant } from '#core/time/instant.ts';
import {
  runsOutAt,
  silentSince,
  standingOutcomes,
  standingStates,
  standingTransitions,
  warnedSince,
} from './standing-request.ts';

const policy = { signOfLifeDays: 30, signOfLifeWarnings: [5, 1] };
const noon = 1_799_168_400_000 as Instant;
const days = (count: number) => addHours(noon, 24 * count);

describe('a standing request', () => {
  test.each(standingStates.flatMap((state) => standingOutcomes.map((outcome) => [state, outcome] as const)))(
    '%s, %s',
    (state, outcome) => {
      const leads: Readonly<Record<string, string>> = {
        'live pause': 'paused',
        'live end': 'ended',
        'paused resume': 'live',
        'paused end': 'ended',
        'ended resume': 'live',
      };
      expect(standingTransitions[state][outcome]).toBe(leads[`${state} ${outcome}`]);
    },
  );

  test('can be taken up again from wherever it stopped', () => {
    for (const state of standingStates) {
      if (state !== 'live') expect(standingTransitions[state].resume).toBe('live');
    }
  });

  test('runs out 30 days after the last sign of life, that instant included', () => {
    expect(runsOutAt(noon, policy)).toBe(days(30));
    expect(silentSince(days(30), policy)).toBe(noon);
  });

  test('is warned of when 5 days are left and when 1 is', () => {
    expect(warnedSince(days(25), 5, policy)).toBe(noon);
    expect(warnedSince(days(29), 1, policy)).toBe(noon);
  });
});
