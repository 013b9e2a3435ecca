import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sourceLocale } from '#core/language/locales.ts';
import { writeAbouts } from './catalogs/about.ts';
import { type Catalogs, type Group, throughAttic } from './catalogs/attic.ts';
import { readCatalogs, writeCatalogs } from './catalogs/catalogs-on-disk.ts';
import { extractedKeys, withMissingKeys } from './catalogs/extract.ts';
import { duplicateKey } from './catalogs/rules/duplicate-key.ts';
import { icuSyntax } from './catalogs/rules/icu-syntax.ts';
import { jsonSyntax } from './catalogs/rules/json-syntax.ts';
import { unused } from './catalogs/rules/unused.ts';
import { readTree, sources } from './catalogs/tree.ts';

// npm run catalogs:extract: shows which keys the sources ask for and locales/en lacks, and which nobody asks for.
// npm run catalogs:extract -- --add: adds the first, empty, with an empty description (both are findings until somebody has
// written them), or with their old texts where the attic has them; moves the others to the attic, in every language.

type Missing = { readonly wanted: unknown; readonly added: readonly string[] };

async function missingOf(root: string, { areas }: Catalogs): Promise<ReadonlyMap<string, Missing>> {
  const wanted = await extractedKeys(root, sources(root));
  return new Map(
    [...wanted].map(([area, keys]) => [
      area,
      { wanted: keys, added: withMissingKeys(areas.get(area) ?? {}, keys).added },
    ]),
  );
}

async function run(root: string, isAdding: boolean): Promise<string> {
  const tree = readTree(root);
  const [broken] = [jsonSyntax, duplicateKey, icuSyntax].flatMap(({ look }) => look(tree));
  // What cannot be read cannot be kept, and the attic is parsed by the build as all the rest is.
  if (broken)
    throw new Error(`${broken.file}:${broken.line} ${broken.message} Put it right first: npm run catalogs:check`);
  const source = readCatalogs(root, sourceLocale);
  const missing = await missingOf(root, source);
  const added = new Set([...missing].flatMap(([area, plan]) => plan.added.map((key) => `${area}.${key}`)));
  const gone = new Set(unused.look(tree).map(({ key }) => key));
  const said = [...[...added].map((key) => `missing  ${key}`), ...[...gone].map((key) => `unused   ${key}`)];
  if (!isAdding) {
    if (said.length === 0) return 'No key is missing, and none is left over.\n';
    return `${said.join('\n')}\n${added.size} missing, ${gone.size} left over; -- --add adds and removes them.\n`;
  }
  let restored = 0;
  for (const locale of tree.locales) {
    const before = readCatalogs(root, locale);
    const through = throughAttic(before, { isGone: (key) => gone.has(key), added });
    restored += locale === sourceLocale ? through.restored.length : 0;
    const areas = new Map(through.areas);
    if (locale === sourceLocale)
      for (const [area, { wanted, added: keys }] of missing)
        if (keys.length > 0) areas.set(area, withMissingKeys(areas.get(area) ?? {}, wanted).catalog as Group);
    writeCatalogs(root, locale, { ...through, areas });
  }
  describe(root, { added, gone });
  return `${added.size} added, ${restored} of them as they were before; ${gone.size} moved to the attic.\n`;
}

/** A new key gets an empty description, a finding; that of a removed key goes. Patterns stay. */
function describe(
  root: string,
  { added, gone }: { readonly added: ReadonlySet<string>; readonly gone: ReadonlySet<string> },
): void {
  const { abouts } = readTree(root);
  const areas = new Set([...added, ...gone].map((key) => key.slice(0, key.indexOf('.'))));
  for (const area of areas) {
    const entries = abouts.find((file) => file.area === area)?.entries ?? [];
    const known = new Set(entries.map(({ key }) => key));
    const empty = [...added]
      .filter((key) => key.startsWith(`${area}.`) && !known.has(key))
      .map((key) => ({ key, about: '' }));
    const file = `locales/${sourceLocale}/about/${area}.jsonc`;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), writeAbouts([...entries.filter(({ key }) => !gone.has(key)), ...empty]));
  }
}

const { values } = parseArgs({
  options: {
    add: { type: 'boolean', default: false },
    root: { type: 'string', default: join(import.meta.dirname, '..') },
  },
});
try {
  process.stdout.write(await run(resolve(values.root), values.add));
} catch (error) {
  process.stderr.write(`Nothing was changed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
