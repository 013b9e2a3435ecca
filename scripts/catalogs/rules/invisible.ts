import type { Rule } from '../rule.ts';
import { type Flaw, inEachText } from '../texts.ts';
import { writingOf } from '../writing.ts';

const names: Readonly<Record<string, string>> = {
  '\u00AD': 'a soft hyphen',
  '\u200B': 'a space without width',
  '\u200C': 'a sign that keeps letters apart',
  '\u200D': 'a sign that joins letters',
  '\u200E': 'a mark from left to right',
  '\u200F': 'a mark from right to left',
  '\u061C': 'a mark of Arabic',
  '\u2060': 'a joiner of words',
  '\uFEFF': 'a byte order mark',
  '\uFFFD': 'a letter that could not be read',
};

/** Isolates (FSI, LRI, RLI … PDI) and embeddings (LRE, RLE … PDF) of Unicode's UAX 9, each with its end. */
const ends: Readonly<Record<string, string>> = {
  '\u2066': '\u2069',
  '\u2067': '\u2069',
  '\u2068': '\u2069',
  '\u202A': '\u202C',
  '\u202B': '\u202C',
};

export const invisible: Rule = {
  name: 'invisible',
  why: 'Signs that nobody sees break searching, reading aloud and the order of the words.',
  look: (tree) =>
    inEachText(tree, (spoken, { locale }) => {
      const isRightToLeft = writingOf(locale).script === 'Arabic';
      return [...strangeFlaws(spoken, isRightToLeft), ...directionFlaws(spoken)];
    }),
};

function strangeFlaws(text: string, isRightToLeft: boolean): readonly Flaw[] {
  // U+202D and U+202E turn letters round, which no text needs; marks of direction help in Arabic alone.
  const strange = isRightToLeft
    ? /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B\u2060\uFEFF\uFFFD\u202D\u202E\uE000-\uF8FF]/gu
    : /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u061C\u2060\uFEFF\uFFFD\u202D\u202E\uE000-\uF8FF]/gu;
  return (text.match(strange) ?? []).map((sign) => ({
    message: 'A sign that nobody sees.',
    expected: '',
    found: nameOf(sign),
    fix: 'Delete it: write the word again, between the letters beside it.',
  }));
}

function directionFlaws(text: string): readonly Flaw[] {
  if (!/[\u2066-\u2069\u202A-\u202C]/.test(text)) return [];
  const open: string[] = [];
  for (const sign of text) {
    if (ends[sign]) open.push(ends[sign]);
    else if ((sign === '\u2069' || sign === '\u202C') && open.pop() !== sign) return [unbalanced(sign)];
  }
  return open.slice(0, 1).map(unbalanced);
}

function unbalanced(sign: string): Flaw {
  return {
    message: 'A change of direction without its beginning or its end: what follows is turned round.',
    expected: 'a beginning (U+2066 to U+2068) and an end (U+2069)',
    found: nameOf(sign),
  };
}

function nameOf(sign: string): string {
  const code = `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return names[sign] ? `${names[sign]} (${code})` : code;
}
