import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { besides } from '../catalogs-on-disk.ts';
import { grouped } from '../grouped.ts';
import { readJson } from '../json-file.ts';

export type Catalog = { readonly locale: string; readonly area: string; readonly text: string };

/** The messages below a root, and the words of calendars and countries as areas `words-calendar`. */
export function catalogsIn(root: string): readonly Catalog[] {
  return globSync('locales/*/{*,words/*}.json', { cwd: root })
    .map((file) => file.split(sep).join('/'))
    .sort()
    .flatMap((file) => {
      const place = placeOf(file);
      return place ? [{ ...place, text: readFileSync(join(root, file), 'utf8') }] : [];
    });
}

/** The language and area of `locales/ht/start.json`; undefined where it is no catalog. */
export function placeOf(file: string): { readonly locale: string; readonly area: string } | undefined {
  const [, locale, words, name] = /^locales\/([^/]+)\/(words\/)?([^/]+)\.json$/.exec(file) ?? [];
  // What the words of a language are made from is no catalog of its own.
  if (!locale || !name || besides.has(`${name}.json`) || name === 'by-hand') return undefined;
  return { locale, area: words ? `words-${name}` : name };
}

/** A file a language, an area a group, as text: what is wrong with an area stays wrong. */
export function oneFileEach(root: string): ReadonlyMap<string, string> {
  return joined(root, ({ area, text }) => `${JSON.stringify(area)}: ${text.trim()}`);
}

/** A file a language, flat: `start.steps.ask` at the left. A key that is there twice is there twice. */
export function oneFlatFileEach(root: string): ReadonlyMap<string, string> {
  return joined(root, ({ area, text }) => {
    const { entries, flaws } = readJson(text, area);
    // As it is, so that the whole file cannot be read either.
    if (flaws.some(({ kind }) => kind === 'syntax')) return text.trim();
    return [
      ...entries.map(({ key, value }) => `${JSON.stringify(`${area}.${key}`)}: ${JSON.stringify(value)}`),
      ...flaws.flatMap(({ kind, key, found }) =>
        kind === 'not-text' ? [`${JSON.stringify(`${area}.${key}`)}: ${found}`] : [],
      ),
    ].join(',\n');
  });
}

function joined(root: string, textOf: (catalog: Catalog) => string): ReadonlyMap<string, string> {
  const areas = grouped(catalogsIn(root), ({ locale }) => locale);
  return new Map(
    [...areas].map(([locale, own]) => [
      `${locale}.json`,
      `{${own
        .map(textOf)
        .filter((text) => text !== '')
        .join(',\n')}}\n`,
    ]),
  );
}

/** A folder a language, a file an area. */
export function oneFolderEach(root: string): ReadonlyMap<string, string> {
  return new Map(catalogsIn(root).map(({ locale, area, text }) => [`${locale}/${area}.json`, text]));
}

/** Gives `use` a folder with these files, and clears it away. */
export async function inFolder<Result>(
  files: ReadonlyMap<string, string>,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'compare-'));
  try {
    for (const [file, text] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
