import { sourceLocale } from '#core/language/locales.ts';
import { foreignWordJudge } from '../languages/foreign.ts';
import { ownProse } from '../languages/identify.ts';
import { type Prose, proseOf } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { wordsOf } from '../words.ts';

export const foreignWords: Rule = {
  name: 'foreign-words',
  why: 'A word of another language in a sentence: who reads only her own stops there.',
  look(tree) {
    const sources = new Map((proseOf(tree).get(sourceLocale) ?? []).map(({ place, texts }) => [place, texts]));
    return [...ownProse(tree)].flatMap(([locale, prose]) => {
      const foreign = foreignWordJudge(tree, locale);
      // A text that was copied as a whole is another flaw than a word left standing.
      const isCopied = (place: Prose) =>
        locale !== sourceLocale && sources.get(place.place)?.join('\n') === place.texts.join('\n');
      return prose
        .filter((place) => place.kind !== 'name' && !isCopied(place))
        .flatMap((place) => {
          const found = new Map(
            place.texts.flatMap(wordsOf).flatMap((word) => {
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
