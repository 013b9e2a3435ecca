import { sourceLocale, type TranslatedLocale } from './locales.ts';

/** A header longer than this is not a browser's. */
const longestHeader = 1000;

/**
 * The one of these languages that an `Accept-Language` header (RFC 9110, 12.5.4) asks for first: highest q, then first named.
 * A range is looked up as RFC 4647 does, from its own tag to shorter ones, then by its language alone, so that `es-419`
 * finds `es` and `pt` or `pt-PT` finds `pt-BR`. `*` and what is unreadable are passed over; without a match, `en`.
 */
export function bestLocale(acceptLanguage: string | undefined, among: readonly TranslatedLocale[]): TranslatedLocale {
  for (const range of wantedRanges(acceptLanguage ?? '')) {
    const found = matching(range, among);
    if (found) return found;
  }
  return sourceLocale;
}

function wantedRanges(header: string): readonly string[] {
  return header
    .slice(0, longestHeader)
    .split(',')
    .map(readRange)
    .filter((wish) => wish.quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map((wish) => wish.range);
}

function readRange(part: string): { readonly range: string; readonly quality: number } {
  const match = /^\s*([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\s*(?:;\s*[Qq]\s*=\s*([01](?:\.\d{0,3})?)\s*)?$/.exec(part);
  if (!match) return { range: '', quality: 0 };
  const quality = Number(match[2] ?? '1');
  return { range: (match[1] ?? '').toLowerCase(), quality: quality > 1 ? 0 : quality };
}

function matching(range: string, among: readonly TranslatedLocale[]): TranslatedLocale | undefined {
  const subtags = range.split('-');
  for (let length = subtags.length; length > 0; length -= 1) {
    const tag = subtags.slice(0, length).join('-');
    const same = among.find((locale) => locale.toLowerCase() === tag);
    if (same) return same;
  }
  return among.find((locale) => locale.split('-')[0] === subtags[0]);
}
