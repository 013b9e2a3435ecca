import { sourceLocale } from '#core/language/locales.ts';
import type { Rule } from '../rule.ts';
import { sourceHash } from '../source-hash.ts';
import { parseStatus } from '../status.ts';
import { messagesOf } from '../tree.ts';

/** A warning: the translation still says what the source said. The terms are another matter, see `content-pages.ts`. */
export const stale: Rule = {
  name: 'stale',
  why: 'The English has changed since; people who read this language may be told something that is no longer so.',
  look(tree) {
    const source = messagesOf(tree, sourceLocale);
    return tree.statuses.flatMap(({ locale, entries }) => {
      const own = messagesOf(tree, locale);
      return entries.flatMap(({ key, value }) => {
        const original = source.get(key);
        const translation = own.get(key);
        const status = parseStatus(value);
        if (!original || !translation || !status || status.source === sourceHash(original.value)) return [];
        return [
          {
            severity: 'warning' as const,
            file: translation.file,
            line: translation.line,
            key,
            message: `The ${sourceLocale} text is not the one that this was made from.`,
            expected: original.value,
            found: translation.value,
            fix: `Mend the text where it has to be, then npm run catalogs:accept -- --locale ${locale} --key ${key} --by NAME --state translated`,
          },
        ];
      });
    });
  },
};
