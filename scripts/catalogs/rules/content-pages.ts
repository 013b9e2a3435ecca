import { isLaunchLocale, sourceLocale, type TranslatedLocale } from '#core/language/locales.ts';
import type { Told } from '../finding.ts';
import { contentSlugs, readLongText, termsVersionOf } from '../long-text.ts';
import type { Rule } from '../rule.ts';
import { sourceHash } from '../source-hash.ts';
import { isPageOfTwo, isReadByTwo, translationStates } from '../status.ts';

const states: readonly string[] = translationStates;

export const contentPages: Rule = {
  name: 'content-pages',
  why: 'A person has to be able to read what she agrees to, and to know whether anybody has checked the translation.',
  look: ({ contents, locales }) =>
    slugsIn(contents).flatMap((slug) => locales.flatMap((locale) => look(contents, slug, locale))),
};

/** Those that every language has; and terms that no policy names yet, as far as they are written. */
function slugsIn(contents: ReadonlyMap<string, string>): readonly string[] {
  const terms = [...contents.keys()].flatMap((file) => /\/(terms-[^/]+)\.md$/.exec(file)?.[1] ?? []);
  return [...new Set([...contentSlugs, ...terms])];
}

function look(contents: ReadonlyMap<string, string>, slug: string, locale: TranslatedLocale): readonly Told[] {
  const file = `content/${locale}/${slug}.md`;
  const text = contents.get(file);
  if (text === undefined) {
    // What another language lacks is counted by `candidate`.
    if (!isLaunchLocale(locale) || !contentSlugs.includes(slug)) return [];
    return [{ file, line: 1, key: slug, message: `No such page in ${locale}.`, expected: file, found: '' }];
  }
  const own = readLongText(text);
  const source = readLongText(contents.get(`content/${sourceLocale}/${slug}.md`) ?? '');
  const wrong = (field: string, expected: string) => ({
    file,
    line: 1,
    key: `${slug}.${field}`,
    message: `The front matter's ${field} is missing or wrong.`,
    expected,
    found: own.matter[field] ?? '',
  });
  if (own.body === '')
    return [{ file, line: 1, key: slug, message: 'The page is empty.', expected: 'text', found: '' }];
  return [
    ...(own.matter['title'] ? [] : [wrong('title', 'the title of the page')]),
    ...versionFlaws(),
    ...(locale === sourceLocale ? sourceFlaws() : translationFlaws()),
  ];

  /** The terms that a policy names are found by their file's name, and what is recorded of them is what they say. */
  function versionFlaws(): readonly Told[] {
    const version = own.matter['version'];
    const named = termsVersionOf(slug);
    if (!isVersion(version)) return [wrong('version', named ?? 'a version such as 2027-01')];
    return named === undefined || version === named ? [] : [wrong('version', named)];
  }

  function sourceFlaws(): readonly Told[] {
    return own.matter['state'] === 'source' ? [] : [wrong('state', 'source')];
  }

  /** Reviewed by the translator alone, where two have to have read it. */
  function isUnread(): boolean {
    const { state, by = '', reviewer } = own.matter;
    const signed = reviewer === undefined ? {} : { reviewer: { by: reviewer, on: '' } };
    return state === 'reviewed' && isPageOfTwo(slug) && !isReadByTwo({ by, ...signed });
  }

  function translationFlaws(): readonly Told[] {
    const hash = sourceHash(source.body);
    const { version } = source.matter;
    return [
      ...(termsVersionOf(slug) === undefined &&
      isVersion(version) &&
      isVersion(own.matter['version']) &&
      own.matter['version'] !== version
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
              severity: isPageOfTwo(slug) && contentSlugs.includes(slug) ? ('error' as const) : ('warning' as const),
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
