import { toAsciiDigits } from '#core/language/digits.ts';
import type { FieldProblem } from '#core/problem/kinds.ts';
import { err, ok } from '#core/result.ts';
import { dayOf } from '#core/time/day.ts';
import type { LocalDay } from '#core/time/instant.ts';
import type { Answers } from './answers.ts';
import { type Checked, type Fields, readText } from './field.ts';

/** Nobody on record became older than 122. */
export const oldestAge = 130;

/**
 * The birth date out of `birthDay`, `birthMonth`, `birthYear`, in digits of any script. Kinds at each field: `wrong-type`,
 * `missing`, `not-a-number`, `too-long`; of the whole date: `not-a-date` at `birthDay`, `date-in-future` and
 * `date-too-long-ago` at `birthYear`. Born today, or on this day `oldestAge` years ago, is possible.
 */
export function checkBirth(
  fields: Fields,
  today: LocalDay,
): { readonly answers: Partial<Answers>; readonly problems: readonly FieldProblem[] } {
  const parts = [
    ['birthDay', readNumber(fields, 'birthDay', 2)],
    ['birthMonth', readNumber(fields, 'birthMonth', 2)],
    ['birthYear', readNumber(fields, 'birthYear', 4)],
  ] as const;
  const problems = parts.flatMap(([field, read]) => (read.ok ? [] : [{ field, ...read.error }]));
  if (problems.length > 0) return { answers: {}, problems };
  const [day = 0, month = 0, year = 0] = parts.map(([, read]) => (read.ok ? read.value : 0));

  const birthDate = dayOf(year, month, day);
  if (!birthDate) return problem('birthDay', 'not-a-date');
  if (birthDate > today) return problem('birthYear', 'date-in-future');
  if (birthDate < yearsBefore(today, oldestAge)) return problem('birthYear', 'date-too-long-ago');
  return { answers: { birthDate }, problems: [] };
}

function readNumber(fields: Fields, field: string, digits: number): Checked<number> {
  const read = readText(fields, field);
  if (!read.ok) return read;
  if (read.value === '') return err({ kind: 'missing' });
  const text = toAsciiDigits(read.value);
  if (!/^\d+$/.test(text)) return err({ kind: 'not-a-number' });
  return text.length > digits ? err({ kind: 'too-long', limit: digits }) : ok(Number(text));
}

/** To compare with only: 29 February stays 29 February, whether or not that year had one. */
function yearsBefore(day: LocalDay, years: number): string {
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
}

function problem(field: string, kind: 'not-a-date' | 'date-in-future' | 'date-too-long-ago') {
  return { answers: {}, problems: [{ field, kind }] };
}
