import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { isLaunchLocale, sourceLocale, type TranslatedLocale, translatedLocales } from '#core/language/locales.ts';
import { type AboutFile, readAbouts } from './about.ts';
import { besides } from './catalogs-on-disk.ts';
import { type Entry, type JsonFile, readJson } from './json-file.ts';
import { kept } from './kept.ts';
import { type KeyUse, keysUsed } from './lexer.ts';

/** A file of one language. `area` is the name of the file, and the first part of its keys. */
export type CatalogFile = JsonFile & {
  readonly locale: TranslatedLocale;
  readonly area: string;
  readonly file: string;
};
/** `locales/<tag>/status.json`: the state of each translation, a line of `status.ts` by key. */
export type StatusFile = {
  readonly locale: TranslatedLocale;
  readonly file: string;
  readonly entries: readonly Entry[];
  /** What is wrong with the file; it has no entries then. */
  readonly flaw?: { readonly line: number; readonly found: string } | undefined;
};
export type TextFile = { readonly file: string; readonly text: string };

/** Everything the rules look at. */
export type Tree = {
  readonly root: string;
  /** Those of launch, and each other one that somebody has begun. */
  readonly locales: readonly TranslatedLocale[];
  /** `locales/<tag>/<area>.json`, the source first; keys of entries begin with the area. */
  readonly catalogs: readonly CatalogFile[];
  /** `locales/<tag>/words/<name>.json`; `area` is the name. */
  readonly words: readonly CatalogFile[];
  /** `locales/en/about/<area>.jsonc`: what translators have to know about each message. */
  readonly abouts: readonly AboutFile[];
  /** Of each language but the source. */
  readonly statuses: readonly StatusFile[];
  /** `content/<tag>/<slug>.md` by path. */
  readonly contents: ReadonlyMap<string, string>;
  /** What `app`, `server` and the verifier's page ask for, tests excepted. */
  readonly uses: readonly KeyUse[];
};

export function readTree(root: string): Tree {
  if (!existsSync(join(root, 'locales', sourceLocale))) {
    throw new Error(`no folder locales/${sourceLocale} below ${root}: give the project's folder by --root`);
  }
  const isBegun = (locale: TranslatedLocale) => existsSync(join(root, 'locales', locale));
  const locales = translatedLocales.filter((locale) => isLaunchLocale(locale) || isBegun(locale));
  return {
    root,
    locales,
    catalogs: locales.flatMap((locale) => catalogFiles(root, locale)),
    words: locales.flatMap((locale) => wordFiles(root, locale)),
    abouts: files(root, `locales/${sourceLocale}/about/*.jsonc`).map(({ file, text }) =>
      readAbouts(text, { area: basename(file, '.jsonc'), file }),
    ),
    statuses: locales.filter((locale) => locale !== sourceLocale).map((locale) => statusFile(root, locale)),
    contents: new Map(
      locales.flatMap((locale) => files(root, `content/${locale}/*.md`).map(({ file, text }) => [file, text])),
    ),
    // Reading the sources takes as long as all the rest, and most rules have no need of them.
    get uses() {
      return usesIn(this);
    },
  };
}

const usesIn = kept((tree: Tree): readonly KeyUse[] => sourcesOf(tree).flatMap((source) => usesOf(source)));

/** The sources of this tree, read once for all rules. */
export const sourcesOf = kept((tree: Tree): readonly TextFile[] => sources(tree.root));

/** The sources that may ask for a message. */
export function sources(root: string): readonly TextFile[] {
  return files(root, '{app,server,scripts/verify-draw,scripts/verify-page}/**/*.{ts,tsx}').filter(
    ({ file }) => !/\.(test|examples|dev)\.tsx?$|\.d\.ts$/.test(file),
  );
}

/** `--watch` looks again and again, and nearly all files are as they were. */
function once<Result>(read: (source: TextFile) => Result): (source: TextFile) => Result {
  const known = new Map<string, { readonly text: string; readonly result: Result }>();
  return (source) => {
    const before = known.get(source.file);
    if (before?.text === source.text) return before.result;
    const result = read(source);
    known.set(source.file, { text: source.text, result });
    return result;
  };
}

const usesOf = once(({ file, text }) => keysUsed(text, file));
const jsonOf = once(({ file, text }) => readJson(text, file));
const areaOfFile = once(({ file, text }): JsonFile => {
  const { entries, flaws } = readJson(text, file);
  const withArea = <Named extends { readonly key: string }>(named: Named) => ({
    ...named,
    key: `${basename(file, '.json')}.${named.key}`,
  });
  return { entries: entries.map(withArea), flaws: flaws.map(withArea) };
});

/** The messages of one language by key; without the files that can't be read. */
export function messagesOf(
  tree: Tree,
  locale: TranslatedLocale,
): ReadonlyMap<string, Entry & { readonly file: string }> {
  const own = tree.catalogs.filter((catalog) => catalog.locale === locale);
  return new Map(own.flatMap(({ entries, file }) => entries.map((entry) => [entry.key, { ...entry, file }] as const)));
}

/** Areas that can't be read in this language: one finding is enough, not one a key. */
export function brokenAreas(tree: Tree, locale: TranslatedLocale): ReadonlySet<string> {
  const broken = tree.catalogs.filter(
    ({ flaws, ...catalog }) => catalog.locale === locale && flaws.some(({ kind }) => kind === 'syntax'),
  );
  return new Set(broken.map(({ area }) => area));
}

export function areaOf(key: string): string {
  return key.split('.')[0] ?? '';
}

function catalogFiles(root: string, locale: TranslatedLocale): readonly CatalogFile[] {
  const areas = files(root, `locales/${locale}/*.json`).filter(({ file }) => !besides.has(basename(file)));
  return areas.map(({ file, text }) => ({
    locale,
    area: basename(file, '.json'),
    file,
    ...areaOfFile({ file, text }),
  }));
}

/** A language's states; a file that is not there is one finding, not one a key. */
function statusFile(root: string, locale: TranslatedLocale): StatusFile {
  const file = `locales/${locale}/status.json`;
  if (!existsSync(join(root, file))) return { locale, file, entries: [], flaw: { line: 1, found: 'no such file' } };
  const { entries, flaws } = jsonOf({ file, text: readFileSync(join(root, file), 'utf8') });
  const [flaw] = flaws;
  return flaw ? { locale, file, entries: [], flaw } : { locale, file, entries };
}

function wordFiles(root: string, locale: TranslatedLocale): readonly CatalogFile[] {
  return files(root, `locales/${locale}/words/*.json`).map(({ file, text }) => ({
    locale,
    area: basename(file, '.json'),
    file,
    ...jsonOf({ file, text }),
  }));
}

function files(root: string, pattern: string): readonly TextFile[] {
  return globSync(pattern, { cwd: root })
    .map((file) => relative(root, join(root, file)).split(sep).join('/'))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}
