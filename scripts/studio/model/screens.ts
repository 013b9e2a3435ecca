import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { dirOf, type TranslatedLocale } from '#core/language/locales.ts';
import { placesOf } from '../../catalogs/about.ts';
import { pictureFinder } from '../../catalogs/exchange/pictures.ts';
import type { Unit } from '../../catalogs/exchange/unit.ts';
import { placeOf } from '../../catalogs/exchange/units.ts';
import type { Tree } from '../../catalogs/tree.ts';
import { type Marks, marksShape } from '../../screens/marks.ts';

/** A picture of a screen: `docs/screens/<tag>/<name>.webp`. */
export type Screen = {
  readonly tag: string;
  readonly name: string;
  /** Where its texts are; undefined where the picture was made without. */
  readonly marks: Marks | undefined;
};

const folder = 'docs/screens';

/** Each screen once, in the picture that tells a translator most: in her language, or at least in its direction. */
export function screensFor(root: string, locale: TranslatedLocale): readonly Screen[] {
  const rank = ranked(locale);
  const best = new Map<string, string>();
  for (const file of globSync('*/*.webp', { cwd: join(root, folder) }).sort()) {
    const [tag, name] = [dirname(file), basename(file, '.webp')];
    const known = best.get(name);
    if (known === undefined || rank(tag) < rank(known)) best.set(name, tag);
  }
  return [...best].map(([name, tag]) => ({ tag, name, marks: marksOf(root, tag, name) })).sort(byName);
}

export function screenCalled(root: string, locale: TranslatedLocale, name: string): Screen | undefined {
  return screensFor(root, locale).find((screen) => screen.name === name);
}

/** The screens that show a text: by what the pictures say, else by where the program uses it, in all their states. */
export function screensWith(screens: readonly Screen[], key: string, place: PlaceFinder): readonly Screen[] {
  const marked = screens.filter(({ marks }) => marks?.texts[key] !== undefined);
  if (marked.length > 0) return marked;
  const own = place(key);
  return own === undefined ? [] : screens.filter(({ name }) => name === own || name.startsWith(`${own}-`));
}

/** The texts of a screen, from its top to its end where that is known. */
export function unitsOn<One extends Pick<Unit, 'key'>>(
  { marks, name }: Screen,
  units: readonly One[],
  place: PlaceFinder,
): readonly One[] {
  if (!marks) return units.filter(({ key }) => place(key) === name);
  const top = (key: string) => Math.min(...(marks.texts[key] ?? []).map(([, y]) => y));
  return units
    .filter(({ key }) => marks.texts[key] !== undefined)
    .toSorted((one, other) => top(one.key) - top(other.key));
}

/** Where a picture lies; undefined for a name that is none. */
export function picturePath(root: string, { tag, name }: Pick<Screen, 'tag' | 'name'>): string | undefined {
  if (!/^[A-Za-z-]+$/.test(tag) || !/^[A-Za-z0-9-]+$/.test(name)) return undefined;
  const path = join(root, folder, tag, `${name}.webp`);
  return existsSync(path) ? path : undefined;
}

export type PlaceFinder = (key: string) => string | undefined;

/** The screen that a text belongs to by its key and its place in the program. */
export function placeFinder({ root, uses }: Tree, locale: string): PlaceFinder {
  const pictureOf = pictureFinder(root, locale);
  return (key) => {
    const places = key.startsWith('page:') ? [] : placesOf(key, uses).map(placeOf);
    const picture = pictureOf(key, places);
    return picture === undefined ? undefined : basename(picture, '.webp');
  };
}

function ranked(locale: TranslatedLocale): (tag: string) => number {
  const order = dirOf(locale) === 'rtl' ? [locale, 'ar-XB'] : [locale, 'ht', 'ru'];
  return (tag) => (order.includes(tag) ? order.indexOf(tag) : order.length);
}

function marksOf(root: string, tag: string, name: string): Marks | undefined {
  const path = join(root, folder, tag, `${name}.json`);
  if (!existsSync(path)) return undefined;
  return marksShape.parse(JSON.parse(readFileSync(path, 'utf8')));
}

function byName({ name: one }: Screen, { name: other }: Screen): number {
  return one < other ? -1 : 1;
}
