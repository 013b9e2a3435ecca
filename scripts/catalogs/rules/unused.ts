import { sourceLocale } from '#core/language/locales.ts';
import { covers, enumerations, keysOf } from '../enumerations.ts';
import type { Rule } from '../rule.ts';
import { messagesOf } from '../tree.ts';

const enumerated = new Set(enumerations.flatMap(keysOf));

export const unused: Rule = {
  name: 'unused',
  why: 'Nobody sees the text, yet everybody has to translate it.',
  look(tree) {
    const keys = tree.uses.filter(({ kind }) => kind === 'key' || kind === 'asked').map(({ key }) => key);
    const exact = new Set(keys);
    const patterns = keys.filter((key) => key.includes('*'));
    return [...messagesOf(tree, sourceLocale).values()]
      .filter(({ key }) => !exact.has(key) && !enumerated.has(key) && !patterns.some((pattern) => covers(pattern, key)))
      .map(({ key, file, line, value }) => ({
        file,
        line,
        key,
        message: 'Nothing asks for this message.',
        expected: 'a use in app/ or server/',
        found: value,
        fix: 'Delete it in every language, or use it.',
      }));
  },
};
