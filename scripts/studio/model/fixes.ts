import { writingOf } from '../../catalogs/writing.ts';

type Fix = (text: string, locale: string) => string;

const noBreak = '\u00A0';

/**
 * What one press of a button may put right: for rules where only one answer is right. The studio offers a fix only after
 * it has seen that the finding is gone with it.
 */
const fixes: Readonly<Record<string, Fix>> = {
  'white-space': (text) => text.replace(/ {2,}/g, ' ').trim(),
  'repeated-word': (text) => text.replace(/(?<!\p{L})(\p{L}+) \1(?!\p{L})/giu, '$1'),
  'no-break-space': (text, locale) => {
    const { quotes, spaceBefore, spaceBeforeDash, spaceInQuotes } = writingOf(locale);
    const [open = '', close = ''] = quotes[0] ?? [];
    const marked = spaceBefore
      ? text.replace(new RegExp(`[ \\n${noBreak}\\u202F]?(?<![\\d])([${spaceBefore}])(?![\\d/])`, 'gu'), `${noBreak}$1`)
      : text;
    const quoted = spaceInQuotes
      ? marked
          .replace(new RegExp(`${open}[\\s]*`, 'gu'), `${open}${noBreak}`)
          .replace(new RegExp(`[\\s]*${close}`, 'gu'), `${noBreak}${close}`)
      : marked;
    return spaceBeforeDash ? quoted.replace(/(?<=\S)[ \u202F]?(?=[—–](?!\d))(?<!\d)/gu, noBreak) : quoted;
  },
  marks: (text, locale) => {
    const { own } = writingOf(locale);
    return Array.from(text)
      .map((sign) => own[sign] ?? sign)
      .join('');
  },
  invisible: (text) => text.replace(/[\u200B\u2060\uFEFF\u00AD]/gu, ''),
};

/** The text as the rule would have it; undefined where no fix is known, or it would change nothing. */
export function fixedText(rule: string, text: string, locale: string): string | undefined {
  const fixed = fixes[rule]?.(text, locale);
  return fixed === undefined || fixed === text ? undefined : fixed;
}
