import { expect, test } from 'vitest';
import { type Presses, pressed } from './presses.ts';

const escape = (at: number) => ({ key: 'Escape', at });

test.each([
  { title: 'three times within two seconds', keys: [escape(0), escape(900), escape(2000)], leaves: true },
  { title: 'twice', keys: [escape(0), escape(100)], leaves: false },
  { title: 'three times, slowly', keys: [escape(0), escape(1500), escape(2001)], leaves: false },
  { title: 'slowly, then quickly', keys: [escape(0), escape(5000), escape(5400), escape(5800)], leaves: true },
  {
    title: 'with another key between',
    keys: [escape(0), escape(200), { key: 'a', at: 300 }, escape(400), escape(600)],
    leaves: false,
  },
])('Escape leaves or stays: $title', ({ keys, leaves }) => {
  let presses: Presses = [];
  const left = keys.map(({ key, at }) => {
    const now = pressed(presses, key, at);
    presses = now.presses;
    return now.leaves;
  });
  expect(left.at(-1)).toBe(leaves);
  expect(left.slice(0, -1)).not.toContain(true);
});
