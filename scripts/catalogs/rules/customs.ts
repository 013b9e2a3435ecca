import { stemOf } from '../languages/endings.ts';
import { folded } from '../languages/folding.ts';
import { proseOf } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { rowOf } from '../words.ts';

/**
 * Words for traditions and habits, which a translator's dictionary offers for *customs*. The agency is another thing, and
 * nothing in this project is about traditions, so they are wrong wherever they stand. By the dictionaries of each language;
 * left out are those that are also something else (clientes, салт).
 */
const wrong: Readonly<Record<string, string>> = {
  es: 'costumbre tradición tradiciones hábito',
  'pt-BR': 'costume tradição hábito',
  ht: 'tradisyon koutim abitid',
  ru: 'обычай традиция нравы',
  uk: 'звичай традиція',
  fr: 'coutume tradition habitude',
  hy: 'սովորույթ ավանդույթ',
  ky: 'үрп каада',
  'uz-Latn': 'anʼana anʻana urf odat',
  tg: 'анъана урф одат',
  ar: 'عادات تقاليد',
  tr: 'gelenek görenek örf',
  'zh-Hans': '习俗 风俗 传统 习惯',
};

export const customs: Rule = {
  name: 'customs',
  why: 'Customs is the agency at the border. Translated as traditions, the sentence makes no sense at all.',
  look: (tree) =>
    [...proseOf(tree)].flatMap(([locale, prose]) => {
      const finds = finderOf(locale);
      return prose.flatMap(({ file, line, key, texts }) => {
        const found = texts.flatMap(finds)[0];
        if (found === undefined) return [];
        return [
          {
            file,
            line,
            key,
            message: '“Customs” is translated as traditions.',
            expected: 'the name of the agency (locales/glossary.json, customs)',
            found,
          },
        ];
      });
    }),
};

/** Finds the words in any form, with or without accents; Chinese is written without spaces. */
function finderOf(locale: string): (text: string) => readonly string[] {
  const list = (wrong[locale] ?? '').split(' ').filter((word) => word !== '');
  if (locale === 'zh-Hans') return (text) => list.filter((word) => text.includes(word));
  const forms = list.map((word) => stemOf(folded(word, locale), locale));
  const judged = new Map<string, boolean>();
  const isWrong = (word: string) => {
    const known = judged.get(word) ?? forms.some((isForm) => isForm(folded(word, locale)));
    judged.set(word, known);
    return known;
  };
  return (text) => rowOf(text).filter(isWrong);
}
