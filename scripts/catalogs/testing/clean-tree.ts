import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type LaunchLocale, launchLocales, sourceLocale } from '#core/language/locales.ts';
import { filledIn } from '../about.ts';
import { enumerations, keysOf } from '../enumerations.ts';
import { narrowed } from '../exceptions.ts';
import { readJson } from '../json-file.ts';
import { contentSlugs } from '../long-text.ts';
import { sameSource } from '../rules/same-source.ts';
import { sameTranslation } from '../rules/same-translation.ts';
import { sourceHash } from '../source-hash.ts';
import { readTree } from '../tree.ts';
import { pages, samples } from './samples.ts';

const project = join(import.meta.dirname, '../../..');

const page = `import { useTranslations } from 'next-intl';
export function Page({ name }: { name: string }) {
  const t = useTranslations('sample');
  return <p title={t('title')}>{t('greeting', { name })}{t('people', {})}{t('choice', {})}{t('nobody', {})}{t('letter')}{t.rich('rich', {})}{t.rich('nested', {})}</p>;
}
`;

const bodyHash = sourceHash(pages.en.body);

let files: ReadonlyMap<string, string> | undefined;

/** A small project without a finding, in a folder of its own: the words of the real one, all keys the core asks for. */
export function writeCleanTree(): string {
  const root = mkdtempSync(join(tmpdir(), 'catalogs-'));
  const isFirst = files === undefined;
  files ??= cleanFiles();
  for (const [file, text] of files) put(root, file, text);
  for (const locale of launchLocales) {
    cpSync(join(project, `locales/${locale}/words`), join(root, `locales/${locale}/words`), { recursive: true });
  }
  writeBeside(root);
  if (isFirst) {
    const more = groupExceptions(root);
    files = new Map([...files, ...more]);
    for (const [file, text] of more) put(root, file, text);
  }
  return root;
}

/** Which words meet others depends on what is there: in a part of the messages these are others than in all. */
function groupExceptions(root: string): readonly (readonly [string, string])[] {
  const tree = readTree(root);
  return [sameSource, sameTranslation].map((rule) => [
    `scripts/catalogs/exceptions/${rule.name}.json`,
    json(rule.look(tree).map(({ file, key }) => ({ file, key, why: 'As in the project.' }))),
  ]);
}

/** What goes with the source: its descriptions, and in each language where the translations stand. */
function writeBeside(root: string): void {
  const sources = globSync(`locales/${sourceLocale}/*.json`, { cwd: root }).filter(
    (file) => basename(file) !== 'attic.json',
  );
  const areas = sources.map((file) => ({
    area: basename(file, '.json'),
    entries: readJson(readFileSync(join(root, file), 'utf8'), file).entries,
  }));
  // A source that cannot be read keeps what it had.
  if (areas.some(({ entries }) => entries.length === 0)) return;
  for (const { area, entries } of areas) {
    const abouts = entries.map(({ key, value }) => [key, ['A text.', ...filledIn(value)].join(' ')] as const);
    put(root, `locales/${sourceLocale}/about/${area}.jsonc`, json(Object.fromEntries(abouts)));
  }
  const states = areas.flatMap(({ area, entries }) =>
    entries.map(({ key, value }) => [`${area}.${key}`, `${sourceHash(value)} draft machine 2027-01-31`] as const),
  );
  for (const locale of launchLocales.filter((other) => other !== sourceLocale))
    put(root, `locales/${locale}/status.json`, json(Object.fromEntries(states)));
}

const sourceArea = new RegExp(`^locales/${sourceLocale}/[^/]+\\.json$`);

/**
 * Replaces text in a file; throws where there is nothing to replace, so that no flaw goes unseeded. With the source its
 * descriptions and states change, so that a flaw of the English is that flaw alone.
 */
export function edit(root: string, file: string, change: readonly [string, string]): void {
  editAlone(root, file, change);
  if (sourceArea.test(file)) writeBeside(root);
}

/** The same, and nothing goes with it: the translations are stale then. */
export function editAlone(root: string, file: string, [from, to]: readonly [string, string]): void {
  const text = readFileSync(join(root, file), 'utf8');
  if (!text.includes(from)) throw new Error(`expected ${from} in ${file}, found none`);
  writeFileSync(
    join(root, file),
    text.replace(from, () => to),
  );
}

export function write(root: string, file: string, text: string): void {
  put(root, file, text);
  if (sourceArea.test(file)) writeBeside(root);
}

function put(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

type Group = { [key: string]: string | Group };

function cleanFiles(): ReadonlyMap<string, string> {
  const catalogs = launchLocales.flatMap((locale) =>
    Object.entries(areasOf(locale)).map(
      ([area, messages]) => [`locales/${locale}/${area}.json`, json(messages)] as const,
    ),
  );
  const contents = launchLocales.flatMap((locale) =>
    contentSlugs.map((slug) => [`content/${locale}/${slug}.md`, longText(locale)] as const),
  );
  return new Map([...catalogs, ...contents, ...exceptions(), ['app/page.tsx', page]]);
}

/** The sentences of the project for what the core can say, and samples. */
function areasOf(locale: LaunchLocale): Group {
  const areas: Group = { sample: samples[locale] };
  for (const key of enumerations.flatMap(keysOf)) {
    const path = key.split('.');
    const last = path.pop() ?? '';
    const group = path.reduce((outer, name) => (outer[name] ??= {}) as Group, areas);
    group[last] = realText(locale, key);
  }
  return areas;
}

const read = new Map<string, Group>();

export function realText(locale: LaunchLocale, key: string): string {
  const [area = '', ...path] = key.split('.');
  const file = join(project, `locales/${locale}/${area}.json`);
  const messages = read.get(file) ?? (JSON.parse(readFileSync(file, 'utf8')) as Group);
  read.set(file, messages);
  const text = path.reduce<string | Group | undefined>(
    (group, name) => (typeof group === 'object' ? group[name] : undefined),
    messages,
  );
  if (typeof text !== 'string') throw new Error(`expected ${key} in ${file}: run npm run catalogs:check first`);
  return text;
}

/** The project's exceptions, as far as they are about what the core can say. */
function exceptions(): readonly (readonly [string, string])[] {
  const places = launchLocales.flatMap((locale) =>
    enumerations.flatMap(keysOf).map((key) => ({ file: `locales/${locale}/${key.split('.')[0]}.json`, key })),
  );
  const all = globSync('scripts/catalogs/exceptions/*.json', { cwd: project });
  // There is no glossary in that tree.
  const own = all.filter((file) => !/\/(?:same|glossary)-/.test(file));
  return own.map((file) => [file, json(narrowed(readFileSync(join(project, file), 'utf8'), places))]);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function longText(locale: LaunchLocale): string {
  const { title, body } = pages[locale];
  const state =
    locale === 'en' ? 'state: source' : `state: draft\nby: machine\non: "2027-01-31"\nsourceHash: "${bodyHash}"`;
  return `---\ntitle: ${title}\nversion: "2027-01"\n${state}\n---\n\n${body}\n`;
}
