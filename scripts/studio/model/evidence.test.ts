import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rulesOfTexts } from '../../catalogs/exchange/rule-check.ts';
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
    { rule: 'numbers', expected: '8 30', found: 'none', shown: ['8 30', undefined] },
    { rule: 'glossary-term', expected: 'none', found: 'Kite nonm nan', shown: ['none', 'Kite nonm nan'] },
    { rule: 'length', expected: '60 signs at most', found: '75: Mande randevou', shown: ['60', '75: Mande randevou'] },
    { rule: 'white-space', expected: 'one space', found: '"de  mo"', shown: ['"de  mo"'] },
    { rule: 'first-letter', expected: 'a capital letter', found: 'a small letter', shown: [] },
  ])('is shown by $rule as far as it is words themselves', ({ rule, expected, found, shown }) => {
    expect(evidenceOf(rule, { expected, found }).map(({ text }) => text)).toEqual(shown);
  });
});
