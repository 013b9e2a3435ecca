import { isLaunchLocale, sourceLocale, type TranslatedLocale } from '#core/language/locales.ts';
import type { Told } from '../finding.ts';
import { contentSlugs, readLongText } from '../long-text.ts';
import type { Rule } from '../rule.ts';
import { sourceHash } from '../source-hash.ts';
import { isReadByTwo, pagesOfTwo, translationStates } from '../status.ts';

const states: readonly string[] = translationStates;

export const contentPages: Rule = {
  name: 'content-pages',
  why: 'A person has to be able to read what she agrees to, and to know whether anybody has checked the translation.',
  look: ({ contents, locales }) =>
    contentSlugs.flatMap((slug) => locales.flatMap((locale) => look(contents, slug, locale))),
};

function look(contents: ReadonlyMap<string, string>, slug: string, locale: TranslatedLocale): readonly Told[] {
  const file = `content/${locale}/${slug}.md`;
  const text = contents.get(file);
  if (text === undefined) {
    // What another language lacks is counted by `candidate`.
    if (!isLaunchLocale(locale)) return [];
    return [{ file, line: 1, key: slug, message: `No such page in ${locale}.`, expected: file, found: 'nothing' }];
  }
  const own = readLongText(text);
  const source = readLongText(contents.get(`content/${sourceLocale}/${slug}.md`) ?? '');
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

  /** Reviewed by the translator alone, where two have to have read it. */
  function isUnread(): boolean {
    const { state, by = '', reviewer } = own.matter;
    const signed = reviewer === undefined ? {} : { reviewer: { by: reviewer, on: '' } };
    return state === 'reviewed' && pagesOfTwo.includes(slug) && !isReadByTwo({ by, ...signed });
  }

  function translationFlaws(): readonly Told[] {
    const hash = sourceHash(source.body);
    const { version } = source.matter;
    return [
      // Each text brings its own version along, and accepting it records that one.
      ...(isVersion(version) && isVersion(own.matter['version']) && own.matter['version'] !== version
        ? [wrong('version', version)]
        : []),
      ...(states.includes(own.matter['state'] ?? '') ? [] : [wrong('state', states.join(', '))]),
      ...(/^[0-9a-f]{16}$/.test(own.matter['sourceHash'] ?? '') ? [] : [wrong('sourceHash', hash)]),
      ...(own.matter['by'] ? [] : [wrong('by', 'who translated it')]),
      ...(/^\d{4}-\d{2}-\d{2}$/.test(own.matter['on'] ?? '') ? [] : [wrong('on', 'the day of it, such as 2027-01-31')]),
      ...(isUnread() ? [wrong('reviewer', 'somebody else than who translated it')] : []),
      ...(/^[0-9a-f]{16}$/.test(own.matter['sourceHash'] ?? '') && own.matter['sourceHash'] !== hash
        ? [
            {
              ...wrong('sourceHash', hash),
              message: 'The English has changed since this was translated.',
              // Who agrees to terms has to be able to read the ones that hold.
              severity: pagesOfTwo.includes(slug) ? ('error' as const) : ('warning' as const),
              fix: `Mend the text where it has to be, then npm run catalogs:accept -- --locale ${locale} --page ${slug} --by NAME --state translated`,
            },
          ]
        : []),
    ];
  }
}

function isVersion(text: string | undefined): text is string {
  return /^\d{4}-\d{2}$/.test(text ?? '');
}
