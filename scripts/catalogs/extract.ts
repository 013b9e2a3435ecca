import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { transform as Transform } from 'i18next-parser';
import { sourceLocale } from '#core/language/locales.ts';
import { covers, enumerations, keysOf } from './enumerations.ts';
import { type KeyUse, keysUsed } from './lexer.ts';
import type { TextFile } from './tree.ts';

/**
 * i18next-parser with the project's own lexer: its built-in ones give all keys of a file to the last namespace, miss
 * renamed and handed-on translators and take `{count}` for a family of keys.
 */
class Lexer extends EventEmitter {
  extract(content: string, file: string): readonly { readonly namespace: string; readonly key: string }[] {
    return keysUsed(content, file)
      .filter(({ kind }) => kind === 'key')
      .flatMap(concreteKeys)
      .map((key) => ({ namespace: key.slice(0, key.indexOf('.')), key: key.slice(key.indexOf('.') + 1) }));
  }
}

/** A pattern becomes the keys that the lists of the core give it. */
function concreteKeys({ key }: KeyUse): readonly string[] {
  return key.includes('*') ? enumerations.flatMap(keysOf).filter((name) => covers(key, name)) : [key];
}

type Output = { readonly path: string; readonly contents: Buffer };

/** The keys that the sources ask for, by area, in the shape of a catalog of empty texts. */
export async function extractedKeys(root: string, files: readonly TextFile[]): Promise<ReadonlyMap<string, unknown>> {
  const extraction = new Transform({
    locales: [sourceLocale],
    // No folder: only what the sources ask for is of interest; what is there already is compared by the caller.
    output: join(root, 'node_modules/.cache/catalogs-extract/$LOCALE/$NAMESPACE.json'),
    lexers: { ts: [Lexer], tsx: [Lexer], default: [Lexer] },
    namespaceSeparator: false,
    pluralSeparator: false,
    contextSeparator: false,
    keySeparator: '.',
    createOldCatalogs: false,
    defaultValue: '',
    lineEnding: 'lf',
    sort: false,
  });
  for (const { file, text } of files) {
    extraction.write({ path: join(root, file), contents: Buffer.from(text), isBuffer: () => true });
  }
  extraction.end();
  const found = new Map<string, unknown>();
  for await (const output of extraction as AsyncIterable<Output>) {
    const area = /([^/\\]+)\.json$/.exec(output.path)?.[1] ?? '';
    found.set(area, JSON.parse(output.contents.toString('utf8')));
  }
  return found;
}

type Group = { [key: string]: string | Group };

/** `catalog` with what it lacks of `wanted` at the end of each group, empty, and the keys that were added. */
export function withMissingKeys(
  catalog: unknown,
  wanted: unknown,
): { readonly catalog: unknown; readonly added: readonly string[] } {
  const added: string[] = [];
  return { catalog: merged(catalog as Group, wanted as Group, []), added };

  function merged(own: Group, other: Group, path: readonly string[]): Group {
    const result: Group = { ...own };
    for (const [key, value] of Object.entries(other)) {
      const there = result[key];
      if (typeof value === 'string') {
        if (there !== undefined) continue;
        result[key] = value;
        added.push([...path, key].join('.'));
      } else if (typeof there !== 'string') {
        result[key] = merged(there ?? {}, value, [...path, key]);
      }
    }
    return result;
  }
}
