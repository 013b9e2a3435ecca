import { longestPiece } from '#core/language/heard.ts';

/** Five digits or more, with single spaces or hyphens between: a code or a number to call, not an amount. */
const manyDigits = /\d(?:[\s-]?\d){4,}/g;

/** As it is to be said: white space folded, long numbers digit by digit. */
export function said(text: string): string {
  const digits = (found: string) => (found.match(/\d/g) ?? []).join(', ');
  return text.replaceAll(/\s+/g, ' ').trim().replaceAll(manyDigits, digits);
}

/** A text in pieces, cut behind sentences, else behind other marks, else between words. */
export function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let rest = said(text);
  while (rest.length > longestPiece) {
    const head = rest.slice(0, longestPiece);
    const cut = [/[.!?…։。！？؟](?=\s|[^\s\d])/g, /[,;:—،؛，；：]/g, /\s/g]
      .map((mark) => [...head.matchAll(mark)].at(-1))
      .find((found) => found !== undefined && found.index > 0);
    const end = cut ? cut.index + 1 : longestPiece;
    pieces.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...pieces, rest].filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}
