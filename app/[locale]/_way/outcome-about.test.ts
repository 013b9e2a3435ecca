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

type Case = {
  readonly what: string;
  readonly entered: Readonly<Record<string, string>>;
  readonly person: string | undefined;
  readonly isTold: boolean;
};

test.each<Case>([
  { what: 'about her', entered: { person: 'ana' }, person: 'ana', isTold: true },
  { what: 'about another', entered: { person: 'ana' }, person: 'lia', isTold: false },
  { what: 'about the head, on the page of another', entered: { givenNames: 'Ana' }, person: 'lia', isTold: false },
  { what: 'about another, on the page of the head', entered: { person: 'ana' }, person: undefined, isTold: false },
  { what: 'of a photo too large to be read, on the page it came from', entered: {}, person: 'ana', isTold: true },
])('what came of a write $what', ({ entered, person, isTold }) => {
  const waiting = outcome(entered);
  expect(outcomeAbout(waiting, person)).toBe(isTold ? waiting : null);
});

test('nothing waits', () => {
  expect(outcomeAbout(null, 'ana')).toBeNull();
});
