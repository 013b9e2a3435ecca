import { basename } from 'node:path';
import {
  isLiteralElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { grouped } from './grouped.ts';
import { readMessage } from './icu.ts';
import { kept, keptByName, sameLists } from './kept.ts';
import type { CatalogFile, Tree } from './tree.ts';

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

/** All that is read in each language, in the order of the files. Messages that can't be read are left out. */
export const proseOf = kept((tree: Tree): ReadonlyMap<string, readonly Prose[]> => {
  const all = grouped([...messages(tree), ...names(tree), ...pages(tree)], ({ locale }) => locale);
  return new Map([...all].map(([locale, prose]) => [locale, sameProse(locale, prose)]));
});

const sameProse = sameLists<Prose>();

function messages(tree: Tree): readonly Prose[] {
  return tree.catalogs.flatMap(({ entries, locale, file }) => messagesIn(entries, `${locale} ${file}`));
}

/** What a file has, as long as its entries are the same. */
const messagesIn = keptByName((entries: CatalogFile['entries'], name) => {
  const [locale = '', file = ''] = name.split(' ');
  return entries.flatMap(({ key, line, value }): readonly Prose[] => {
    const message = readMessage(value);
    if (!message.ok) return [];
    return [{ locale, file, line, key, place: key, kind: 'message', texts: spoken(message.elements) }];
  });
});

function names(tree: Tree): readonly Prose[] {
  return tree.words
    .filter(({ area }) => area !== 'by-hand')
    .flatMap(({ locale, file, entries }) => namesIn(entries, `${locale} ${file}`));
}

const namesIn = keptByName((entries: CatalogFile['entries'], name) => {
  const [locale = '', file = ''] = name.split(' ');
  const area = basename(file, '.json');
  return entries.map(({ key, line, value }): Prose => {
    const texts = [value.replace(/\[\w+\]/g, hole)];
    return { locale, file, line, key, place: `words.${area}.${key}`, kind: 'name', texts };
  });
});

function pages(tree: Tree): readonly Prose[] {
  return [...tree.contents].flatMap(([file, markdown]) => paragraphsOf(file, markdown));
}

const readPages = new Map<string, { readonly markdown: string; readonly paragraphs: readonly Prose[] }>();

/** One paragraph, heading or line of a list each; of the front matter only the title, which is shown. */
function paragraphsOf(file: string, markdown: string): readonly Prose[] {
  const known = readPages.get(file);
  if (known?.markdown === markdown) return known.paragraphs;
  const [, locale = '', slug = ''] = /^content\/([^/]+)\/(.+)\.md$/.exec(file) ?? [];
  const lines = markdown.split(/\r?\n/);
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const paragraphs = lines
    .map((text, index) => ({
      line: index + 1,
      text: index > end ? text.replace(/^(#+|-|\d+\.)\s+/, '') : (/^title: (.*)/.exec(text)?.[1] ?? ''),
    }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, line }, index): Prose => {
      const texts = [text.replace(/[*_`]/g, '')];
      return { locale, file, line, key: slug, place: `${slug}#${index}`, kind: 'page', texts };
    });
  readPages.set(file, { markdown, paragraphs });
  return paragraphs;
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
