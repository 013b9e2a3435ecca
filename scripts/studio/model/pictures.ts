import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pictureFinder } from '../../catalogs/exchange/pictures.ts';
import type { Place } from '../../catalogs/exchange/unit.ts';

/** `name` as in `docs/screens/<tag>/<name>.webp`. */
export type Picture = { readonly tag: string; readonly name: string };

const most = 6;

/** The picture of a screen that has the text, and those of the same screen in other states, for the translator's eye. */
export function picturesOf(
  root: string,
  { locale, key, places }: { readonly locale: string; readonly key: string; readonly places: readonly Place[] },
): readonly Picture[] {
  const first = pictureFinder(root, locale)(key, places);
  if (first === undefined) return [];
  const tag = basename(dirname(first));
  const name = basename(first, '.webp');
  const others = readdirSync(join(root, dirname(first)))
    .filter((file) => file.startsWith(`${name}-`) && file.endsWith('.webp'))
    .map((file) => basename(file, '.webp'))
    .sort();
  return [name, ...others].slice(0, most).map((one) => ({ tag, name: one }));
}

/** Where a picture lies; undefined for a name that is none. */
export function picturePath(root: string, { tag, name }: Picture): string | undefined {
  if (!/^[A-Za-z-]+$/.test(tag) || !/^[A-Za-z0-9-]+$/.test(name)) return undefined;
  const path = join(root, 'docs/screens', tag, `${name}.webp`);
  return existsSync(path) ? path : undefined;
}
