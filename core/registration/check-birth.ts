import type { FieldProblem } from '#core/problem/kinds.ts';
import type { LocalDay } from '#core/time/instant.ts';
import type { Answers } from './answers.ts';
import { readDate, yearsBefore } from './check-date.ts';
import type { Fields } from './field.ts';

/** Nobody on record became older than 122. */
export const oldestAge = 130;

/**
 * The birth date out of `birthDay`, `birthMonth`, `birthYear`, in digits of any script. Kinds: those of `readDate`, and
 * of the whole date `date-in-future` and `date-too-long-ago` at `birthYear`. Born today, or on this day `oldestAge` years
 * ago, is possible.
 */
export function checkBirth(
  fields: Fields,
  today: LocalDay,
): { readonly answers: Partial<Answers>; readonly problems: readonly FieldProblem[] } {
  const { day: birthDate, problems } = readDate(fields, 'birth');
  if (!birthDate) return { answers: {}, problems };
  if (birthDate > today) return problem('date-in-future');
  if (birthDate < yearsBefore(today, oldestAge)) return problem('date-too-long-ago');
  return { answers: { birthDate }, problems: [] };
}

function problem(kind: 'date-in-future' | 'date-too-long-ago') {
  return { answers: {}, problems: [{ field: 'birthYear', kind }] };
}
