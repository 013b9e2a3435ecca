import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Catalogs, type Group, parseAttic } from './attic.ts';

const group: z.ZodType<Group> = z.lazy(() => z.record(z.string(), z.union([z.string(), group])));
const lines = z.record(z.string(), z.string());

/** Files of `locales/<tag>/` that are no areas. */
export const besides: ReadonlySet<string> = new Set(['status.json', 'attic.json']);

/** One language as it lies below `locales/`. A file that cannot be read throws: nothing is written then. */
export function readCatalogs(root: string, locale: string): Catalogs {
  const folder = join(root, 'locales', locale);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const has = (name: string) => existsSync(join(folder, name));
  const areas = globSync('*.json', { cwd: folder })
    .filter((name) => !besides.has(name))
    .sort()
    .map((name) => [basename(name, '.json'), group.parse(JSON.parse(read(name)))] as const);
  return {
    areas: new Map(areas),
    statuses: has('status.json') ? lines.parse(JSON.parse(read('status.json'))) : {},
    attic: has('attic.json') ? parseAttic(read('attic.json')) : {},
  };
}

/** Writes what has changed; the attic first, so that a text is never in neither place. */
export function writeCatalogs(root: string, locale: string, { areas, statuses, attic }: Catalogs): void {
  const folder = join(root, 'locales', locale);
  const write = (name: string, value: object) => {
    const path = join(folder, name);
    const text = `${JSON.stringify(value, null, 2)}\n`;
    const before = existsSync(path) ? readFileSync(path, 'utf8') : '{}\n';
    if (before !== text) writeFileSync(path, text);
  };
  write('attic.json', attic);
  for (const [area, messages] of areas) write(`${area}.json`, messages);
  write('status.json', statuses);
}
