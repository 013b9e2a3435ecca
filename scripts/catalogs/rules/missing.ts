import { isLaunchLocale, sourceLocale } from '#core/language/locales.ts';
import type { Rule } from '../rule.ts';
import { areaOf, brokenAreas, messagesOf } from '../tree.ts';

export const missing: Rule = {
  name: 'missing',
  why: 'A person would meet a page that cannot be shown in her language.',
  look(tree) {
    const source = [...messagesOf(tree, sourceLocale).values()];
    return tree.locales
      .filter((locale) => locale !== sourceLocale)
      .flatMap((locale) => {
        const own = messagesOf(tree, locale);
        const broken = brokenAreas(tree, locale);
        // Where a language has just begun, that an area is missing is said once, by `candidate`.
        const begun = new Set([...own.keys()].map(areaOf));
        const isWanted = (area: string) => !broken.has(area) && (isLaunchLocale(locale) || begun.has(area));
        return source
          .filter(({ key }) => !own.has(key) && isWanted(areaOf(key)))
          .map(({ key, value }) => ({
            file: `locales/${locale}/${areaOf(key)}.json`,
            line: 1,
            key,
            message: `No text in ${locale}.`,
            expected: value,
            found: '',
            fix: `Add "${key.slice(areaOf(key).length + 1)}" to locales/${locale}/${areaOf(key)}.json.`,
          }));
      });
  },
};
