import { createHunspellFromStrings } from 'hunspell-wasm';

/** `knows` takes a word as it is written; `suggests` gives at most three that are near it, the nearest first. */
export type Dictionary = {
  readonly knows: (word: string) => boolean;
  readonly suggests: (word: string) => readonly string[];
};
export type Dictionaries = ReadonlyMap<string, Dictionary>;

type Files = { readonly aff: Uint8Array; readonly dic: Uint8Array };

/**
 * The dictionaries of office programs. They serve this check alone and nothing of them is shipped, which matters for the
 * GPL of the Ukrainian one. The Armenian one is left out: it doesn't know half of the words of right texts. For Arabic,
 * Haitian Creole, Kyrgyz, Tajik and Uzbek there is no package, and Chinese has no words to look up.
 */
const packages: Readonly<Record<string, () => Promise<{ readonly default: Files }>>> = {
  en: () => import('dictionary-en'),
  es: () => import('dictionary-es'),
  fr: () => import('dictionary-fr'),
  'pt-BR': () => import('dictionary-pt'),
  ru: () => import('dictionary-ru'),
  tr: () => import('dictionary-tr'),
  uk: () => import('dictionary-uk'),
};

export const languagesWithDictionary = Object.keys(packages);

/** The dictionaries of those of these languages that have one. A language takes half a second, Turkish two. */
export async function dictionariesOf(locales: readonly string[]): Promise<Dictionaries> {
  const found = new Map<string, Dictionary>();
  for (const locale of locales) {
    const files = await packages[locale]?.();
    if (files) found.set(locale, await dictionaryOf(files.default));
  }
  return found;
}

async function dictionaryOf({ aff, dic }: Files): Promise<Dictionary> {
  const utf8 = new TextDecoder();
  const hunspell = await createHunspellFromStrings(utf8.decode(aff), utf8.decode(dic));
  return {
    knows: (word) => hunspell.testSpelling(word),
    suggests: (word) => hunspell.getSpellingSuggestions(word).slice(0, 3),
  };
}
