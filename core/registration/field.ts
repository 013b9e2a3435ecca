import { toAsciiDigits } from '#core/language/digits.ts';
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

/**
 * Control characters, and the invisible ones that turn the direction of writing or hide in a text: they change what an
 * officer reads. The joiners U+200C and U+200D stay, without which Persian and Indian names are misspelt.
 */
const hidden = /[\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u;

/**
 * A line of free text in NFC, its white space folded to single spaces; empty where it is optional and left out. Kinds:
 * `wrong-type`, `missing`, `control-characters`, `too-long` (code points).
 */
export function checkLine(
  fields: Fields,
  field: string,
  { asked, longest }: { readonly asked: 'asked' | 'optional'; readonly longest: number },
): Checked<string> {
  const read = readText(fields, field);
  if (!read.ok) return read;
  if (read.value === '') return asked === 'optional' ? ok('') : err({ kind: 'missing' });
  if (hidden.test(read.value)) return err({ kind: 'control-characters' });
  const line = read.value.normalize('NFC').replaceAll(/\s+/g, ' ');
  return Array.from(line).length > longest ? err({ kind: 'too-long', limit: longest }) : ok(line);
}

/** A whole number in digits of any script. Kinds: `wrong-type`, `missing`, `not-a-number`, `too-long`. */
export function readNumber(fields: Fields, field: string, digits: number): Checked<number> {
  const read = readText(fields, field);
  if (!read.ok) return read;
  if (read.value === '') return err({ kind: 'missing' });
  const text = toAsciiDigits(read.value);
  if (!/^\d+$/.test(text)) return err({ kind: 'not-a-number' });
  return text.length > digits ? err({ kind: 'too-long', limit: digits }) : ok(Number(text));
}

/** A whole number from `least` to `most`. Kinds: those of `readNumber`, `too-small`, `too-large`. */
export function checkNumber(
  fields: Fields,
  field: string,
  { least, most }: { readonly least: number; readonly most: number },
): Checked<number> {
  const read = readNumber(fields, field, 4);
  if (!read.ok) return read;
  if (read.value < least) return err({ kind: 'too-small', limit: least });
  return read.value > most ? err({ kind: 'too-large', limit: most }) : read;
}

/** Nothing but blanks in all of these fields; what is no text is something. */
export function areBlank(fields: Fields, names: readonly string[]): boolean {
  return names.every((name) => {
    const read = readText(fields, name);
    return read.ok && read.value === '';
  });
}

/** The values of several fields, or null and a problem for each that isn't right, in the form's order. */
export function gather<Values extends object>(
  checks: {
    readonly [Name in keyof Values]: Checked<Values[Name]>;
  },
): { readonly values: Values | null; readonly problems: readonly FieldProblem[] } {
  const entries = Object.entries<Checked<unknown>>(checks);
  const problems = entries.flatMap(([field, checked]) => (checked.ok ? [] : [{ field, ...checked.error }]));
  if (problems.length > 0) return { values: null, problems };
  const values = Object.fromEntries(entries.map(([field, checked]) => [field, checked.ok ? checked.value : undefined]));
  return { values: values as Values, problems };
}

/** What a ticked box sends: `on` where its HTML names no value. */
export function isTicked(text: string): boolean {
  return ['yes', 'on', 'true', '1'].includes(text);
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

/** For `checkChoice`: whether a text is one of the list. */
export function isOneOf<Choice extends string>(list: readonly Choice[]): (text: string) => text is Choice {
  return (text): text is Choice => (list as readonly string[]).includes(text);
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
