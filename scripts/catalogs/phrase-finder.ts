import { stemOf } from './languages/endings.ts';

/** Some words in a row, in small letters. */
export type Phrase = readonly string[];
export type Found<About> = { readonly from: number; readonly to: number; readonly about: About };
export type Sought<About> = { readonly phrase: Phrase; readonly about: About };

/**
 * Finds phrases in rows of words, each word in any of its forms. What a word can begin is told once for each word: most
 * words of a language begin nothing.
 */
export function phraseFinder<About>(
  sought: readonly Sought<About>[],
  locale: string,
): (row: readonly string[]) => readonly Found<About>[] {
  const stemmed = sought.map(({ phrase, about }) => ({ about, forms: phrase.map((word) => stemOf(word, locale)) }));
  const begins = new Map<string, typeof stemmed>();
  const begunBy = (word: string) => {
    const known = begins.get(word);
    if (known) return known;
    const own = stemmed.filter(({ forms: [isFirst] }) => isFirst?.(word) === true);
    begins.set(word, own);
    return own;
  };
  return (row) => {
    const found: Found<About>[] = [];
    for (const [from, word] of row.entries()) {
      for (const { about, forms } of begunBy(word)) {
        const isThere = forms.every((isForm, index) => index === 0 || isForm(row[from + index] ?? ''));
        if (isThere) found.push({ from, to: from + forms.length, about });
      }
    }
    return found;
  };
}
