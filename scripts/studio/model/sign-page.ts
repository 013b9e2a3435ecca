import { sourceLocale } from '#core/language/locales.ts';
import type { Wish } from '../../catalogs/accept.ts';
import { acceptedPage, NeedsAnotherReader } from '../../catalogs/accept-page.ts';
import { pageBlock } from '../../catalogs/exchange/resulting-tree.ts';
import { writeFiles } from '../../catalogs/exchange/write-files.ts';
import { sourceHash } from '../../catalogs/source-hash.ts';
import { isSigner } from '../../catalogs/status.ts';
import { readTree, type Tree } from '../../catalogs/tree.ts';
import { unitIn } from './save.ts';

/** What signing a whole page can lead to; but for `saved` nothing was written. */
export type SignOutcome =
  | { readonly kind: 'saved'; readonly files: readonly string[] }
  | { readonly kind: 'unknown-key' }
  | { readonly kind: 'no-name' }
  | { readonly kind: 'page-changed' }
  /** Words stand in the box that nobody saved. */
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'second-reader' };

/** The hash of a page and of its English, by which a signature says what was read. `key` is that of any of its texts. */
export function pageHash({ contents }: Tree, locale: string, key: string): string {
  const slug = pageBlock(key)?.slug ?? '';
  const textOf = (tag: string) => contents.get(`content/${tag}/${slug}.md`) ?? '';
  return sourceHash(`${textOf(locale)}\n${textOf(sourceLocale)}`);
}

type Reading = {
  readonly locale: string;
  readonly key: string;
  /** The `pageHash` that she saw. */
  readonly read: string;
  /** What stands in her box. */
  readonly text: string;
  readonly wish: Wish;
};

/** Somebody has read a long text from its title to its end: it has one state for all. */
export function signPage(root: string, { locale, key, read, text: written, wish }: Reading): SignOutcome {
  if (!isSigner(wish.by)) return { kind: 'no-name' };
  const tree = readTree(root);
  const slug = pageBlock(key)?.slug;
  const file = `content/${locale}/${slug}.md`;
  const [text, source] = [tree.contents.get(file), tree.contents.get(`content/${sourceLocale}/${slug}.md`)];
  if (slug === undefined || text === undefined || source === undefined) return { kind: 'unknown-key' };
  if (pageHash(tree, locale, key) !== read) return { kind: 'page-changed' };
  if (unitIn(tree, locale, key)?.target !== written) return { kind: 'unsaved' };
  try {
    writeFiles(root, new Map([[file, acceptedPage({ page: slug, text, source }, wish)]]));
    return { kind: 'saved', files: [file] };
  } catch (error) {
    if (error instanceof NeedsAnotherReader) return { kind: 'second-reader' };
    throw error;
  }
}
