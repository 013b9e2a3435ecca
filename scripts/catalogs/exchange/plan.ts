import { sourceLocale } from '#core/language/locales.ts';
import { accept, type Wish } from '../accept.ts';
import { grouped } from '../grouped.ts';
import type { Rule } from '../rule.ts';
import { parseStatus, type Status } from '../status.ts';
import type { Tree } from '../tree.ts';
import { type Arrival, arrivalsOf } from './arrivals.ts';
import { readComments } from './comments.ts';
import { lostForms } from './lost-forms.ts';
import { piecesOfPage } from './page-units.ts';
import { type Refusal, refusal } from './refusal.ts';
import { pageBlock } from './resulting-tree.ts';
import { checked } from './rule-check.ts';
import type { BroughtFile } from './unit.ts';
import { bareUnitsOf, targetLocales } from './units.ts';

/** What an import would do. */
export type Plan = {
  readonly locale: string;
  readonly changed: readonly Arrival[];
  readonly confirmed: readonly Arrival[];
  readonly unchanged: readonly Arrival[];
  readonly refused: readonly Refusal[];
  readonly doubts: readonly Refusal[];
  /** What translators wrote beside a text, new or changed. */
  readonly comments: ReadonlyMap<string, string>;
};

type Question = {
  readonly file: BroughtFile;
  readonly rules: readonly Rule[];
  readonly locale?: string;
  readonly wish: Wish;
};

/** Checks everything; writes nothing. */
export function planOf(tree: Tree, { file, rules, locale = file.target, wish }: Question): Plan {
  const stranger = wrongLanguage(file, locale);
  if (stranger)
    return { locale, changed: [], confirmed: [], unchanged: [], refused: [stranger], doubts: [], comments: new Map() };
  const known = new Map(bareUnitsOf(tree, locale).map((unit) => [unit.key, unit]));
  const { changed, confirmed, unchanged, refused } = arrivalsOf(file, known, locale);
  const lost = changed.flatMap(lostForms);
  const lostKeys = new Set(lost.map(({ key }) => key));
  const whole = changed.filter(({ unit }) => !lostKeys.has(unit.key));
  const unread = unreadBySecond(tree, { locale, wish, arrivals: [...whole, ...confirmed] });
  const isRead = ({ unit }: Arrival) => !unread.some(({ key }) => key === unit.key);
  const { good, refused: wrong, doubts } = checked(tree, { locale, arrivals: whole.filter(isRead), rules });
  const before = readComments(tree.root, locale);
  const parts = partsOfPages(tree, good);
  const said = file.units.filter(({ key, comment }) => known.has(key) && isNews(comment, before.get(key)));
  return {
    locale,
    changed: good.filter(({ unit }) => !parts.some(({ key }) => key === unit.key)),
    confirmed: confirmed.filter(isRead),
    unchanged,
    refused: [...refused, ...lost, ...unread, ...wrong, ...parts].sort((one, other) => one.line - other.line),
    doubts,
    comments: new Map(said.map(({ key, comment }) => [key, clean(comment)])),
  };
}

/** Formats lay out the lines of a comment as they like. One that is gone from a file is kept. */
function isNews(comment: string, before: string | undefined): boolean {
  const plain = (text: string) => clean(text).replace(/\s+/g, ' ').trim();
  return plain(comment) !== '' && plain(comment) !== plain(before ?? '');
}

/** Without what could not go along the next time. */
function clean(comment: string): string {
  return comment.replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]|\p{Surrogate}/gu, '');
}

function wrongLanguage(file: BroughtFile, locale: string): Refusal | undefined {
  const all = targetLocales;
  const isKnown = all.includes(file.target) && file.target === locale;
  if (isKnown && (file.source === '' || file.source === sourceLocale)) return undefined;
  return refusal(
    'wrong-language',
    { key: '', line: 1 },
    {
      message: 'The file is for another language.',
      expected: `from ${sourceLocale} to ${all.includes(locale) ? locale : `one of ${all.join(', ')}`}`,
      found: `from ${file.source || 'nothing'} to ${file.target || 'nothing'}`,
      why: 'All texts of a language would be replaced by those of another.',
      fix: 'Import it under its own language. A tool may have written its tag otherwise: put that of locales/ into the file.',
    },
  );
}

/** The states of the messages of a language by key, as far as they can be read. */
export function statusesOf({ statuses }: Tree, locale: string): ReadonlyMap<string, Status> {
  const entries = statuses.find((file) => file.locale === locale)?.entries ?? [];
  return new Map(
    entries.flatMap(({ key, value }) => {
      const status = parseStatus(value);
      return status ? [[key, status] as const] : [];
    }),
  );
}

/** The state of each text after the import. What its translator herself is unsure of is a draft. */
export function wishFor({ brought }: Arrival, wish: Wish): Wish {
  return brought.isUnsure ? { ...wish, state: 'draft' } : wish;
}

/** A page that is not there yet is never shown half in English: it comes in whole. */
function partsOfPages({ contents }: Tree, arrivals: readonly Arrival[]): readonly Refusal[] {
  const pages = grouped(
    arrivals.filter(({ unit }) => pageBlock(unit.key) && !contents.has(unit.file)),
    ({ unit }) => unit.file,
  );
  return [...pages].flatMap(([file, own]) => {
    const source = contents.get(file.replace(/^content\/[^/]+/, `content/${sourceLocale}`)) ?? '';
    const count = piecesOfPage(source).length;
    if (own.length === count) return [];
    return own.map(({ brought }) =>
      refusal('part-of-page', brought, {
        message: `The page is not there yet, and not all texts of ${file} have come.`,
        expected: String(count),
        found: String(own.length),
        why: 'A page that is half in English helps nobody.',
        fix: 'Translate the rest of the page, then import it once more.',
      }),
    );
  });
}

/** Errors that somebody brings as reviewed who has translated them: `catalogs:accept` would refuse them, too. */
function unreadBySecond(
  tree: Tree,
  { locale, wish, arrivals }: { readonly locale: string; readonly wish: Wish; readonly arrivals: readonly Arrival[] },
): readonly Refusal[] {
  const own = arrivals.filter(({ unit }) => !pageBlock(unit.key));
  const source = new Map(own.map(({ unit }) => [unit.key, unit.source]));
  const reviewed = own.filter((arrival) => wishFor(arrival, wish).state === 'reviewed').map(({ unit }) => unit.key);
  const { refused } = accept({ source, statuses: statusesOf(tree, locale) }, reviewed, wish);
  return own
    .filter(({ unit }) => refused.includes(unit.key))
    .map(({ brought }) =>
      refusal('second-reader', brought, {
        message: 'Somebody else than the translator has to review this.',
        expected: `a name that is not ${wish.by}`,
        found: wish.by,
        why: 'People lose a place by what such a text tells them.',
        fix: 'Import it with --state translated, and have somebody else review it.',
      }),
    );
}
