import { sourceLocale } from '#core/language/locales.ts';
import { foreignWordJudge } from '../languages/foreign.ts';
import { ownProse } from '../languages/identify.ts';
import { proseOf } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { wordsOf } from '../words.ts';

export const foreignWords: Rule = {
  name: 'foreign-words',
  why: 'A word of another language in a sentence: who reads only her own stops there.',
  look(tree) {
    // A text that was copied whole is told by `identical`, once.
    const english = new Map(
      proseOf(tree)
        .get(sourceLocale)
        ?.map(({ place, texts }) => [place, new Set(texts)]),
    );
    return [...ownProse(tree)].flatMap(([locale, prose]) => {
      const isCopied = (place: string, text: string) =>
        locale !== sourceLocale && english.get(place)?.has(text) === true;
      const foreign = foreignWordJudge(tree, locale);
      return prose
        .filter(({ kind }) => kind !== 'name')
        .flatMap((place) => {
          const found = new Map(
            place.texts
              .filter((text) => !isCopied(place.place, text))
              .flatMap(wordsOf)
              .flatMap((word) => {
                const language = foreign(word, place);
                return language === undefined ? [] : [[word, language] as const];
              }),
          );
          return [...found].map(([word, language]) => ({
            file: place.file,
            line: place.line,
            key: place.key,
            message: `A word of ${language} in a text in ${locale}.`,
            expected: `a word of ${locale}`,
            found: word,
            fix: 'Translate the word. Is it a name, or a word of both? Add it to names.ts or shared-words.ts in scripts/catalogs/languages.',
          }));
        });
    });
  },
};
