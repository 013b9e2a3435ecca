import { isHeard, longestPiece } from '#core/language/heard.ts';
import { checkLine } from '#core/registration/field.ts';
import { err, ok } from '#core/result.ts';
import type { SpeechServices } from '#server/services/speech.ts';
import type { Outcome } from '#server/services.ts';
import { takeTry } from './take-try.ts';
import type { Tools } from './tools.ts';

/**
 * Words of a page as sound, by our voice. Only what has to be made is counted: most sentences are those of everybody, and
 * a shelter full of phones has one address. Those whose address is not known are one network, not free of the limit.
 */
export async function sayPiece(
  { speech, ...tools }: Pick<Tools, 'db' | 'vault' | 'now' | 'speech'>,
  { fields, locale, network }: Parameters<SpeechServices['sayPiece']>[0],
): Outcome<Uint8Array> {
  const text = checkLine(fields, 'text', { asked: 'asked', longest: longestPiece });
  if (!text.ok) return err({ kind: 'fields', fields: [{ field: 'text', ...text.error }] });
  if (!isHeard(locale) || !speech.locales.includes(locale)) return err({ kind: 'speech-unavailable' });
  const piece = { locale, text: text.value };
  const kept = speech.kept(piece);
  if (kept) return ok(kept);
  const taken = await takeTry(tools, 'speech', { sound: network ?? '', allSound: '' });
  return taken.ok ? await speech.say(piece) : taken;
}
