import type { Rule } from '../rule.ts';
import { inDisplayOrder } from '../words-order.ts';

export const wordsSorted: Rule = {
  name: 'words-sorted',
  why: 'The drop-downs have the order of the file; who looks for her country looks where the alphabet puts it.',
  look: ({ words }) =>
    words
      .filter(({ area }) => ['countries', 'languages', 'states'].includes(area))
      .flatMap(({ file, locale, entries }) => {
        const sorted = Object.keys(
          inDisplayOrder(Object.fromEntries(entries.map(({ key, value }) => [key, value])), locale),
        );
        const first = entries.find(({ key }, index) => key !== sorted[index]);
        const expected = first && sorted[entries.indexOf(first)];
        if (!first || expected === undefined) return [];
        return [
          {
            file,
            line: first.line,
            key: first.key,
            message: `Not in the order of the alphabet of ${locale}.`,
            expected,
            found: first.key,
            fix: 'npm run catalogs:words',
          },
        ];
      }),
};
