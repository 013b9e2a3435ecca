import { describe, expect, test } from 'vitest';
import { attacks } from './attacks.ts';
import { verdictOn } from './evidence.ts';
import { type AttackKind, attackKinds } from './kinds.ts';
import { filesOf, friend, newSeason, people, requestOf } from './small-draw.ts';

/** Where each is found; `null`: nobody can see it. */
const found: Readonly<Record<AttackKind, string | null>> = {
  favour: 'result.tsv, line',
  swap: 'poolRoot',
  places: 'capacityHash',
  reseal: 'cosignatures.json, announcement[1]',
  withhold: 'reveals-count',
  'other-secret': 'parties[2].tip',
  again: 'draws-day-not-later',
  'leave-out': 'promise-not-in-pool',
  younger: 'promise-other-line',
  older: 'registrations.json',
  invent: 'announcement.json, count',
  'two-lists': 'promise-not-in-pool',
  follow: 'pool.tsv',
  collude: null,
};

describe('what somebody could do', () => {
  test.each(attackKinds)('%s', async (kind) => {
    const attempt = await attacks[kind]();
    const at = found[kind];
    if (at === null) expect(attempt).toEqual({ outcome: 'through' });
    else expect(attempt).toMatchObject({ outcome: 'caught', evidence: { at: expect.stringContaining(at) as string } });
  });
});

test('the draw that nobody tampered with is right, and gives the friend nothing', async () => {
  const files = await filesOf({ pool: people.map((person) => requestOf(person)), season: await newSeason() });
  expect(await verdictOn(files)).toEqual({ outcome: 'through' });
  expect(files.get('result.tsv')).toContain(`${requestOf(friend).id}\t-\n`);
});
