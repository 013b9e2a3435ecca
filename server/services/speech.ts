import type { HeardLocale } from '#core/language/heard.ts';
import type { Outcome } from './outcome.ts';

export type SpeechServices = {
  /** The languages that our voice can read. */
  heardLocales(): readonly HeardLocale[];
  /** Words of a page as sound, MP3. Kinds: `fields`, `speech-unavailable`, `too-many-tries`. */
  sayPiece(input: {
    readonly fields: Readonly<Record<string, string>>;
    readonly locale: string;
    readonly network: string | null;
  }): Outcome<Uint8Array>;
};
