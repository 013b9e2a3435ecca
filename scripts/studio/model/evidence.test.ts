import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rulesOfTexts } from '../../catalogs/exchange/rule-check.ts';
import type { Finding } from '../../catalogs/finding.ts';
import { findingsOf } from '../../catalogs/rule.ts';
import { writeCleanTree } from '../../catalogs/testing/clean-tree.ts';
import { differenceFlaws } from '../../catalogs/testing/flaws/differences.ts';
import { filesFlaws } from '../../catalogs/testing/flaws/files.ts';
import { translationFlaws } from '../../catalogs/testing/flaws/translations.ts';
import { wordAndPageFlaws } from '../../catalogs/testing/flaws/words-and-pages.ts';
import { writingFlaws } from '../../catalogs/testing/flaws/writing.ts';
import { readTree } from '../../catalogs/tree.ts';
import { rules } from '../../catalogs-check.ts';
import english from '../locales/en/rule.json';
import type { RuleName } from '../words.ts';
import { evidenceOf, isRuleName } from './evidence.ts';

/** What a text is refused for beside the rules, as the sources have it: `refusal('lost-form', …`. */
function refusals(): readonly string[] {
  const cwd = join(import.meta.dirname, '../../catalogs/exchange');
  return globSync('*.ts', { cwd })
    .map((file) => readFileSync(join(cwd, file), 'utf8'))
    .flatMap((source) => [...source.matchAll(/refusal\(\s*'([a-z-]+)'/g)].map(([, name = '']) => name));
}

test('what can be found in a text has words for translators, and nothing else has', () => {
  expect(refusals()).toContain('lost-form');
  const found = new Set([...rulesOfTexts(rules).map(({ name }) => name), ...refusals()]);
  expect([...found].filter((name) => !isRuleName(name))).toEqual([]);
  expect(Object.keys(english).sort()).toEqual([...found].sort());
});

describe('what was expected and found', () => {
  test.each<{ rule: RuleName; expected: string; found: string; shown: readonly unknown[] }>([
    { rule: 'numbers', expected: '8 30', found: '', shown: ['8 30', ''] },
    { rule: 'glossary-term', expected: 'none', found: 'Kite nonm nan', shown: ['none', 'Kite nonm nan'] },
    { rule: 'glossary-term', expected: '', found: 'Kite nonm nan', shown: ['Kite nonm nan'] },
    { rule: 'length', expected: '≤ 60', found: '75: Mande randevou', shown: ['≤ 60', '75: Mande randevou'] },
    { rule: 'white-space', expected: 'one space', found: '"de  mo"', shown: ['"de  mo"'] },
    { rule: 'first-letter', expected: 'a capital letter', found: 'a small letter', shown: [] },
  ])('is shown by $rule as far as it is words themselves', ({ rule, expected, found, shown }) => {
    expect(evidenceOf(rule, { expected, found }).map(({ text }) => text)).toEqual(shown);
  });
});

/** Of the pieces that a finding shows: words that neither the text nor its English has, so the rule's own English. */
function ownWords(root: string, finding: Finding): readonly string[] {
  const { rule, file } = finding;
  if (!isRuleName(rule)) return [];
  const files = [file, file.replace(/^(locales|content)\/[^/]+/, '$1/en')].map((path) => join(root, path));
  const texts = files.filter((path) => existsSync(path)).map((path) => readFileSync(path, 'utf8'));
  const known = new Set(texts.flatMap(wordsIn));
  return evidenceOf(rule, finding)
    .filter(({ of }) => of === 'pieces')
    .flatMap(({ text }) => wordsIn(text))
    .filter((word) => !known.has(word) && !formNames.has(word));
}

/** `U+02BB` has none. */
function wordsIn(text: string): readonly string[] {
  return text.match(/(?<![\p{L}\p{N}])\p{L}{2,}/gu) ?? [];
}

const formNames = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

const flaws = [...filesFlaws, ...translationFlaws, ...wordAndPageFlaws, ...differenceFlaws, ...writingFlaws];

test.each(flaws.filter(({ rule }) => isRuleName(rule)))('of $flaw nothing is shown in the words of $rule', (flaw) => {
  const root = writeCleanTree();
  flaw.seed(root);
  const found = findingsOf(
    rules.filter(({ name }) => name === flaw.rule),
    readTree(root),
  );
  expect(found).not.toEqual([]);
  expect(found.flatMap((finding) => ownWords(root, finding))).toEqual([]);
  rmSync(root, { recursive: true });
});
