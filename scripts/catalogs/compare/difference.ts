import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { sourceLocale } from '#core/language/locales.ts';
import { readJson } from '../json-file.ts';
import type { Place } from './counting.ts';
import { placeOf } from './layout.ts';

/** Where a seeded tree differs from its clean one: messages, or why no tool for catalogs could see it. */
export type Difference =
  | { readonly kind: 'catalogs'; readonly places: readonly Place[] }
  | { readonly kind: 'elsewhere'; readonly why: string };

export function differenceOf(clean: string, flawed: string): Difference {
  const [before, after] = [filesBelow(clean), filesBelow(flawed)];
  const files = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
  const places = files.flatMap((file) => {
    const place = placeOf(file);
    return place ? keysThatDiffer(before.get(file), after.get(file)).map((key) => ({ ...place, key })) : [];
  });
  const isSourceAsBefore = places.every(({ locale }) => locale !== sourceLocale);
  if (isSourceAsBefore && files.some((file) => file.startsWith(`locales/${sourceLocale}/about/`)))
    return { kind: 'elsewhere', why: 'in a description for translators' };
  if (places.length > 0) return { kind: 'catalogs', places };
  return {
    kind: 'elsewhere',
    why: files.every((file) => file.startsWith('content/')) ? 'in a long text' : 'in a source',
  };
}

/** Keys below the area; the empty one where the whole file is meant. */
function keysThatDiffer(before: string | undefined, after: string | undefined): readonly string[] {
  const [old, fresh] = [textsOf(before), textsOf(after)];
  const keys = [...new Set([...old.keys(), ...fresh.keys()])].filter((key) => old.get(key) !== fresh.get(key));
  return before === undefined || after === undefined || keys.length === 0 ? [...keys, ''] : keys;
}

function textsOf(json: string | undefined): ReadonlyMap<string, string> {
  return new Map(json === undefined ? [] : readJson(json, '').entries.map(({ key, value }) => [key, value]));
}

function filesBelow(root: string): ReadonlyMap<string, string> {
  const files = globSync('{app,content,locales}/**/*.*', { cwd: root }).map((file) => file.split(sep).join('/'));
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}
