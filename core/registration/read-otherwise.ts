import { foldName } from '#core/identity/fold.ts';
import type { Answers } from './answers.ts';
import type { ReadOtherwise } from './details.ts';

/** Signs of the name on a card; a passport has 39. A name this long may have been cut off (ICAO 9303, parts 4 and 5). */
const shortestCutName = 28;

/**
 * What a document says otherwise than she does. Documents write without accents and cut long names off, and a machine
 * may read a letter wrong, so spellings that are near count as the same: better to ask too little than to frighten.
 */
export function readOtherwise(
  read: { readonly surname: string; readonly given: string; readonly birthDate: string },
  before: Partial<Answers>,
): ReadOtherwise {
  const printed = [read.given, read.surname].filter((part) => part !== '').join(' ');
  const written = `${before.givenNames ?? ''} ${before.familyNames ?? ''}`;
  return {
    names: printed !== '' && isOther(printed, written) ? printed : null,
    birthDate: before.birthDate !== undefined && before.birthDate !== read.birthDate ? read.birthDate : null,
  };
}

/** Names in another script can't be compared, so they don't differ. */
function isOther(printed: string, written: string): boolean {
  if (!/\p{Script=Latin}/u.test(written)) return false;
  const [ones, others] = [foldName(printed), foldName(written)];
  const isCut = printed.length >= shortestCutName;
  const isKnown = (token: string, among: readonly string[]) =>
    among.some((other) => areNear(token, other) || (isCut && other.startsWith(token)));
  return ones.some((token) => !isKnown(token, others)) || (!isCut && others.some((token) => !isKnown(token, ones)));
}

/** At most one letter in four is another, missing or too many: `munoz` and `munnoz` are near, `ana` and `eva` are not. */
export function areNear(one: string, other: string): boolean {
  const most = Math.floor(Math.max(one.length, other.length) / 4);
  return editDistance(one, other) <= most;
}

/** Levenshtein's, row by row. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(one).entries()) {
    const next = [index + 1];
    for (const [column, against] of Array.from(other).entries()) {
      const substituted = (row[column] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min(substituted, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
