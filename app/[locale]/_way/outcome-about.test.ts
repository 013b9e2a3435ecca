import { expect, test } from 'vitest';
import type { Instant } from '#core/time/instant.ts';
import { outcomeAbout } from './outcome-about.ts';

const problem = { kind: 'body-too-large' } as const;
const outcome = (entered: Readonly<Record<string, string>>) => ({
  page: 'register/photo',
  problem,
  entered,
  at: 0 as Instant,
});

test.each([
  ['about her', { person: 'ana' }, 'ana', true],
  ['about another', { person: 'ana' }, 'lia', false],
  ['about the head, on the page of another', { givenNames: 'Ana' }, 'lia', false],
  ['about another, on the page of the head', { person: 'ana' }, undefined, false],
  ['of a photo too large to be read, on the page that it came from', {}, 'ana', true],
] as const)('what came of a write %s', (_title, entered, person, isTold) => {
  const waiting = outcome(entered);
  expect(outcomeAbout(waiting, person)).toBe(isTold ? waiting : null);
});

test('nothing waits', () => {
  expect(outcomeAbout(null, 'ana')).toBeNull();
});
