import { withoutAddresses } from '../addresses.ts';
import { withExceptions } from '../exceptions.ts';
import type { Rule } from '../rule.ts';
import { around, type Flaw, inEachText } from '../texts.ts';
import { quotesElsewhere, type Writing, writingOf } from '../writing.ts';

type Trap = {
  readonly pattern: RegExp;
  readonly message: string;
  /** The right signs themselves; undefined: the first of those that were found, once. */
  readonly expected?: string;
};

const everywhere: readonly Trap[] = [
  { pattern: /(?:\.{3}|。{3})/, message: 'Three dots.', expected: '…' },
  { pattern: /(?<![.])\.\.(?![.])|([,;:!?،؛؟，。；：？！])\1/, message: 'The same mark twice.' },
  { pattern: /(?<=\s)-(?=\s)/, message: 'A hyphen instead of a dash.', expected: '– —' },
  { pattern: /`|´/, message: 'An accent without a letter.', expected: '’' },
];
const typewriterApostrophe: Trap = {
  pattern: /'/,
  message: 'A typewriter’s apostrophe, which also hides {…} from the program.',
  expected: '’',
};
/** Where a Uzbek Latin letter is made of two signs. */
const uzbek: Trap = { pattern: /[og][’‘`´]/i, message: 'A quotation mark in a letter.', expected: 'ʻ (U+02BB)' };

export const marks: Rule = withExceptions({
  name: 'marks',
  why: 'Marks of another language look wrong, turn the wrong way round from right to left, and are read out wrongly.',
  look(tree) {
    const traps = new Map<string, readonly Trap[]>();
    return inEachText(tree, (spoken, { locale, value, page }) => {
      const own = traps.get(locale) ?? trapsOf(locale);
      traps.set(locale, own);
      // A message read by the program has lost its typewriter's apostrophes already.
      const quoted = page === undefined ? value : spoken;
      const text = withoutAddresses(spoken);
      return [...flawsIn(quoted, typewriterApostrophe), ...own.flatMap((trap) => flawsIn(text, trap))];
    });
  },
});

function trapsOf(locale: string): readonly Trap[] {
  const writing = writingOf(locale);
  return [
    ...everywhere,
    ...(locale === 'uz-Latn' ? [uzbek] : []),
    ...wrongQuotes(writing),
    strangeMarks(writing),
    ...ownMarks(writing),
  ];
}

function wrongQuotes(writing: Writing): readonly Trap[] {
  const expected = (writing.quotes[0] ?? []).join('…');
  return [
    { pattern: /"/, message: 'A typewriter’s quotation mark.', expected },
    { pattern: quotesElsewhere(writing), message: 'A quotation mark of another language.', expected },
  ];
}

function strangeMarks({ own, script }: Writing): Trap {
  const marks = { Arabic: '،؛؟', Armenian: '։՞՜', Han: '，。；：？！（）、' };
  const foreign = Object.entries(marks).flatMap(([of, signs]) => (of === script ? [] : Array.from(signs)));
  return {
    pattern: new RegExp(`[${foreign.join('')}]`),
    message: 'A mark of another script.',
    expected: Object.values(own).join(' ') || '. , ; : ? ! ( )',
  };
}

/** Latin marks beside letters of the language's own script. */
function ownMarks({ own, script }: Writing): readonly Trap[] {
  return Object.entries(own).map(([mark, expected]) => {
    const sign = mark.replace(/[.?()]/g, '\\$&');
    const before = `(?<=[\\p{Script=${script}}}»”）\\p{Nd}])[ ]?`;
    const pattern =
      mark === '(' ? `${sign}(?=[\\p{Script=${script}}{])` : `${before}${sign}(?![\\p{Nd}\\p{Script=Latin}])`;
    return { pattern: new RegExp(pattern, 'u'), message: `A Latin ${mark} in ${script} writing.`, expected };
  });
}

function flawsIn(text: string, { pattern, message, expected }: Trap): readonly Flaw[] {
  const found = pattern.exec(text);
  return found ? [{ message, expected: expected ?? found[0].slice(0, 1), found: around(text, found.index) }] : [];
}
