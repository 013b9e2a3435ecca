import { sourceLocale, translatedLocales } from '#core/language/locales.ts';
import { aboutByKey, placesOf } from '../about.ts';
import { pageStatus } from '../accept-page.ts';
import { termFinder } from '../glossary-places.ts';
import { readLongText } from '../long-text.ts';
import { sourceHash } from '../source-hash.ts';
import { parseStatus } from '../status.ts';
import { areaOf, type Tree } from '../tree.ts';
import { variantsOf } from '../variants.ts';
import { readComments } from './comments.ts';
import { isBuiltLike, piecesOfPage } from './page-units.ts';
import { pictureFinder } from './pictures.ts';
import type { Place, Unit, UnitState } from './unit.ts';

/** A unit without what only its translator needs. */
type Bare = Pick<Unit, 'key' | 'file' | 'source' | 'target' | 'state'>;

/** The languages that somebody can translate into, begun or not. */
export const targetLocales: readonly string[] = translatedLocales.filter((locale) => locale !== sourceLocale);

/** All units of a language, messages first, in the order of the English. A text that is empty in English is none. */
export function bareUnitsOf(tree: Tree, locale: string): readonly Bare[] {
  return [...messageUnits(tree, locale), ...pageUnits(tree, locale)].filter(({ source }) => source.trim() !== '');
}

function messageUnits(tree: Tree, locale: string): readonly Bare[] {
  const own = messagesIn(tree, locale);
  const entries = tree.statuses.find((file) => file.locale === locale)?.entries ?? [];
  const statuses = new Map(entries.map(({ key, value }) => [key, parseStatus(value)]));
  return [...messagesIn(tree, sourceLocale)].map(([key, source]) => {
    const target = own.get(key) ?? '';
    const status = statuses.get(key);
    const state = stateOf(target, status && { ...status, isFresh: status.source === sourceHash(source) });
    return { key, file: `locales/${locale}/${areaOf(key)}.json`, source, target, state };
  });
}

function messagesIn(tree: Tree, locale: string): ReadonlyMap<string, string> {
  const own = tree.catalogs.filter((catalog) => catalog.locale === locale);
  return new Map(own.flatMap(({ entries }) => entries.map(({ key, value }) => [key, value] as const)));
}

function pageUnits({ contents }: Tree, locale: string): readonly Bare[] {
  return [...contents].flatMap(([path, source]) => {
    const slug = new RegExp(`^content/${sourceLocale}/(.+)\\.md$`).exec(path)?.[1];
    if (slug === undefined) return [];
    const file = `content/${locale}/${slug}.md`;
    const page = contents.get(file);
    // Which block belongs to which is not known there; `catalogs:check` tells where it begins.
    if (page !== undefined && !isBuiltLike(page, source)) return [];
    const own = new Map(piecesOfPage(page ?? '').map(({ index, text }) => [index, text]));
    const status = page === undefined ? undefined : pageStatus(page);
    const isFresh = status?.source === sourceHash(readLongText(source).body);
    return piecesOfPage(source).map(({ index, text }) => {
      const target = own.get(index) ?? '';
      const state = stateOf(target, status && { ...status, isFresh });
      return { key: `page:${slug}.${index}`, file, source: text, target, state };
    });
  });
}

/** A translation that nobody has said anything of is a draft. */
function stateOf(
  target: string,
  status: { readonly state: Exclude<UnitState, 'missing' | 'stale'>; readonly isFresh: boolean } | undefined,
): UnitState {
  if (target.trim() === '') return 'missing';
  if (!status) return 'draft';
  return status.isFresh ? status.state : 'stale';
}

/** The units with all that a translator has to know. */
export function unitsOf(tree: Tree, locale: string): readonly Unit[] {
  const bare = bareUnitsOf(tree, locale);
  const abouts = aboutByKey(
    tree.abouts,
    bare.map(({ key }) => key),
  );
  const comments = readComments(tree.root, locale);
  const termsOf = termFinder(tree);
  const pictureOf = pictureFinder(tree.root, locale);
  const kinds = pageKinds(tree);
  return bare.map((unit) => {
    const { key, source } = unit;
    const about = abouts.get(key);
    const isPage = key.startsWith('page:');
    const places = isPage ? [] : placesOf(key, tree.uses).map(placeOf);
    const terms = termsOf({ texts: isPage ? [source] : variantsOf(source) });
    return {
      ...unit,
      about: about?.about ?? kinds.get(key) ?? '',
      max: about?.max,
      places,
      terms: terms.flatMap(({ source: names, renderings }) => {
        const use = renderings.get(locale)?.use;
        return use === undefined ? [] : [`${names.map((name) => name.join(' ')).join(', ')} = ${use}`];
      }),
      picture: pictureOf(key, places),
      comment: comments.get(key) ?? '',
    };
  });
}

/** What a block of a long text is: `heading 2 of the page terms`. */
function pageKinds({ contents }: Tree): ReadonlyMap<string, string> {
  return new Map(
    [...contents].flatMap(([path, page]) => {
      const slug = new RegExp(`^content/${sourceLocale}/(.+)\\.md$`).exec(path)?.[1];
      if (slug === undefined) return [];
      return piecesOfPage(page).map(
        ({ index, kind }) => [`page:${slug}.${index}`, `${kind}, on the page “${slug}”. Markdown.`] as const,
      );
    }),
  );
}

/** `app/page.tsx:12`, as `placesOf` tells it, in its two parts. */
export function placeOf(place: string): Place {
  const at = place.lastIndexOf(':');
  return { file: place.slice(0, at), line: Number(place.slice(at + 1)) };
}
