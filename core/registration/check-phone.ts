import { toAsciiDigits } from '#core/language/digits.ts';
import { err, ok } from '#core/result.ts';
import { type Checked, type Fields, readText } from './field.ts';

/** More than any way of writing a number takes. */
export const longestPhoneText = 40;

/**
 * A phone number as E.164, such as `+525512345678`, out of the ways in which people write them: spaces, dashes, dots,
 * slashes, parentheses, `00` for `+`, digits of any script. A number without its country is not guessed at: the phone
 * may be from anywhere. Kinds: `wrong-type`, `missing`, `control-characters`, `too-long`, `not-a-phone`.
 */
export function checkPhone(fields: Fields, asked: 'asked' | 'optional'): Checked<string> {
  const read = readText(fields, 'phone');
  if (!read.ok) return read;
  // Numbers copied from a phone's contacts come wrapped in invisible marks of direction.
  const text = read.value.replaceAll(/\p{Cf}/gu, '').trim();
  if (text === '') return asked === 'optional' ? ok('') : err({ kind: 'missing' });
  if (/\p{Cc}/u.test(text)) return err({ kind: 'control-characters' });
  if (text.length > longestPhoneText) return err({ kind: 'too-long', limit: longestPhoneText });
  const number = toAsciiDigits(text.normalize('NFKC'))
    // The zero of a call inside the country, which some write in parentheses after the country's code.
    .replace('(0)', '')
    .replaceAll(/[\s\p{Pd}().\u2212/]/gu, '')
    .replace(/^00/, '+');
  return /^\+[1-9]\d{7,14}$/.test(number) ? ok(number) : err({ kind: 'not-a-phone' });
}
