import { readComments } from '../../catalogs/exchange/comments.ts';
import { sourceHash } from '../../catalogs/source-hash.ts';

/** Browsers send the line ends of another century. */
export function plainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

export type Note = {
  readonly locale: string;
  readonly key: string;
  readonly comment: string;
  /** Hash of the note that its writer began with. */
  readonly commentWas: string;
};

/**
 * The note by its key, where its writer changed it; else nothing. One that somebody else wrote meanwhile is kept above
 * hers. An empty one takes the note away.
 */
export function newNote(root: string, { locale, key, comment, commentWas }: Note): ReadonlyMap<string, string> {
  const own = plainLines(comment).trim();
  if (noteHash(own) === commentWas) return new Map();
  const now = (readComments(root, locale).get(key) ?? '').trim();
  const isTheirs = now !== '' && now !== own && noteHash(now) !== commentWas;
  return new Map([[key, isTheirs ? `${now}\n${own}`.trim() : own]]);
}

export function noteHash(comment: string): string {
  return sourceHash(plainLines(comment).trim());
}
