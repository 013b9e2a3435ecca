import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  isLaunchLocale,
  launchLocales,
  locales,
  sourceLocale,
  type TranslatedLocale,
  translatedLocales,
} from '#core/language/locales.ts';
import type { Finding } from './finding.ts';
import { contentSlugs } from './long-text.ts';
import { messagesOf, type Tree } from './tree.ts';

/** How much of a thing is there. */
export type Share = { readonly found: number; readonly of: number };

/** A language beside those of launch: it is shown when it is complete. */
export type Candidate = {
  readonly tag: TranslatedLocale;
  readonly messages: Share;
  readonly words: Share;
  readonly pages: Share;
  readonly isComplete: boolean;
};

/** What an incomplete candidate lacks never fails anything: nobody is shown a word of it. */
export function candidatesOf(tree: Tree): readonly Candidate[] {
  const keys = [...messagesOf(tree, sourceLocale).keys()];
  const words = ['calendar', 'countries', 'languages', 'states'];
  const has = (file: string) => existsSync(join(tree.root, file));
  return tree.locales
    .filter((tag) => !isLaunchLocale(tag))
    .map((tag) => {
      const own = messagesOf(tree, tag);
      const isThere = (key: string) => (own.get(key)?.value.trim() ?? '') !== '';
      const shares = {
        messages: { found: keys.filter(isThere).length, of: keys.length },
        words: { found: words.filter((name) => has(`locales/${tag}/words/${name}.json`)).length, of: words.length },
        pages: {
          found: contentSlugs.filter((slug) => has(`content/${tag}/${slug}.md`)).length,
          of: contentSlugs.length,
        },
      };
      return { tag, ...shares, isComplete: Object.values(shares).every(({ found, of }) => found === of) };
    });
}

/** Folders of `locales/` that no line of `core/language/locales.ts` names. */
export function strangeFolders(root: string): readonly string[] {
  const known: readonly string[] = locales;
  return readdirSync(join(root, 'locales'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !known.includes(entry.name))
    .map(({ name }) => name)
    .sort();
}

/** The language whose own files a finding is about. */
export function localeOfFile(file: string): TranslatedLocale | undefined {
  const [, folder] = /^(?:locales|content)\/([^/]+)\//.exec(file) ?? [];
  return translatedLocales.find((tag) => tag === folder);
}

/** Does a finding stop a build? One in another language than those of launch only keeps that one back. */
export function stopsBuild({ file, severity }: Finding): boolean {
  const tag = localeOfFile(file);
  return severity === 'error' && (tag === undefined || isLaunchLocale(tag));
}

/** The languages that people can be shown: those of launch, and each other one that is complete and without an error. */
export function publishable(tree: Tree, findings: readonly Finding[]): readonly TranslatedLocale[] {
  const flawed = new Set(findings.flatMap(({ file, severity }) => (severity === 'error' ? [localeOfFile(file)] : [])));
  const complete = candidatesOf(tree).flatMap(({ tag, isComplete }) => (isComplete && !flawed.has(tag) ? [tag] : []));
  return [...launchLocales, ...complete];
}
