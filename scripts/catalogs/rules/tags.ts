import {
  isLiteralElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { readMessage } from '../icu.ts';
import type { Rule } from '../rule.ts';
import { inEachPair } from '../texts.ts';

/** Whether a tag is there at all is told by `arguments`. */
export const tags: Rule = {
  name: 'tags',
  why: 'A link without words cannot be pressed, and one inside of another goes to the wrong place.',
  look: (tree) =>
    inEachPair(tree, ({ own, source }) => {
      const expected = tagsIn(source.value);
      const found = tagsIn(own.value);
      if (names(expected) !== names(found)) return [];
      const filled = new Set(expected.filter(({ isEmpty }) => !isEmpty).map(({ path }) => path));
      const hollow = found.filter(({ isEmpty, path }) => isEmpty && filled.has(path));
      const strange = paths(found) === paths(expected) ? [] : found;
      return [
        ...hollow.map(({ path }) => ({
          message: 'There are no words in the tag.',
          expected: `${path}…`,
          found: own.value,
        })),
        ...strange.slice(0, 1).map(() => ({
          message: 'The tags stand inside each other in another way, or more or less often.',
          expected: paths(expected),
          found: paths(found),
        })),
      ];
    }),
};

type Tag = { readonly path: string; readonly isEmpty: boolean };

function tagsIn(text: string): readonly Tag[] {
  const message = readMessage(text);
  return message.ok ? tagsOf(message.elements, '') : [];
}

/** Of a plural or a select only the fullest form counts: languages have more or fewer forms. */
function tagsOf(elements: readonly MessageFormatElement[], above: string): readonly Tag[] {
  return elements.flatMap((element): readonly Tag[] => {
    if (isTagElement(element)) {
      const path = `${above}<${element.value}>`;
      return [{ path, isEmpty: isBlank(element.children) }, ...tagsOf(element.children, path)];
    }
    if (!isPluralElement(element) && !isSelectElement(element)) return [];
    const forms = Object.values(element.options).map(({ value }) => tagsOf(value, above));
    return forms.reduce((most, form) => (form.length > most.length ? form : most), []);
  });
}

function isBlank(elements: readonly MessageFormatElement[]): boolean {
  return elements.every(
    (element) =>
      (isLiteralElement(element) && element.value.trim() === '') ||
      (isTagElement(element) && isBlank(element.children)),
  );
}

function names(all: readonly Tag[]): string {
  return [...new Set(all.map(({ path }) => path.split('<').at(-1)))].sort().join(' ');
}

function paths(all: readonly Tag[]): string {
  return all
    .map(({ path }) => path)
    .sort()
    .join(' ');
}
