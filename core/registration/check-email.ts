import { err, ok } from '#core/result.ts';
import { type Checked, checkLine, type Fields } from './field.ts';

/** Signs of a whole address (RFC 5321, section 4.5.3.1.3, without its angle brackets). */
export const longestEmail = 254;

/**
 * An e-mail address as written, outer blanks off. Only its form is looked at: whether it exists shows when a message
 * goes out. Kinds: `wrong-type`, `missing`, `control-characters`, `too-long`, `not-an-email`.
 */
export function checkEmail(fields: Fields): Checked<string> {
  const read = checkLine(fields, 'email', { asked: 'asked', longest: longestEmail });
  if (!read.ok) return read;
  return /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/u.test(read.value) ? ok(read.value) : err({ kind: 'not-an-email' });
}
