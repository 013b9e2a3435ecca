import { strangeTexts } from '../languages/identify.ts';
import type { Rule } from '../rule.ts';

export const otherLanguage: Rule = {
  name: 'other-language',
  why: 'A person who chose her language would meet a sentence that she cannot read.',
  look: (tree) =>
    strangeTexts(tree).map(({ prose: { locale, file, line, key }, language, text }) => ({
      file,
      line,
      key,
      message: `The text is in ${language}, not in ${locale}.`,
      expected: `a text in ${locale}`,
      found: text,
      fix: 'Translate it. Was it pasted into the wrong file?',
    })),
};
