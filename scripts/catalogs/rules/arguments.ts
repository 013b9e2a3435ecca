import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
} from '@formatjs/icu-messageformat-parser';
import { sourceLocale } from '#core/language/locales.ts';
import { elementsOf, readMessage } from '../icu.ts';
import type { Rule } from '../rule.ts';
import { messagesOf } from '../tree.ts';

/** What a message takes from the program; `onlyChooses`: chooses between plural forms and is never shown itself. */
type Part = { readonly name: string; readonly onlyChooses: boolean };

export const argumentsDiffer: Rule = {
  name: 'arguments',
  why: 'A name, a time or a number would be left out, or a {word} be shown as it stands.',
  look(tree) {
    const source = messagesOf(tree, sourceLocale);
    return tree.catalogs
      .filter(({ locale }) => locale !== sourceLocale)
      .flatMap(({ file, entries }) =>
        entries.flatMap(({ key, line, value }) => {
          const original = source.get(key)?.value;
          if (original === undefined || !readMessage(original).ok || !readMessage(value).ok) return [];
          const expected = partsOf(original);
          const found = partsOf(value);
          if (!differ(expected, found)) return [];
          return [
            {
              file,
              line,
              key,
              message: `Other arguments or tags than in ${sourceLocale}.`,
              expected: named(expected),
              found: named(found),
            },
          ];
        }),
      );
  },
};

/** A language without plural forms may leave out the number that chooses between them. */
function differ(expected: readonly Part[], found: readonly Part[]): boolean {
  const all = new Set(expected.map(({ name }) => name));
  const given = new Set(found.map(({ name }) => name));
  return (
    found.some(({ name }) => !all.has(name)) ||
    expected.some(({ name, onlyChooses }) => !onlyChooses && !given.has(name))
  );
}

function partsOf(text: string): readonly Part[] {
  const parts = elementsOf(text).flatMap((element): readonly Part[] => {
    if (isLiteralElement(element) || isPoundElement(element)) return [];
    if (isTagElement(element)) return [{ name: `<${element.value}>`, onlyChooses: false }];
    if (isPluralElement(element)) return [{ name: `{${element.value}}`, onlyChooses: true }];
    if (!isSelectElement(element)) return [{ name: `{${element.value}}`, onlyChooses: false }];
    const options = Object.keys(element.options).sort().join(' ');
    return [{ name: `{${element.value}, select, ${options}}`, onlyChooses: false }];
  });
  return parts.filter(({ name }, index) => parts.findIndex((other) => other.name === name) === index);
}

function named(parts: readonly Part[]): string {
  return parts.map(({ name }) => name).join(' ');
}
