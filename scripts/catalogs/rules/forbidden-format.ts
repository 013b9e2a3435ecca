import {
  isDateElement,
  isNumberElement,
  isPluralElement,
  isPoundElement,
  isTimeElement,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { elementsOf } from '../icu.ts';
import type { Rule } from '../rule.ts';

export const forbiddenFormat: Rule = {
  name: 'forbidden-format',
  why: 'Numbers and dates would be written in the language of the server or the phone: Intl knows no Haitian Creole.',
  look: ({ catalogs }) =>
    catalogs.flatMap(({ file, entries }) =>
      entries.flatMap(({ key, line, value }) => {
        const found = [...new Set(elementsOf(value).flatMap((element) => formatOf(element) ?? []))];
        if (found.length === 0) return [];
        return [
          {
            file,
            line,
            key,
            message: 'The message formats a number or a date by itself.',
            expected: 'a plain {name}; in plurals {countText} beside {count, plural, …}',
            found: found.join(' '),
          },
        ];
      }),
    ),
};

function formatOf(element: MessageFormatElement): string | undefined {
  if (isPoundElement(element)) return '#';
  if (isNumberElement(element)) return `{${element.value}, number}`;
  if (isDateElement(element)) return `{${element.value}, date}`;
  if (isTimeElement(element)) return `{${element.value}, time}`;
  if (isPluralElement(element) && element.pluralType === 'ordinal') return `{${element.value}, selectordinal}`;
  return undefined;
}
