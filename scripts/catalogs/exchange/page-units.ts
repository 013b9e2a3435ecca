import { type Block, blocksOf } from '../blocks.ts';
import { shapeOf } from '../texts.ts';

/** A piece of a long text that is translated: the title, a heading or a paragraph; `index` is that of its block. */
export type PagePiece = { readonly index: number; readonly kind: string; readonly text: string };

/** The pieces of a page as they stand, with their marks. */
export function piecesOfPage(page: string): readonly PagePiece[] {
  return blocksOf(page).flatMap((block, index) =>
    isTranslated(block) ? [{ index, kind: block.kind, text: writtenText(page, block) }] : [],
  );
}

export function isBuiltLike(page: string, other: string): boolean {
  return shapeOf(blocksOf(page)) === shapeOf(blocksOf(other));
}

/** The page with other texts in some of its blocks; all else stays, letter by letter. */
export function withPieces(page: string, texts: ReadonlyMap<number, string>): string {
  const blocks = [...blocksOf(page).entries()].sort(([, one], [, other]) => other.from - one.from);
  return blocks.reduce((whole, [index, block]) => {
    const text = texts.get(index);
    if (text === undefined || !isTranslated(block)) return whole;
    return whole.slice(0, block.from) + (block.kind === 'title' ? asTitle(text) : text) + whole.slice(block.to);
  }, page);
}

function writtenText(page: string, { kind, from, to, text }: Block): string {
  return kind === 'title' ? text : page.slice(from, to);
}

function isTranslated({ kind, text }: Block): boolean {
  return /(?:^title|heading \d|paragraph)$/.test(kind) && text !== '';
}

/** In front matter a colon or a quotation mark would mean something. */
function asTitle(text: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} .,?!¿¡’-]*$/u.test(text) ? text : JSON.stringify(text);
}
