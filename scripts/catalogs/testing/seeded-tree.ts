import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sourceLocale, type TranslatedLocale } from '#core/language/locales.ts';
import type { Entry } from '../json-file.ts';
import { keysUsed } from '../lexer.ts';
import { type CatalogFile, readTree, type Tree } from '../tree.ts';

const project = join(import.meta.dirname, '../../..');
/** Those that the flaws of words are in. */
export const wordAreas = ['start', 'offer', 'standing', 'register', 'ask', 'port'];

/**
 * Some areas of the project's own catalogs and one long text, with the glossary and the exceptions in a folder of their
 * own: real sentences, in which a seeded flaw has to be found. Nothing in that folder asks for the messages.
 */
export function seededTree(): Tree {
  const root = mkdtempSync(join(tmpdir(), 'catalogs-'));
  cpSync(join(project, 'scripts/catalogs/exceptions'), join(root, 'scripts/catalogs/exceptions'), { recursive: true });
  mkdirSync(join(root, 'locales'));
  cpSync(join(project, 'locales/glossary.json'), join(root, 'locales/glossary.json'));
  const { catalogs, contents, ...tree } = readTree(project);
  return {
    ...tree,
    root,
    catalogs: catalogs.filter(({ area }) => wordAreas.includes(area)),
    contents: new Map([...contents].filter(([file]) => file.endsWith('/help.md'))),
    uses: [],
    // Where the translations stand has tests of its own.
    statuses: [],
    abouts: [],
  };
}

/** The same with these languages and the source: the other ones have nothing to say about a flaw in them. */
export function onlyIn(tree: Tree, ...locales: readonly TranslatedLocale[]): Tree {
  const isOwn = (other: string) => other === sourceLocale || locales.some((locale) => locale === other);
  return {
    ...tree,
    locales: tree.locales.filter(isOwn),
    catalogs: tree.catalogs.filter((catalog) => isOwn(catalog.locale)),
    words: tree.words.filter((file) => isOwn(file.locale)),
    statuses: tree.statuses.filter((file) => isOwn(file.locale)),
    contents: new Map([...tree.contents].filter(([file]) => isOwn(file.split('/')[1] ?? ''))),
  };
}

/** The tree with other words in one message, `ht start.begin`; in place of nothing: of all. Throws where there is nothing to replace. */
export function withText(tree: Tree, place: string, [from, to]: readonly [string, string]): Tree {
  const isMeant = ({ locale }: CatalogFile, { key, value }: Entry) =>
    `${locale} ${key}` === place && value.includes(from);
  if (!tree.catalogs.some((catalog) => catalog.entries.some((entry) => isMeant(catalog, entry)))) {
    throw new Error(`expected “${from}” in ${place}, found none`);
  }
  const catalogs = tree.catalogs.map((catalog) => ({
    ...catalog,
    entries: catalog.entries.map((entry) =>
      isMeant(catalog, entry) ? { ...entry, value: from === '' ? to : entry.value.replace(from, () => to) } : entry,
    ),
  }));
  return { ...tree, catalogs };
}

/** The tree with all messages and the long text of a language made otherwise. */
export function withEachText(tree: Tree, locale: TranslatedLocale, change: (text: string) => string): Tree {
  const catalogs = tree.catalogs.map((catalog) => ({
    ...catalog,
    entries: catalog.entries.map((entry) =>
      catalog.locale === locale ? { ...entry, value: change(entry.value) } : entry,
    ),
  }));
  const contents = [...tree.contents].map(
    ([file, text]) => [file, file.startsWith(`content/${locale}/`) ? change(text) : text] as const,
  );
  return { ...tree, catalogs, contents: new Map(contents) };
}

/** The tree with other words in the long text of a language. */
export function withPage(tree: Tree, locale: string, [from, to]: readonly [string, string]): Tree {
  const file = `content/${locale}/help.md`;
  const text = tree.contents.get(file) ?? '';
  if (!text.includes(from)) throw new Error(`expected “${from}” in ${file}, found none`);
  return { ...tree, contents: new Map([...tree.contents, [file, text.replace(from, () => to)]]) };
}

/** The tree with one more source. */
export function withSource(tree: Tree, file: string, code: string): Tree {
  const path = join(tree.root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, code);
  return { ...tree, uses: keysUsed(code, file) };
}
