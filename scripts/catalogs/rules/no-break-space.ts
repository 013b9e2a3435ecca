import { withoutAddresses } from '../addresses.ts';
import type { Rule } from '../rule.ts';
import { around, inEachText } from '../texts.ts';
import { type Writing, writingOf } from '../writing.ts';

export const noBreakSpace: Rule = {
  name: 'no-break-space',
  why: 'On a narrow screen a line would begin with a dash or a mark, or a quotation mark or a single letter stand alone at its end.',
  look(tree) {
    const patterns = new Map<string, RegExp | undefined>();
    return inEachText(tree, (spoken, { locale }) => {
      if (!patterns.has(locale)) patterns.set(locale, patternOf(writingOf(locale)));
      const pattern = patterns.get(locale);
      const text = withoutAddresses(spoken);
      const index = pattern ? text.search(pattern) : -1;
      if (index === -1) return [];
      return [
        {
          message: 'Here belongs a space that does not break (U+00A0).',
          expected: 'U+00A0, which looks like a space',
          found: JSON.stringify(around(text, index)),
          fix: 'Copy the space from here: « ».'.replaceAll(' »', '\u00A0»'),
        },
      ];
    });
  },
};

/** The places where the language wants such a space and another or none stands. */
function patternOf({ spaceBefore, spaceInQuotes, spaceBeforeDash, tiedTo, quotes }: Writing): RegExp | undefined {
  const [open, close] = quotes[0] ?? [];
  const wanted = [
    ...(spaceBefore
      ? [`[^\\u00A0\\u202F\\s${spaceBefore}](?=[${spaceBefore}](?!\\d))`, `[ \\n](?=[${spaceBefore}](?!\\d))`]
      : []),
    ...(spaceInQuotes ? [`${open}(?![\\u00A0\\u202F])`, `[^\\u00A0\\u202F](?=${close})`] : []),
    ...tiedTo.map((mark) => `(?<![\\p{L}\\p{M}’'])\\p{L}[ \\n](?=${mark}(?!\\p{L}))`),
    ...(spaceBeforeDash ? ['[^\\u00A0\\u202F\\d](?=[—–](?!\\d))'] : []),
  ];
  return wanted.length === 0 ? undefined : new RegExp(wanted.join('|'), 'u');
}
