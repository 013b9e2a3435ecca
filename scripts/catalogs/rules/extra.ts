import { sourceLocale } from '#core/language/locales.ts';
import type { Rule } from '../rule.ts';
import { areaOf, brokenAreas, messagesOf } from '../tree.ts';

export const extra: Rule = {
  name: 'extra',
  why: 'The source has no such message any more, or the key is misspelled and its text never shown.',
  look(tree) {
    const source = messagesOf(tree, sourceLocale);
    const broken = brokenAreas(tree, sourceLocale);
    return tree.catalogs
      .filter(({ locale, area }) => locale !== sourceLocale && !broken.has(area))
      .flatMap(({ file, entries }) =>
        entries
          .filter(({ key }) => !source.has(key))
          .map(({ key, line, value }) => ({
            file,
            line,
            key,
            message: `The key is not in locales/${sourceLocale}/${areaOf(key)}.json.`,
            expected: 'a key of the source',
            found: value,
            fix: 'Delete it, or correct the key.',
          })),
      );
  },
};
