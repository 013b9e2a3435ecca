/** The languages that our server can have a voice for, where a phone has none (decision 0037). */
export const heardLocales = ['en', 'es', 'ht', 'ru'] as const;
export type HeardLocale = (typeof heardLocales)[number];

export function isHeard(locale: string): locale is HeardLocale {
  return (heardLocales as readonly string[]).includes(locale);
}

/** The longest piece that is given to a voice at once, in characters: some browsers fall silent in the middle of a long one. */
export const longestPiece = 180;
