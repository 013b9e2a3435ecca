import { isPluralElement } from '@formatjs/icu-messageformat-parser';
import { elementsOf, readMessage } from '../icu.ts';
import type { Rule } from '../rule.ts';

export const icuSyntax: Rule = {
  name: 'icu-syntax',
  why: 'The message cannot be put together; the build stops at it.',
  look: ({ catalogs }) =>
    catalogs.flatMap(({ file, entries }) =>
      entries.flatMap(({ key, line, value }) => {
        const found = flawOf(value);
        if (!found) return [];
        return [
          {
            file,
            line,
            key,
            message: 'The message is not valid ICU MessageFormat.',
            expected: 'matching { } and < >',
            found,
          },
        ];
      }),
    ),
};

function flawOf(value: string): string | undefined {
  const message = readMessage(value);
  if (!message.ok) return message.why;
  const shifted = elementsOf(value).some((element) => isPluralElement(element) && element.offset !== 0);
  return shifted ? 'a plural with offset, which next-intl cannot precompile' : undefined;
}
