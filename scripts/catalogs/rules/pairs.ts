import { isBroken } from '../broken.ts';
import { withExceptions } from '../exceptions.ts';
import type { Rule } from '../rule.ts';
import { type Flaw, inEachText } from '../texts.ts';
import { quotesElsewhere, type Writing, writingOf } from '../writing.ts';

const brackets = [
  ['(', ')'],
  ['[', ']'],
  ['（', '）'],
] as const;

type Pairs = { readonly all: readonly (readonly [string, string])[]; readonly strange: RegExp };

export const pairs: Rule = withExceptions({
  name: 'pairs',
  why: 'Who reads cannot see where the words of someone else or the remark in brackets ends.',
  look(tree) {
    const known = new Map<string, Pairs>();
    return inEachText(tree, (spoken, { locale }) => {
      if (!/[()[\]（）“”„«»‘?!¿¡]/.test(spoken) || isBroken(spoken)) return [];
      const writing = writingOf(locale);
      const own = known.get(locale) ?? pairsOf(writing);
      known.set(locale, own);
      return [...bracketFlaws(spoken, own), ...openingFlaws(spoken, writing)];
    });
  },
});

/** ’ is an apostrophe more often than a quotation mark and is left out. */
function pairsOf(writing: Writing): Pairs {
  const quotes = writing.quotes.filter(([, close]) => close !== '’');
  return { all: [...brackets, ...quotes], strange: quotesElsewhere(writing) };
}

function bracketFlaws(text: string, { all, strange }: Pairs): readonly Flaw[] {
  // Which mark of two languages closes the other nobody can tell; they are a finding of their own.
  if (strange.test(text)) return [];
  const open: (readonly [string, string])[] = [];
  for (const sign of text) {
    const last = open.at(-1);
    const opens = all.find(([first]) => first === sign);
    if (last?.[1] === sign) open.pop();
    else if (opens) open.push(opens);
    else if (all.some(([, close]) => close === sign)) return [flaw(text, `${sign} closes what is not open.`)];
  }
  return open.slice(0, 1).map(([first]) => flaw(text, `${first} is not closed.`));
}

/** Spanish: as many ¿ as ?, as many ¡ as !, and each before its own. */
function openingFlaws(text: string, { opens }: Writing): readonly Flaw[] {
  return Object.entries(opens).flatMap(([close, open]) => {
    const signs = Array.from(text).filter((sign) => sign === open || sign === close);
    const isRight = signs.length % 2 === 0 && signs.every((sign, index) => sign === (index % 2 ? close : open));
    return isRight ? [] : [flaw(text, `${open} and ${close} do not belong together.`)];
  });
}

function flaw(text: string, message: string): Flaw {
  return { message, expected: 'marks in pairs', found: text };
}
