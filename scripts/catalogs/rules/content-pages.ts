import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { type LaunchLocale, launchLocales, sourceLocale } from '#core/language/locales.ts';
import type { Told } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const contentSlugs = ['terms', 'help', 'privacy', 'accessibility'];
const states = ['draft', 'translated', 'reviewed'];

export const contentPages: Rule = {
  name: 'content-pages',
  why: 'A person has to be able to read what she agrees to, and to know whether anybody has checked the translation.',
  look: ({ contents }) =>
    contentSlugs.flatMap((slug) => launchLocales.flatMap((locale) => look(contents, slug, locale))),
};

function look(contents: ReadonlyMap<string, string>, slug: string, locale: LaunchLocale): readonly Told[] {
  const file = `content/${locale}/${slug}.md`;
  const text = contents.get(file);
  if (text === undefined) {
    return [{ file, line: 1, key: slug, message: `No such page in ${locale}.`, expected: file, found: 'nothing' }];
  }
  const own = pageOf(text);
  const source = pageOf(contents.get(`content/${sourceLocale}/${slug}.md`) ?? '');
  const wrong = (field: string, expected: string) => ({
    file,
    line: 1,
    key: `${slug}.${field}`,
    message: `The front matter's ${field} is missing or wrong.`,
    expected,
    found: own.matter[field] ?? 'nothing',
  });
  if (own.body === '')
    return [{ file, line: 1, key: slug, message: 'The page is empty.', expected: 'text', found: 'nothing' }];
  return [
    ...(own.matter['title'] ? [] : [wrong('title', 'the title of the page')]),
    ...(isVersion(own.matter['version']) ? [] : [wrong('version', 'a version such as 2027-01')]),
    ...(locale === sourceLocale ? sourceFlaws() : translationFlaws()),
  ];

  function sourceFlaws(): readonly Told[] {
    return own.matter['state'] === 'source' ? [] : [wrong('state', 'source')];
  }

  function headingFlaw(): Told {
    return {
      file,
      line: 1,
      key: slug,
      message: 'A heading is missing or too much: links to a heading count on their order.',
      expected: `${headingsOf(source.body)} headings`,
      found: `${headingsOf(own.body)}`,
    };
  }

  function translationFlaws(): readonly Told[] {
    const hash = hashOf(source.body);
    const { version } = source.matter;
    return [
      // Each text brings its own version along, and accepting it records that one.
      ...(isVersion(version) && isVersion(own.matter['version']) && own.matter['version'] !== version
        ? [wrong('version', version)]
        : []),
      ...(states.includes(own.matter['state'] ?? '') ? [] : [wrong('state', states.join(', '))]),
      ...(/^[0-9a-f]{16}$/.test(own.matter['sourceHash'] ?? '') ? [] : [wrong('sourceHash', hash)]),
      ...(headingsOf(own.body) === headingsOf(source.body) ? [] : [headingFlaw()]),
      ...(/^[0-9a-f]{16}$/.test(own.matter['sourceHash'] ?? '') && own.matter['sourceHash'] !== hash
        ? [
            {
              ...wrong('sourceHash', hash),
              message: 'The English has changed since this was translated.',
              severity: 'warning' as const,
            },
          ]
        : []),
    ];
  }
}

function headingsOf(body: string): number {
  return body.match(/^## /gm)?.length ?? 0;
}

function isVersion(text: string | undefined): text is string {
  return /^\d{4}-\d{2}$/.test(text ?? '');
}

type Page = { readonly matter: Readonly<Record<string, string | undefined>>; readonly body: string };

/** Front matter and body, as `content/README.md` describes them. */
function pageOf(text: string): Page {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text);
  if (!match) return { matter: {}, body: text.trim() };
  const matter: unknown = parse(match[1] ?? '');
  const fields = typeof matter === 'object' && matter !== null ? Object.entries(matter) : [];
  return {
    matter: Object.fromEntries(fields.map(([name, value]) => [name, String(value)])),
    body: (match[2] ?? '').trim(),
  };
}

/** First 16 hex digits of the SHA-256 of the English body a translation was made from. */
function hashOf(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 16);
}
