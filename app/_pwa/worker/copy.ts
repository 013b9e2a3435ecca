import { type CalendarWords, type ClockFields, type DateFields, formatDateTime } from '#core/language/words.ts';
import { marked } from './marks.ts';

/** A page of hers as it was when the line was there. */
export type Copy = {
  readonly html: string;
  /** By the server's clock, in milliseconds since 1970: the phone's may be wrong. */
  readonly at: number;
};

/**
 * Nothing that a script does would still be true, and those of an older version are on no phone: what is kept is what the
 * page says.
 */
export function withoutScripts(html: string): string {
  return html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '').replace(/<link\b[^>]*\bas="script"[^>]*>/g, '');
}

export function stylesOf(html: string): readonly string[] {
  return [...html.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*>/g)].flatMap(([link]) => {
    const [, href] = /href="([^"]+)"/.exec(link) ?? [];
    return href === undefined ? [] : [href];
  });
}

/** Scripts are gone, and none may come back. */
export const copyPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What the copy shows: its page, and when that was, in the words of the page (`app/_pwa/line/kept-note.tsx`). */
export function shownCopy(html: string, when: DateFields & ClockFields): string {
  const note = /<div hidden="" data-kept-note="([^"]*)">/.exec(html);
  if (!note) return marked(html, { kept: '' });
  const [opening, words = ''] = note;
  const shown = html
    .replace(opening, '<div>')
    .replace('{when}', formatDateTime(when, JSON.parse(plain(words)) as CalendarWords));
  return marked(shown, { kept: '', line: 'none' });
}

/** As it was before React wrote it into an attribute. */
function plain(attribute: string): string {
  return attribute
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
