import { sourceLocale } from '#core/language/locales.ts';
import { areaOf, type CatalogFile, type Tree } from '../tree.ts';
import type { Arrival } from './arrivals.ts';
import { withPieces } from './page-units.ts';

/** `page:terms.3` → page `terms`, block 3; undefined for a message. */
export function pageBlock(key: string): { readonly slug: string; readonly index: number } | undefined {
  const [, slug, index] = /^page:(.+)\.(\d+)$/.exec(key) ?? [];
  return slug === undefined ? undefined : { slug, index: Number(index) };
}

/** The pages of a language with what arrived for them; a page that is not there yet begins as the English one. */
export function pagesWith(
  { contents }: Tree,
  { locale, arrivals }: { readonly locale: string; readonly arrivals: readonly Arrival[] },
): ReadonlyMap<string, string> {
  const texts = new Map<string, Map<number, string>>();
  for (const { unit, text } of arrivals) {
    const block = pageBlock(unit.key);
    if (!block) continue;
    texts.set(block.slug, (texts.get(block.slug) ?? new Map<number, string>()).set(block.index, text));
  }
  return new Map(
    [...texts].map(([slug, own]) => {
      const file = `content/${locale}/${slug}.md`;
      return [file, withPieces(contents.get(file) ?? contents.get(`content/${sourceLocale}/${slug}.md`) ?? '', own)];
    }),
  );
}

/** The catalogs of English and one language as they would be, for the rules: no sources, no states, no other languages. */
export function resultingTree(
  tree: Tree,
  { locale, arrivals }: { readonly locale: string; readonly arrivals: readonly Arrival[] },
): Tree {
  const texts = new Map(arrivals.map(({ unit, text }) => [unit.key, text]));
  const isSeen = (tag: string) => tag === locale || tag === sourceLocale;
  const own = tree.catalogs.filter((catalog) => isSeen(catalog.locale));
  const pages = new Map([...tree.contents].filter(([file]) => isSeen(file.split('/')[1] ?? '')));
  const source = own.filter((catalog) => catalog.locale === sourceLocale);
  return {
    ...tree,
    locales: tree.locales.filter(isSeen),
    catalogs: [...source, ...source.map((catalog) => translated(catalog))],
    words: tree.words.filter((words) => isSeen(words.locale)),
    contents: new Map([...pages, ...pagesWith(tree, { locale, arrivals })]),
    abouts: [],
    statuses: [],
    uses: [],
  };

  /** An area in the order of the English; one without a file yet is made. */
  function translated({ area, entries, ...english }: CatalogFile): CatalogFile {
    const before = own.find((catalog) => catalog.locale === locale && catalog.area === area);
    const known = new Set(before?.entries.map(({ key }) => key));
    const added = entries.filter(({ key }) => areaOf(key) === area && texts.has(key) && !known.has(key));
    const all = [...(before?.entries ?? []), ...added];
    return {
      ...english,
      ...before,
      area,
      locale: locale as CatalogFile['locale'],
      file: `locales/${locale}/${area}.json`,
      flaws: before?.flaws ?? [],
      entries: all.map((entry) => ({ ...entry, value: texts.get(entry.key) ?? entry.value })),
    };
  }
}
