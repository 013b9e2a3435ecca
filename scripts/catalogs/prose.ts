import {
  isLiteralElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { grouped } from './grouped.ts';
import { readMessage } from './icu.ts';
import type { Tree } from './tree.ts';

/**
 * What a person reads in one place: a message, a paragraph of a long text, or a name of a drop-down.
 * `texts` has one text for each branch of a plural or select; `{…}` stands for what the program fills in, as `hole`.
 */
export type Prose = {
  readonly locale: string;
  readonly file: string;
  readonly line: number;
  readonly key: string;
  /** The same for a text and its translations: the key, or for long texts `help#12`, the twelfth paragraph. */
  readonly place: string;
  readonly kind: 'message' | 'page' | 'name';
  readonly texts: readonly string[];
};

export const hole = '\uFFFC';

const read = new WeakMap<Tree, ReadonlyMap<string, readonly Prose[]>>();

/** All that is read in each language, in the order of the files. Messages that can't be read are left out. */
export function proseOf(tree: Tree): ReadonlyMap<string, readonly Prose[]> {
  const known = read.get(tree);
  if (known) return known;
  const byLocale = grouped([...messages(tree), ...names(tree), ...pages(tree)], ({ locale }) => locale);
  read.set(tree, byLocale);
  return byLocale;
}

function messages(tree: Tree): readonly Prose[] {
  return tree.catalogs.flatMap(({ locale, file, entries }) =>
    entries.flatMap(({ key, line, value }) => {
      const message = readMessage(value);
      if (!message.ok) return [];
      return [{ locale, file, line, key, place: key, kind: 'message', texts: spoken(message.elements) } as const];
    }),
  );
}

function names(tree: Tree): readonly Prose[] {
  return tree.words
    .filter(({ area }) => area !== 'by-hand')
    .flatMap(({ locale, file, area, entries }) =>
      entries.map(({ key, line, value }) => {
        const texts = [value.replace(/\[\w+\]/g, hole)];
        return { locale, file, line, key, place: `words.${area}.${key}`, kind: 'name', texts } as const;
      }),
    );
}

/** One paragraph, heading or line of a list each; of the front matter only the title, which is shown. */
function pages(tree: Tree): readonly Prose[] {
  return [...tree.contents].flatMap(([file, markdown]) => {
    const [, locale = '', slug = ''] = /^content\/([^/]+)\/(.+)\.md$/.exec(file) ?? [];
    const lines = markdown.split(/\r?\n/);
    const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
    return lines
      .map((text, index) => ({
        line: index + 1,
        text: index > end ? text.replace(/^(#+|-|\d+\.)\s+/, '') : (/^title: (.*)/.exec(text)?.[1] ?? ''),
      }))
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, line }, index) => {
        const texts = [text.replace(/[*_`]/g, '')];
        return { locale, file, line, key: slug, place: `${slug}#${index}`, kind: 'page', texts } as const;
      });
  });
}

const mostTexts = 32;

function spoken(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.reduce<readonly string[]>(
    (heads, element) =>
      spokenOf(element)
        .flatMap((tail) => heads.map((head) => head + tail))
        .slice(0, mostTexts),
    [''],
  );
}

function spokenOf(element: MessageFormatElement): readonly string[] {
  if (isLiteralElement(element)) return [element.value];
  if (isTagElement(element)) return spoken(element.children);
  if (isPluralElement(element) || isSelectElement(element)) {
    return Object.values(element.options).flatMap((option) => spoken(option.value));
  }
  return [hole];
}
