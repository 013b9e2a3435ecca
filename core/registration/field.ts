import type { FieldProblem, FieldProblemKind } from '#core/problem/kinds.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Answers } from './answers.ts';

/** A form's fields as they came: text from a form, anything from JSON. */
export type Fields = Readonly<Record<string, unknown>>;

export type FieldFault = { readonly kind: FieldProblemKind; readonly limit?: number };
export type Checked<Value> = Result<Value, FieldFault>;

/** The field's text, outer white space cut off; empty where it is missing. Kind: `wrong-type`. */
export function readText(fields: Fields, field: string): Checked<string> {
  const raw = Object.hasOwn(fields, field) ? (fields[field] ?? '') : '';
  return typeof raw === 'string' ? ok(raw.trim()) : err({ kind: 'wrong-type' });
}

/** A value out of a list. Kinds: `wrong-type`, `missing`, `not-in-list`. */
export function checkChoice<Choice extends string>(
  fields: Fields,
  field: string,
  isChoice: ((text: string) => text is Choice) | ((text: string) => boolean),
): Checked<Choice> {
  const read = readText(fields, field);
  if (!read.ok) return read;
  if (read.value === '') return err({ kind: 'missing' });
  return isChoice(read.value) ? ok(read.value as Choice) : err({ kind: 'not-in-list' });
}

/** Answers of several fields: all values that are right, and a problem for each that isn't, in the form's order. */
export function combine(checks: { readonly [Name in keyof Answers]?: Checked<Answers[Name]> }): {
  readonly answers: Partial<Answers>;
  readonly problems: readonly FieldProblem[];
} {
  const answers: Record<string, unknown> = {};
  const problems: FieldProblem[] = [];
  for (const [field, checked] of Object.entries(checks)) {
    if (checked.ok) answers[field] = checked.value;
    else problems.push({ field, ...checked.error });
  }
  return { answers: answers, problems };
}
