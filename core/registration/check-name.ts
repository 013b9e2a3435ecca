import type { Questions } from '#core/policy/policy.ts';
import { err, ok } from '#core/result.ts';
import type { Answers } from './answers.ts';
import { type Checked, checkLine, type Fields } from './field.ts';

/** Code points, after cleaning. A machine-readable passport holds 39 for the whole name; some names are longer than that. */
export const longestName = 80;

type NameField = 'givenNames' | 'familyNames' | 'nativeGivenNames' | 'nativeFamilyNames';

/** All four names of the form; the native ones are empty where they aren't given or not asked. */
export function checkNames(
  fields: Fields,
  questions: Questions,
): { readonly [Name in NameField]: Checked<Answers[Name]> } {
  const native = (field: NameField) =>
    questions.nativeNames === 'optional' ? checkName(fields, field, 'optional') : ok('');
  return {
    givenNames: checkName(fields, 'givenNames', 'asked'),
    familyNames: checkName(fields, 'familyNames', 'asked'),
    nativeGivenNames: native('nativeGivenNames'),
    nativeFamilyNames: native('nativeFamilyNames'),
  };
}

/**
 * A name in any script, in NFC, its white space folded to single spaces. `checkName({ name: ' Ana  María ' }, …)` gives
 * `Ana María`. Kinds: `wrong-type` (also for digits in a name), `missing`, `control-characters`, `too-long`, `no-letters`.
 */
export function checkName(fields: Fields, field: string, asked: 'asked' | 'optional'): Checked<string> {
  const read = checkLine(fields, field, { asked, longest: longestName });
  if (!read.ok || read.value === '') return read;
  if (!/\p{L}/u.test(read.value)) return err({ kind: 'no-letters' });
  return /\p{Nd}/u.test(read.value) ? err({ kind: 'wrong-type' }) : read;
}
