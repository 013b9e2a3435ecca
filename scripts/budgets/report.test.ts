import { expect, test } from 'vitest';
import type { Budgets } from './budgets.ts';
import type { Figure } from './figure.ts';
import { judge } from './judge.ts';
import { jsonLine, screenTable, sentenceOf, worstTable } from './report.ts';

const bytes = { unit: 'bytes', seenBy: 'files', isBeyondFloor: false, reason: 'data costs' } as const;
const budgets: Budgets = {
  measures: {
    javascript: { ...bytes, title: 'JavaScript beyond the floor', limit: 25_000, isBeyondFloor: true },
    html: { ...bytes, title: 'HTML', limit: 20_000 },
    shift: { ...bytes, title: 'layout shift', limit: 0, unit: 'score', seenBy: 'browser' },
  },
  floor: { versions: {}, gzip: 131_060, brotli: 115_000 },
  exceptions: [{ measure: 'html', screen: 'terms', limit: 20_500, since: '2026-11-22', reason: 'a long text' }],
};
const figures: readonly Figure[] = [
  { measure: 'javascript', screen: 'start', locale: 'ht', value: 6873, brotli: 6100 },
  { measure: 'html', screen: 'start', locale: 'ht', value: 5902, brotli: 5026 },
  { measure: 'javascript', screen: 'terms', locale: 'ru', value: 6873, brotli: 6100 },
  { measure: 'html', screen: 'terms', locale: 'ht', value: 18_000, brotli: 14_000 },
  { measure: 'html', screen: 'terms', locale: 'ru', value: 21_000, brotli: 16_000 },
  { measure: 'shift', screen: 'terms', locale: 'ru', value: 0 },
];
const verdict = judge(figures, budgets, 'browser');

test('a person sees a row a screen in its worst language, what is beyond a budget marked, and the floor beside', () => {
  expect(screenTable(figures, budgets, budgets.floor)).toBe(
    [
      'screen                  javascript  html       shift',
      'terms                   6.9 KB      21.0 KB !  0',
      'start                   6.9 KB      5.9 KB',
      'budget                  25.0 KB     20.0 KB    0',
      'floor of the framework  131.1 KB',
    ].join('\n'),
  );
});

test('she sees how near to its budget each measure comes, and where', () => {
  expect(worstTable(verdict, budgets)).toBe(
    [
      'measure                      budget   worst    of it  screen                language  brotli',
      'JavaScript beyond the floor  25.0 KB  6.9 KB   27 %   start                 ht        6.1 KB',
      'HTML                         20.0 KB  21.0 KB  105 %  terms (an exception)  ru        16.0 KB',
      'layout shift                 0        0               terms                 ru',
    ].join('\n'),
  );
});

test('a finding says what was expected and what was found', () => {
  expect(verdict.findings.map((finding) => sentenceOf(finding, budgets))).toEqual([
    'terms in ru: expected HTML of at most 20.5 KB (an exception since 2026-11-22), found 21.0 KB',
  ]);
});

test('a machine reads one line', () => {
  const line = jsonLine(verdict, budgets, budgets.floor);
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toEqual({
    passed: false,
    floor: { gzip: 131_060, brotli: 115_000 },
    worst: {
      javascript: {
        screen: 'start',
        locale: 'ht',
        value: 6873,
        brotli: 6100,
        unit: 'bytes',
        budget: 25_000,
        ratio: 0.275,
      },
      html: {
        screen: 'terms',
        locale: 'ru',
        value: 21_000,
        brotli: 16_000,
        unit: 'bytes',
        budget: 20_000,
        ratio: 1.05,
      },
      shift: { screen: 'terms', locale: 'ru', value: 0, unit: 'score', budget: 0, ratio: null },
    },
  });
});
