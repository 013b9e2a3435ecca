import type { Questions } from '#core/policy/policy.ts';
import { err, ok } from '#core/result.ts';
import type { Answers } from './answers.ts';
import { type Checked, type Fields, readText } from './field.ts';

/** Code points, after cleaning. A machine-readable passport holds 39 for the whole name; some names are longer than that. */
export const longestName = 80;

/**
 * Control characters, and the invisible ones that turn the direction of writing or hide in a text: they change what an
 * officer reads. The joiners U+200C and U+200D stay, without which Persian and Indian names are misspelt.
 */
const hidden = /[\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u;

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
  const read = readText(fields, field);
  if (!read.ok) return read;
  if (read.value === '') return asked === 'optional' ? ok('') : err({ kind: 'missing' });
  if (hidden.test(read.value)) return err({ kind: 'control-characters' });
  const name = read.value.normalize('NFC').replaceAll(/\s+/g, ' ');
  if (Array.from(name).length > longestName) return err({ kind: 'too-long', limit: longestName });
  if (!/\p{L}/u.test(name)) return err({ kind: 'no-letters' });
  return /\p{Nd}/u.test(name) ? err({ kind: 'wrong-type' }) : ok(name);
}
