import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { locales, sourceLocale } from '#core/language/locales.ts';
import { besides } from './catalogs-on-disk.ts';
import { readJson } from './json-file.ts';
import { contentSlugs } from './rules/content-pages.ts';
import { messagesOf, type Tree } from './tree.ts';

/** How much of a thing is there. */
export type Share = { readonly found: number; readonly of: number };

/** A folder below `locales/` that is no language of the screens yet: it is published when it is complete. */
export type Candidate = {
  readonly tag: string;
  readonly messages: Share;
  readonly words: Share;
  readonly pages: Share;
  readonly isComplete: boolean;
};

/** What a candidate lacks never fails the build: nobody is shown a word of it. */
export function candidatesOf(tree: Tree): readonly Candidate[] {
  const published: readonly string[] = locales;
  const folders = readdirSync(join(tree.root, 'locales'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !published.includes(entry.name))
    .map(({ name }) => name);
  const keys = [...messagesOf(tree, sourceLocale).keys()];
  const words = ['calendar', 'countries', 'languages', 'states'];
  return folders.sort().map((tag) => {
    const own = textsOf(tree.root, tag);
    const has = (file: string) => existsSync(join(tree.root, file));
    const shares = {
      messages: { found: keys.filter((key) => own.has(key)).length, of: keys.length },
      words: { found: words.filter((name) => has(`locales/${tag}/words/${name}.json`)).length, of: words.length },
      pages: { found: contentSlugs.filter((slug) => has(`content/${tag}/${slug}.md`)).length, of: contentSlugs.length },
    };
    return { tag, ...shares, isComplete: Object.values(shares).every(({ found, of }) => found === of) };
  });
}

/** The keys with a text. A file that cannot be read has none. */
function textsOf(root: string, tag: string): ReadonlySet<string> {
  const files = globSync(`locales/${tag}/*.json`, { cwd: root }).filter((file) => !besides.has(basename(file)));
  return new Set(
    files.flatMap((file) =>
      readJson(readFileSync(join(root, file), 'utf8'), file)
        .entries.filter(({ value }) => value.trim() !== '')
        .map(({ key }) => `${basename(file, '.json')}.${key}`),
    ),
  );
}
