import { globSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { pseudoLocales } from '#core/language/locales.ts';
import type { Place } from './unit.ts';

const folder = 'docs/screens';
const mirrored: readonly string[] = pseudoLocales;

/**
 * The picture of a screen on which a text stands, in the translator's language where there is one. A screen is called
 * as its page (`app/[locale]/ask/ports/page.tsx` → `ask-ports`) or form (`_forms/ask-ports.tsx`), and families of keys
 * as their screens (`register.name.title` → `register-name`); a text of a part that many pages share has none.
 */
export function pictureFinder(
  root: string,
  locale: string,
): (key: string, places: readonly Place[]) => string | undefined {
  const found = new Map<string, string>();
  for (const file of globSync('*/*.webp', { cwd: join(root, folder) }).sort()) {
    const screen = basename(file, '.webp');
    const language = dirname(file);
    if (mirrored.includes(language) || (found.has(screen) && language !== locale)) continue;
    found.set(screen, `${folder}/${file.split(sep).join('/')}`);
  }
  return (key, places) => {
    const page = /^page:(.*)\.\d+$/.exec(key)?.[1];
    const parts = key.split('.');
    const screens = [page, ...places.map(screenOf), parts.slice(0, 2).join('-'), parts[0]];
    return screens.map((screen) => found.get(screen ?? '')).find((picture) => picture !== undefined);
  };
}

function screenOf({ file }: Place): string | undefined {
  const form = /^app\/\[locale\]\/_forms\/([^/]+)\.tsx$/.exec(file)?.[1];
  const page = /^app\/\[locale\]\/(?:(.*)\/)?page\.tsx$/.exec(file);
  return form ?? (page ? (page[1]?.replaceAll('/', '-') ?? 'start') : undefined);
}
