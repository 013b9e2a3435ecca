import { withoutAddresses } from '../addresses.ts';
import { isBroken } from '../broken.ts';
import { withExceptions } from '../exceptions.ts';
import type { Rule } from '../rule.ts';
import { around, type Flaw, inEachText } from '../texts.ts';
import { type Writing, writingOf } from '../writing.ts';

const noBreak = '\u00A0\u202F';
const openers = '(\\[{“‘«„¿¡（';

type Trap = { readonly pattern: RegExp; readonly message: string; readonly expected: string };

const everywhere: readonly Trap[] = [
  {
    pattern: /^\s|\s$/,
    message: 'White space at the beginning or the end.',
    expected: 'a text that begins and ends with a word',
  },
  { pattern: /[^\S\n]{2,}/, message: 'Two spaces in a row.', expected: 'one space' },
  { pattern: /[^\S\n]\n|\n[^\S\n]/, message: 'White space at the beginning or the end of a line.', expected: '' },
  { pattern: /\n{3,}/, message: 'Two empty lines in a row.', expected: 'one empty line' },
  { pattern: /[^\S\n \u00A0\u202F]/, message: 'A tab or a space of a strange width.', expected: 'a space' },
  { pattern: /\([^\S\n]|[^\S\n]\)/, message: 'A space inside of brackets.', expected: '(words)' },
];

const spaced: readonly Trap[] = [
  { pattern: /[\p{L})}»”][,;:!?،؛؟։](?=[\p{L}{])/u, message: 'No space after a mark.', expected: 'a space' },
  { pattern: /\p{Ll}\.(?=\p{Lu})/u, message: 'No space after a full stop.', expected: 'a space' },
  { pattern: /[\p{L}}][«“„](?=\p{L})/u, message: 'No space before a quotation mark.', expected: 'a space' },
];

/** Chinese marks bring their space along, and words are not set apart. */
const unspaced: readonly Trap[] = [
  {
    pattern: /\p{Script=Han}[^\S\n]+\p{Script=Han}|[^\S\n]+[，。；：？！、（）“”]|[，。；：？！、（“][^\S\n]+/u,
    message: 'A space between Chinese signs.',
    expected: 'no space',
  },
];

export const whiteSpace: Rule = withExceptions({
  name: 'white-space',
  why: 'The line breaks in the wrong place, a box looks empty, or words run into each other.',
  look(tree) {
    const traps = new Map<string, readonly Trap[]>();
    return inEachText(tree, (spoken, { locale }) => {
      const own = traps.get(locale) ?? trapsOf(writingOf(locale));
      traps.set(locale, own);
      const text = withoutAddresses(spoken);
      return isBroken(text) ? [] : own.flatMap((trap) => flawsIn(text, trap));
    });
  },
});

function trapsOf({ spaceBefore, spaceInQuotes, quotes, wordsApart }: Writing): readonly Trap[] {
  if (!wordsApart) return [...everywhere, ...unspaced];
  const apart = Array.from(',;:!?.،؛؟։').filter((mark) => !spaceBefore.includes(mark));
  const tight = spaceInQuotes ? quotes.slice(1) : quotes;
  const [open, close] = [0, 1].map((side) => tight.map((pair) => pair[side]).join(''));
  return [
    ...everywhere,
    ...spaced,
    // A dot in front of a word is that of a file's name; the three of … may stand apart.
    {
      pattern: new RegExp(`[ ${noBreak}][${apart.join('')}](?![\\p{L}\\p{N}.])`, 'u'),
      message: 'A space before a mark.',
      expected: 'no space',
    },
    ...(open && close
      ? [
          {
            pattern: new RegExp(`[${open}][ ${noBreak}]|(?<=\\S)[ ${noBreak}][${close}](?![\\p{L}${openers}])`, 'u'),
            message: 'A space inside of quotation marks.',
            expected: `${open[0]}words${close[0]}`,
          },
        ]
      : []),
  ];
}

function flawsIn(text: string, { pattern, message, expected }: Trap): readonly Flaw[] {
  const index = text.search(pattern);
  return index === -1 ? [] : [{ message, expected, found: JSON.stringify(around(text, index)) }];
}
