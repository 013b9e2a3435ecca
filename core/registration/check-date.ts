import type { FieldProblem } from '#core/problem/kinds.ts';
import { dayOf } from '#core/time/day.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { areBlank, type Fields, readNumber } from './field.ts';

/**
 * A date out of `<name>Day`, `<name>Month`, `<name>Year`, in digits of any script. Kinds at each field: `wrong-type`,
 * `missing`, `not-a-number`, `too-long`; of the whole date `not-a-date` at its day, and `missing` at its name where
 * nothing of it is there: that is one thing to mend, not three.
 */
export function readDate(
  fields: Fields,
  name: string,
): { readonly day: LocalDay | null; readonly problems: readonly FieldProblem[] } {
  const parts = [
    [`${name}Day`, readNumber(fields, `${name}Day`, 2)],
    [`${name}Month`, readNumber(fields, `${name}Month`, 2)],
    [`${name}Year`, readNumber(fields, `${name}Year`, 4)],
  ] as const;
  if (
    areBlank(
      fields,
      parts.map(([field]) => field),
    )
  )
    return { day: null, problems: [{ field: name, kind: 'missing' }] };
  const problems = parts.flatMap(([field, read]) => (read.ok ? [] : [{ field, ...read.error }]));
  if (problems.length > 0) return { day: null, problems };
  const [day = 0, month = 0, year = 0] = parts.map(([, read]) => (read.ok ? read.value : 0));
  const date = dayOf(year, month, day);
  return date ? { day: date, problems: [] } : { day: null, problems: [{ field: `${name}Day`, kind: 'not-a-date' }] };
}

/** To compare with only: 29 February stays 29 February, whether or not that year had one. */
export function yearsBefore(day: LocalDay, years: number): string {
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
}
