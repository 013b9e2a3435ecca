import type { TranslatedLocale } from '#core/language/locales.ts';
import { readJson } from '../json-file.ts';
import type { Tree } from '../tree.ts';
import type { Sample } from './samples.ts';

/** The tree with samples of one language more, one that has no screens yet. */
export function withLanguage(tree: Tree, locale: string, messages: Partial<Sample>): Tree {
  const file = `locales/${locale}/sample.json`;
  const { entries, flaws } = readJson(JSON.stringify(messages, null, 2), file);
  const keyed = entries.map((entry) => ({ ...entry, key: `sample.${entry.key}` }));
  // No rule counts on the list of languages to know what a file holds.
  const catalog = { locale: locale as TranslatedLocale, area: 'sample', file, entries: keyed, flaws };
  return { ...tree, catalogs: [...tree.catalogs, catalog] };
}
