import { resolve } from 'node:path';
import { isTranslatedLocale } from '#core/language/locales.ts';
import type { TextReportView } from '#server/services/text-reports.ts';
import { pictureFinder } from '../catalogs/exchange/pictures.ts';
import { messagesOf, readTree, type Tree } from '../catalogs/tree.ts';
import { findTexts, type Text } from './find-keys.ts';

export type DescribedReport = Omit<TextReportView, 'at'> & {
  /** Of the last time; RFC 3339. */
  readonly at: string;
  /** What the words may be, the likeliest first. */
  readonly texts: readonly { readonly key: string; readonly file: string }[];
  /** Of that screen, below the project's folder; never of the reader's own. */
  readonly picture: string | null;
};

/** The reports with what the catalogs and `docs/screens` know of them. */
export function describeReports(reports: readonly TextReportView[], root: string): readonly DescribedReport[] {
  if (reports.length === 0) return [];
  const tree = readTree(resolve(root));
  const textsOf = once((locale: string) => textsIn(tree, locale));
  const picturesOf = once((locale: string) => pictureFinder(tree.root, locale));
  return reports.map((report) => {
    const found = report.words.flatMap((words) => findTexts(words, textsOf(report.locale)));
    const texts = [...new Map(found.map(({ key, file }) => [`${file} ${key}`, { key, file }])).values()];
    const picture = picturesOf(report.locale)(screenCalled(report.screen), []) ?? null;
    return { ...report, at: new Date(report.at).toISOString(), texts, picture };
  });
}

/** As `npm run screens` calls a page's picture. */
function screenCalled(screen: string): string {
  return screen.replace(/^problems\//, 'problem-').replaceAll('/', '-');
}

function textsIn(tree: Tree, locale: string): readonly Text[] {
  if (!isTranslatedLocale(locale)) return [];
  const messages = [...messagesOf(tree, locale).values()].map(({ key, value, file }) => ({ key, value, file }));
  const pages = [...tree.contents].filter(([file]) => file.startsWith(`content/${locale}/`));
  const paragraphs = pages.flatMap(([file, text]) =>
    text.split('\n').map((value, index) => ({ key: `line ${index + 1}`, value: value.replace(/^- /, ''), file })),
  );
  return [...messages, ...paragraphs];
}

function once<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
}
