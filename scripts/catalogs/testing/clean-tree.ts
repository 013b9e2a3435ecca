import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type LaunchLocale, launchLocales, sourceLocale } from '#core/language/locales.ts';
import { filledIn } from '../about.ts';
import { enumerations, keysOf } from '../enumerations.ts';
import { readJson } from '../json-file.ts';
import { contentSlugs } from '../rules/content-pages.ts';
import { sourceHash } from '../source-hash.ts';

const project = join(import.meta.dirname, '../../..');

/** A message of each kind, right in every language, and a page. */
const samples: Readonly<Record<LaunchLocale, Readonly<Record<string, string>>>> = {
  en: {
    title: 'The title',
    greeting: 'Hello {name}',
    people: '{count, plural, one {{countText} person} other {{countText} people}}',
    choice: '{sex, select, female {she} other {they}}',
    rich: 'Read the <link>terms</link>',
  },
  es: {
    title: 'El título',
    greeting: 'Hola {name}',
    people: '{count, plural, one {{countText} persona} other {{countText} personas}}',
    choice: '{sex, select, female {ella} other {esa persona}}',
    rich: 'Lea las <link>condiciones</link>',
  },
  ht: {
    title: 'Tit la',
    greeting: 'Bonjou {name}',
    people: '{count, plural, =1 {{countText} moun} other {{countText} moun}}',
    choice: '{sex, select, female {fi sa a} other {moun sa a}}',
    rich: 'Li <link>kondisyon yo</link>',
  },
  ru: {
    title: 'Заголовок',
    greeting: 'Здравствуйте, {name}',
    people:
      '{count, plural, one {{countText} человек} few {{countText} человека} many {{countText} человек} other {{countText} человека}}',
    choice: '{sex, select, female {она} other {этот человек}}',
    rich: 'Прочитайте <link>условия</link>',
  },
  'pt-BR': {
    title: 'O título',
    greeting: 'Olá, {name}',
    people: '{count, plural, one {{countText} pessoa} other {{countText} pessoas}}',
    choice: '{sex, select, female {ela} other {essa pessoa}}',
    rich: 'Leia os <link>termos</link>',
  },
};

const pages: Readonly<Record<LaunchLocale, readonly [title: string, text: string]>> = {
  en: ['Title', 'Text'],
  es: ['Título', 'Texto'],
  ht: ['Tit', 'Tèks'],
  ru: ['Заголовок', 'Текст'],
  'pt-BR': ['Título', 'Texto'],
};

const page = `import { useTranslations } from 'next-intl';
export function Page({ name }: { name: string }) {
  const t = useTranslations('sample');
  return <p title={t('title')}>{t('greeting', { name })}{t('people', {})}{t('choice', {})}{t.rich('rich', {})}</p>;
}
`;

const bodyHash = sourceHash(bodyOf('en'));

/** A small project without a finding, in a folder of its own: the words of the real one, all keys the core asks for. */
export function writeCleanTree(): string {
  const root = mkdtempSync(join(tmpdir(), 'catalogs-'));
  for (const locale of launchLocales) {
    for (const [area, messages] of Object.entries(areasOf(locale))) {
      put(root, `locales/${locale}/${area}.json`, `${JSON.stringify(messages, null, 2)}\n`);
    }
    cpSync(join(project, `locales/${locale}/words`), join(root, `locales/${locale}/words`), { recursive: true });
    for (const slug of contentSlugs) write(root, `content/${locale}/${slug}.md`, longText(locale));
  }
  write(root, 'app/page.tsx', page);
  writeBeside(root);
  return root;
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
  const json = (lines: readonly (readonly [string, string])[]) =>
    `${JSON.stringify(Object.fromEntries(lines), null, 2)}\n`;
  for (const { area, entries } of areas) {
    const abouts = entries.map(({ key, value }) => [key, ['A text.', ...filledIn(value)].join(' ')] as const);
    put(root, `locales/${sourceLocale}/about/${area}.jsonc`, json(abouts));
  }
  const states = areas.flatMap(({ area, entries }) =>
    entries.map(({ key, value }) => [`${area}.${key}`, `${sourceHash(value)} draft machine 2027-01-31`] as const),
  );
  for (const locale of launchLocales.filter((other) => other !== sourceLocale))
    put(root, `locales/${locale}/status.json`, json(states));
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

/** The project's own sentences for all keys the core asks for: made-up ones would be of no language. */
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

/** The project's own text of a message. */
export function realText(locale: LaunchLocale, key: string): string {
  const [area = '', ...path] = key.split('.');
  const file = join(project, `locales/${locale}/${area}.json`);
  const messages = read.get(file) ?? (JSON.parse(readFileSync(file, 'utf8')) as Group);
  read.set(file, messages);
  const text = path.reduce<string | Group | undefined>(
    (group, name) => (typeof group === 'object' ? group[name] : undefined),
    messages,
  );
  if (typeof text !== 'string') throw new Error(`expected ${key} in ${file}, found none`);
  return text;
}

function bodyOf(locale: LaunchLocale): string {
  const [title, text] = pages[locale];
  return `## ${title}\n\n${text}.`;
}

function longText(locale: LaunchLocale): string {
  const state =
    locale === 'en' ? 'state: source' : `state: draft\nby: machine\non: "2027-01-31"\nsourceHash: "${bodyHash}"`;
  return `---\ntitle: ${pages[locale][0]}\nversion: "2027-01"\n${state}\n---\n\n${bodyOf(locale)}\n`;
}
