import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sourceLocale } from '#core/language/locales.ts';
import { extractedKeys, withMissingKeys } from './catalogs/extract.ts';
import { sources } from './catalogs/tree.ts';

// npm run catalogs:extract: shows the keys that the sources ask for and locales/en lacks.
// npm run catalogs:extract -- --add: adds them, empty; `npm run catalogs:check` fails until somebody has written them.
const { values } = parseArgs({
  options: {
    add: { type: 'boolean', default: false },
    root: { type: 'string', default: join(import.meta.dirname, '..') },
  },
});
const root = resolve(values.root);
let count = 0;
for (const [area, wanted] of await extractedKeys(root, sources(root))) {
  const file = join('locales', sourceLocale, `${area}.json`);
  const path = join(root, file);
  const own: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const { catalog, added } = withMissingKeys(own, wanted);
  count += added.length;
  for (const key of added) process.stdout.write(`${file}  ${key}\n`);
  if (values.add && added.length > 0) writeFileSync(path, `${JSON.stringify(catalog, null, 2)}\n`);
}
process.stdout.write(
  count === 0
    ? 'No key is missing.\n'
    : `${count} keys ${values.add ? 'added, still empty' : 'missing; add them by -- --add'}.\n`,
);
