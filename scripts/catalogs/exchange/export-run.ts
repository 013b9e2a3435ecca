import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sourceLocale } from '#core/language/locales.ts';
import { areaOf, readTree } from '../tree.ts';
import { formatOfName } from './formats.ts';
import { fileWith } from './parcel.ts';
import { type Format, formats, type Unit, unitStates } from './unit.ts';
import { targetLocales } from './units.ts';

/** Exports what the command line asks for. Gives the exit code: 1 where something could not go along. */
export function runExport(): number {
  const { values } = parseArgs({
    options: {
      locale: { type: 'string' },
      state: { type: 'string' },
      area: { type: 'string' },
      page: { type: 'string' },
      format: { type: 'string' },
      to: { type: 'string' },
      root: { type: 'string', default: join(import.meta.dirname, '../../..') },
    },
  });
  const tree = readTree(resolve(values.root));
  const locale = oneOf('--locale', values.locale, targetLocales);
  const states = listOf('--state', values.state, unitStates);
  const areas = listOf('--area', values.area, [
    ...new Set(tree.catalogs.filter((catalog) => catalog.locale === sourceLocale).map(({ area }) => area)),
  ]);
  const slugs = [...tree.contents.keys()].flatMap((file) => /^content\/en\/(.+)\.md$/.exec(file)?.[1] ?? []);
  const pages = listOf('--page', values.page, slugs);
  const format = formatFor(values);
  const isAsked = ({ key, state }: Unit) => {
    const page = pageOf(key);
    const isInside = page === undefined ? isChosen(areas, areaOf(key), pages) : isChosen(pages, page, areas);
    return isInside && (states === undefined || states.has(state));
  };
  const { text, count, of, left } = fileWith(tree, { locale, format, isAsked });
  if (values.to === undefined) process.stdout.write(text);
  else writeFileSync(values.to, text);
  process.stderr.write(`${count} of ${of} texts for ${locale}, ${format}.\n`);
  for (const { key, sign } of left)
    process.stderr.write(
      `${key} stays here: ${sign} in it cannot travel in a file. npm run catalogs:check says where.\n`,
    );
  return left.length === 0 ? 0 : 1;
}

function pageOf(key: string): string | undefined {
  return /^page:(.+)\.\d+$/.exec(key)?.[1];
}

/** Everything where nothing was chosen; where only the other kind was, nothing of this one. */
function isChosen(own: ReadonlySet<string> | undefined, name: string, other: ReadonlySet<string> | undefined): boolean {
  return own ? own.has(name) : other === undefined;
}

function formatFor({ format, to }: { readonly format?: string | undefined; readonly to?: string | undefined }): Format {
  return oneOf('--format', format ?? (to === undefined ? undefined : formatOfName(to)), formats);
}

function oneOf<Value extends string>(option: string, value: string | undefined, allowed: readonly Value[]): Value {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Error(`${option} is ${allowed.join(', ')}, found ${value ?? 'nothing'}`);
  return found;
}

/** `draft,stale`; undefined where the option is not there. */
function listOf<Value extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly Value[],
): ReadonlySet<Value> | undefined {
  return value === undefined ? undefined : new Set(value.split(',').map((one) => oneOf(option, one.trim(), allowed)));
}
