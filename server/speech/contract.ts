import type { HeardLocale } from '#core/language/heard.ts';
import type { Result } from '#core/result.ts';

/** Words of a page as they are to be said: at most `longestPiece` characters, without control characters. */
export type Piece = { readonly locale: HeardLocale; readonly text: string };

/** There is no voice, all of them are busy, or the program failed: she can try again. */
export type SpeechFailure = { readonly kind: 'speech-unavailable' };

/** A voice of ours, for phones that have none. */
export type Speech = {
  /** Those that have a voice here; empty: none is offered. */
  readonly locales: readonly HeardLocale[];
  /** The sound of a piece that was made before and is still in memory. */
  kept(piece: Piece): Uint8Array | undefined;
  /** The sound of a piece: MP3, mono. The same piece asked for twice at once is made once. */
  say(piece: Piece): Promise<Result<Uint8Array, SpeechFailure>>;
};
