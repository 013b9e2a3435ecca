import { sourceLocale } from '#core/language/locales.ts';
import { enumerations, keysOf } from '../enumerations.ts';
import type { Rule } from '../rule.ts';
import { areaOf, brokenAreas, messagesOf } from '../tree.ts';

export const enumerated: Rule = {
  name: 'enumerated',
  why: 'Something that can happen, or can be chosen, would have no words.',
  look(tree) {
    const messages = messagesOf(tree, sourceLocale);
    const broken = brokenAreas(tree, sourceLocale);
    return enumerations.flatMap((enumeration) =>
      keysOf(enumeration)
        .filter((key) => !messages.has(key) && !broken.has(areaOf(key)))
        .map((key) => ({
          file: `locales/${sourceLocale}/${areaOf(key)}.json`,
          line: 1,
          key,
          message: `No sentence for a value of ${enumeration.source}.`,
          expected: `a text for ${key}`,
          found: '',
          fix: 'Write it here, then in every language.',
        })),
    );
  },
};
