import { randomInt } from 'node:crypto';

// No vowels (no words), no 0, 1, l, o: what is read out over a bad line is written down right.
const letters = '23456789bcdfghjkmnpqrstvwxz';

/** Eight signs that a person can read out, such as `k7m2-x94c`: one of 282 thousand million. */
export function makeRequestId(): string {
  const signs = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}
