import { type Checked, type Fields, readText } from '#core/registration/field.ts';
import { err, ok } from '#core/result.ts';

/**
 * Some lines of free text in NFC, outer white space cut off; empty where it is missing. Kinds: `wrong-type`, `too-long`
 * (code points), `control-characters` (line breaks are welcome).
 */
export function checkToldText(fields: Fields, field: string, longest: number): Checked<string> {
  const read = readText(fields, field);
  if (!read.ok) return read;
  // A form counts a line break as two characters, a person as none.
  const text = read.value.replaceAll('\r\n', '\n').normalize('NFC');
  if (Array.from(text).length > longest) return err({ kind: 'too-long', limit: longest });
  if (/[^\P{Cc}\n\t]|\p{Cs}/u.test(text)) return err({ kind: 'control-characters' });
  return ok(text);
}
