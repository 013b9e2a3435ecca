import type { Finding } from '../../catalogs/finding.ts';
import type { RuleName } from '../words.ts';

/**
 * What a rule's `expected` or `found` is: words of the language, words of the English, or numbers, signs and pieces of the
 * texts that belong to no language. What isn't named is the rule's own English, which only `<details>` has.
 */
type Kind = 'words' | 'english' | 'pieces';
type Kinds = { readonly expected?: Kind; readonly found?: Kind };

const kinds: Readonly<Record<RuleName, Kinds>> = {
  'json-syntax': {},
  'duplicate-key': {},
  'icu-syntax': {},
  empty: {},
  extra: { found: 'words' },
  arguments: { expected: 'pieces', found: 'pieces' },
  'plural-forms': { expected: 'pieces', found: 'pieces' },
  'forbidden-format': { found: 'pieces' },
  'glossary-term': { expected: 'words', found: 'words' },
  'glossary-forbidden': { expected: 'words', found: 'words' },
  customs: { found: 'words' },
  'other-language': { found: 'words' },
  'foreign-words': { found: 'words' },
  'accent-variants': { expected: 'words', found: 'words' },
  'glued-words': { expected: 'words', found: 'words' },
  'kreyol-spelling': { found: 'words' },
  'sentence-length': { expected: 'pieces', found: 'words' },
  identical: { found: 'english' },
  'exact-forms': { expected: 'pieces', found: 'pieces' },
  'plural-number': { expected: 'pieces', found: 'pieces' },
  tags: { expected: 'pieces', found: 'pieces' },
  numbers: { expected: 'pieces', found: 'pieces' },
  addresses: { expected: 'pieces', found: 'pieces' },
  'line-breaks': { expected: 'pieces', found: 'pieces' },
  'end-punctuation': { expected: 'pieces', found: 'pieces' },
  'first-letter': {},
  length: { expected: 'pieces', found: 'words' },
  // Sometimes the words of a block, sometimes its kind: both texts stand on the page anyway.
  markdown: {},
  'lost-form': { expected: 'pieces', found: 'pieces' },
  'same-source': { expected: 'words', found: 'words' },
  'same-translation': { found: 'words' },
  'white-space': { found: 'words' },
  'no-break-space': { found: 'words' },
  marks: { expected: 'pieces', found: 'words' },
  'double-stop': { expected: 'words', found: 'words' },
  pairs: { found: 'words' },
  'repeated-word': { expected: 'words', found: 'words' },
  letters: { found: 'words' },
  invisible: {},
  'broken-letters': { found: 'words' },
  'unsafe-html': { found: 'pieces' },
  stale: { expected: 'english', found: 'english' },
  'unknown-key': { found: 'pieces' },
  'duplicate-unit': {},
  'part-of-page': { expected: 'pieces', found: 'pieces' },
  'second-reader': { found: 'pieces' },
  'wrong-language': {},
};

/** Whether the studio can tell of it in its own languages. */
export function isRuleName(rule: string): rule is RuleName {
  return Object.hasOwn(kinds, rule);
}

export type Evidence = {
  readonly side: 'expected' | 'found';
  /** Shown as it is; empty where no piece, number or mark was expected or found. */
  readonly text: string;
  readonly of: Kind;
};

/** What was expected and found, as far as it is words themselves and needs no translation. */
export function evidenceOf(rule: RuleName, told: Pick<Finding, 'expected' | 'found'>): readonly Evidence[] {
  return (['expected', 'found'] as const).flatMap((side) => {
    const of = kinds[rule][side];
    const text = told[side];
    return of === undefined || (text === '' && of !== 'pieces') ? [] : [{ side, text, of }];
  });
}
