import { proseOf } from '../prose.ts';
import type { Rule } from '../rule.ts';

/**
 * Words a sentence may have. Plain-language rules say 15 to 20 on average and 25 at most (ISO 24495-1, Einfache Sprache,
 * lenguaje claro of Mexico); languages that write articles and pronouns apart need more words for the same, those that
 * join endings fewer. Chinese counts signs: 45 (GB/T 15834 asks for short clauses; newspapers for schools have 40 to 50).
 */
const most: Readonly<Record<string, number>> = {
  en: 26,
  es: 27,
  'pt-BR': 27,
  fr: 28,
  ht: 30,
  ru: 23,
  uk: 23,
  hy: 22,
  ky: 19,
  'uz-Latn': 19,
  tg: 24,
  ar: 24,
  tr: 19,
  'zh-Hans': 45,
};

export const sentenceLength: Rule = {
  name: 'sentence-length',
  why: 'At the end of a long sentence nobody remembers how it began, least of all who listens to it.',
  look: (tree) =>
    [...proseOf(tree)].flatMap(([locale, prose]) => {
      const limit = most[locale];
      if (limit === undefined) return [];
      return prose.flatMap(({ file, line, key, texts }) => {
        const longest = texts.flatMap(sentencesOf).find((sentence) => lengthOf(sentence, locale) > limit);
        if (longest === undefined) return [];
        return [
          {
            file,
            line,
            key,
            message: `A sentence of too many ${unitOf(locale)} to read.`,
            expected: `≤ ${limit}`,
            found: `${lengthOf(longest, locale)}: ${longest}`,
            fix: 'Make two sentences of it.',
          },
        ];
      });
    }),
};

/** Ends with the mark of any of the languages; what a colon opens is read on its own. */
function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?:…։؟][”"»)’]*)\s+|(?<=[。！？：])|\n+/u);
}

function lengthOf(sentence: string, locale: string): number {
  if (locale === 'zh-Hans') return sentence.match(/\p{Script=Han}/gu)?.length ?? 0;
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}\uFFFC]/u.test(word)).length;
}

function unitOf(locale: string): string {
  return locale === 'zh-Hans' ? 'signs' : 'words';
}
