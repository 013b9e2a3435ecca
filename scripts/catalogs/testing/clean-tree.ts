import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type LaunchLocale, launchLocales } from '#core/language/locales.ts';
import { enumerations, keysOf } from '../enumerations.ts';
import { contentSlugs } from '../rules/content-pages.ts';

const project = join(import.meta.dirname, '../../..');

/** A message of each kind, right in every language. */
const people: Readonly<Record<LaunchLocale, string>> = {
  en: '{count, plural, one {{countText} person} other {{countText} people}}',
  es: '{count, plural, one {{countText} persona} other {{countText} personas}}',
  ht: '{count, plural, =1 {{countText} moun} other {{countText} moun}}',
  ru: '{count, plural, one {{countText} человек} few {{countText} человека} many {{countText} человек} other {{countText} человека}}',
  'pt-BR': '{count, plural, one {{countText} pessoa} other {{countText} pessoas}}',
};

const page = `import { useTranslations } from 'next-intl';
export function Page({ name }: { name: string }) {
  const t = useTranslations('sample');
  return <p title={t('title')}>{t('greeting', { name })}{t('people', {})}{t('choice', {})}{t.rich('rich', {})}</p>;
}
`;

const body = '## Heading\n\nText.';
const bodyHash = createHash('sha256').update(body).digest('hex').slice(0, 16);

/** A small project without a finding, in a folder of its own: the words of the real one, all keys the core asks for. */
export function writeCleanTree(): string {
  const root = mkdtempSync(join(tmpdir(), 'catalogs-'));
  for (const locale of launchLocales) {
    for (const [area, messages] of Object.entries(areasOf(locale))) {
      write(root, `locales/${locale}/${area}.json`, `${JSON.stringify(messages, null, 2)}\n`);
    }
    cpSync(join(project, `locales/${locale}/words`), join(root, `locales/${locale}/words`), { recursive: true });
    for (const slug of contentSlugs) write(root, `content/${locale}/${slug}.md`, longText(locale));
  }
  write(root, 'app/page.tsx', page);
  return root;
}

/** Replaces text in a file; throws where there is nothing to replace, so that no flaw goes unseeded. */
export function edit(root: string, file: string, [from, to]: readonly [string, string]): void {
  const text = readFileSync(join(root, file), 'utf8');
  if (!text.includes(from)) throw new Error(`expected ${from} in ${file}, found none`);
  writeFileSync(
    join(root, file),
    text.replace(from, () => to),
  );
}

export function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

type Group = { [key: string]: string | Group };

function areasOf(locale: LaunchLocale): Group {
  const areas: Group = {
    sample: {
      title: `Title in ${locale}`,
      greeting: 'Hello {name}',
      people: people[locale],
      choice: '{sex, select, female {she} other {they}}',
      rich: 'Read the <link>terms</link>',
    },
  };
  for (const key of enumerations.flatMap(keysOf)) {
    const path = key.split('.');
    const last = path.pop() ?? '';
    const group = path.reduce((outer, name) => (outer[name] ??= {}) as Group, areas);
    group[last] = `Text for ${key}`;
  }
  return areas;
}

function longText(locale: LaunchLocale): string {
  const state = locale === 'en' ? 'state: source' : `state: draft\nsourceHash: "${bodyHash}"`;
  return `---\ntitle: Title\nversion: "2027-01"\n${state}\n---\n\n${body}\n`;
}
