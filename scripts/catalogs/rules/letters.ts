import { sourceLocale } from '#core/language/locales.ts';
import { withoutAddresses } from '../addresses.ts';
import { isBroken } from '../broken.ts';
import { withExceptions } from '../exceptions.ts';
import type { Rule } from '../rule.ts';
import { type Flaw, inEachText, textsOf } from '../texts.ts';
import { type Writing, writingOf } from '../writing.ts';

/** Latin letters that look like those of other scripts (Unicode's confusables.txt, the letters of these languages). */
const alike = /^[aceiopsxyABCEHIKMOPTXYjhknruv]+$/;

export const letters: Rule = withExceptions({
  name: 'letters',
  why: 'A Latin “a” in a Russian word looks right, and no search, no spelling check and no voice knows the word.',
  look(tree) {
    const english = new Map(
      textsOf(tree)
        .filter(({ locale }) => locale === sourceLocale)
        .map(({ key, spoken }) => [key, new Set(spoken.flatMap(wordsOf))]),
    );
    return inEachText(tree, (spoken, { locale, key }) => {
      if (isBroken(spoken)) return [];
      return wordsOf(spoken).flatMap((word) => {
        const found = flawOf(word, locale);
        // Names are written as in the source: Ciudad Juárez.
        return !found || (locale !== sourceLocale && english.get(key)?.has(word)) ? [] : [found];
      });
    });
  },
});

function wordsOf(text: string): readonly string[] {
  return (
    withoutAddresses(text)
      .replace(/\{[^}]*\}/g, ' ')
      .match(/[\p{L}\p{M}ʻʼ]+/gu) ?? []
  );
}

function flawOf(word: string, locale: string): Flaw | undefined {
  const { script, letters: own } = writingOf(locale);
  if (plainWord(locale).test(word)) return undefined;
  const isLatin = script === 'Latin';
  const signs = Array.from(word);
  const strange = signs.filter((sign) => !ofScript[script].test(sign) && !ofScript.Latin.test(sign));
  const latin = signs.filter((sign) => ofScript.Latin.test(sign));
  if (strange.length > 0) return flaw(word, 'Letters of another script.', strange);
  if (!isLatin && latin.length > 0 && latin.length < signs.length && script !== 'Han') {
    return flaw(word, 'Letters of two scripts in one word.', latin);
  }
  if (script === 'Cyrillic' && latin.length === signs.length && signs.length < 4 && alike.test(word)) {
    return flaw(word, 'A word of Latin letters that look like Cyrillic ones.', latin);
  }
  if (own === undefined || (!isLatin && latin.length > 0)) return undefined;
  const unknown = signs.filter((sign) => !(isLatin && /[a-z]/i.test(sign)) && !isIn(sign, own));
  return unknown.length === 0 ? undefined : flaw(word, 'A letter that the language does not have.', unknown);
}

const plainWords = new Map<string, RegExp>();

/** A word of nothing but the language's letters. */
function plainWord(locale: string): RegExp {
  const { script, letters: own } = writingOf(locale);
  const signs =
    own === undefined ? ofScript[script].source.slice(1, -1) : `[${script === 'Latin' ? 'a-z' : ''}${own}]+`;
  const found = plainWords.get(locale) ?? new RegExp(`^${signs}$`, 'iu');
  plainWords.set(locale, found);
  return found;
}

/** Accents belong to the letter before them; ʻ and ʼ are letters of Uzbek. */
const ofScript: Readonly<Record<Writing['script'], RegExp>> = {
  Latin: /^[\p{Script=Latin}\p{M}ʻʼ]+$/u,
  Cyrillic: /^[\p{Script=Cyrillic}\p{M}]+$/u,
  Armenian: /^[\p{Script=Armenian}\p{M}]+$/u,
  Arabic: /^[\p{Script_Extensions=Arabic}\p{M}]+$/u,
  Han: /^[\p{Script_Extensions=Han}\p{M}]+$/u,
};

function isIn(sign: string, own: string): boolean {
  return own.includes(sign) || own.includes(sign.toLowerCase());
}

function flaw(word: string, message: string, signs: readonly string[]): Flaw {
  const codes = [...new Set(signs)].map(
    (sign) => `${sign} U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return { message, expected: 'letters of the language', found: `${word}: ${codes.join(', ')}` };
}
