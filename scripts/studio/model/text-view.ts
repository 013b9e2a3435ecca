import { localeFacts, sourceLocale, type TranslatedLocale } from '#core/language/locales.ts';
import { aboutByKey, placesOf } from '../../catalogs/about.ts';
import { pageStatus } from '../../catalogs/accept-page.ts';
import { readComments } from '../../catalogs/exchange/comments.ts';
import { statusesOf } from '../../catalogs/exchange/plan.ts';
import { pageBlock } from '../../catalogs/exchange/resulting-tree.ts';
import type { Unit } from '../../catalogs/exchange/unit.ts';
import { bareUnitsOf } from '../../catalogs/exchange/units.ts';
import { readGlossary } from '../../catalogs/glossary-file.ts';
import { termFinder } from '../../catalogs/glossary-places.ts';
import type { Status } from '../../catalogs/status.ts';
import type { Tree } from '../../catalogs/tree.ts';
import { variantsOf } from '../../catalogs/variants.ts';
import { type Near, nearest } from './memory.ts';
import { placeFinder, type Screen, screensFor, screensWith } from './screens.ts';

type Bare = Pick<Unit, 'key' | 'file' | 'source' | 'target' | 'state'>;

const mostPictures = 6;

/** A word of the glossary that the English has. Of `use` and `also` each variant is right. */
export type TermView = {
  readonly name: string;
  readonly definition: string;
  readonly use: string;
  readonly also: string;
  readonly forbidden: readonly string[];
  readonly note: string;
};

/** Everything that a translator sees beside one text. */
export type TextView = {
  readonly locale: TranslatedLocale;
  readonly unit: Bare;
  readonly isPage: boolean;
  readonly about: string;
  readonly max: number | undefined;
  readonly places: readonly string[];
  readonly status: Status | undefined;
  readonly comment: string;
  readonly terms: readonly TermView[];
  readonly near: readonly Near[];
  /** In the other languages that have it. */
  readonly others: readonly { readonly locale: TranslatedLocale; readonly name: string; readonly text: string }[];
  readonly pictures: readonly Screen[];
};

/** Undefined for a key that the English has not. */
export function textView(tree: Tree, locale: TranslatedLocale, key: string): TextView | undefined {
  const units = bareUnitsOf(tree, locale);
  const unit = units.find((one) => one.key === key);
  if (!unit) return undefined;
  const isPage = pageBlock(key) !== undefined;
  const about = aboutByKey(tree.abouts, [key]).get(key);
  const places = isPage ? [] : placesOf(key, tree.uses);
  return {
    locale,
    unit,
    isPage,
    places,
    about: about?.about ?? '',
    max: about?.max,
    status: isPage ? statusOfPage(tree, unit.file) : statusesOf(tree, locale).get(key),
    comment: readComments(tree.root, locale).get(key) ?? '',
    terms: termsIn(tree, { locale, source: unit.source, isPage }),
    near: nearest(units, unit),
    others: tree.locales
      .filter((tag) => tag !== locale && tag !== sourceLocale)
      .flatMap((tag) => {
        const text = textIn(tree, tag, key);
        return text === '' ? [] : [{ locale: tag, name: localeFacts[tag].name, text }];
      }),
    pictures: screensWith(screensFor(tree.root, locale), key, placeFinder(tree, locale)).slice(0, mostPictures),
  };
}

function statusOfPage(tree: Tree, file: string): Status | undefined {
  const page = tree.contents.get(file);
  return page === undefined ? undefined : pageStatus(page);
}

function textIn(tree: Tree, locale: TranslatedLocale, key: string): string {
  if (pageBlock(key)) return bareUnitsOf(tree, locale).find((one) => one.key === key)?.target ?? '';
  const own = tree.catalogs.filter((catalog) => catalog.locale === locale).flatMap(({ entries }) => entries);
  return own.find((entry) => entry.key === key)?.value ?? '';
}

type Sought = { readonly locale: string; readonly source: string; readonly isPage: boolean };

function termsIn(tree: Tree, { locale, source, isPage }: Sought): readonly TermView[] {
  const written = new Map(readGlossary(tree.root)?.terms.map((term) => [term.key, term]));
  const found = termFinder(tree)({ texts: isPage ? [source] : variantsOf(source) });
  return found.flatMap(({ key }) => {
    const term = written.get(key);
    const rendering = term?.renderings.get(locale);
    if (!term || !rendering) return [];
    const { use, also, forbidden, note = '' } = rendering;
    return [{ name: term.en, definition: term.definition, use, also, forbidden, note }];
  });
}
