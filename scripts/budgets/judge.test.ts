import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Budgets, readBudgets } from './budgets.ts';
import type { Figure } from './figure.ts';
import { whyFloorIsOld } from './floor.ts';
import { beyondFloor, judge } from './judge.ts';

const bytes = { unit: 'bytes', seenBy: 'files', isBeyondFloor: false, reason: 'data costs' } as const;
const budgets: Budgets = {
  measures: {
    javascript: { ...bytes, title: 'JavaScript beyond the floor', limit: 25_000, isBeyondFloor: true },
    html: { ...bytes, title: 'HTML', limit: 20_000 },
    'layout-shift': { ...bytes, title: 'layout shift', limit: 0, unit: 'score', seenBy: 'browser' },
  },
  floor: { versions: { next: '16.4.6' }, gzip: 130_000, brotli: 115_000 },
  exceptions: [],
};
const late = { measure: 'html', screen: 'terms', limit: 21_000, since: '2026-11-22', reason: 'a long text' };
const withLate: Budgets = { ...budgets, exceptions: [late] };

const html = (screen: string, value: number): Figure => ({ measure: 'html', screen, locale: 'ht', value });
const script: Figure = { measure: 'javascript', screen: 'start', locale: 'ht', value: 7000 };
const shift: Figure = { measure: 'layout-shift', screen: 'start', locale: 'ht', value: 0 };
const kinds = (figures: readonly Figure[], by: 'files' | 'browser', given = budgets) =>
  judge(figures, given, by).findings.map(({ kind }) => kind);

test('what is just as much as its budget is within it, and a byte more is not', () => {
  expect(kinds([script, html('help', 20_000)], 'files')).toEqual([]);
  expect(judge([script, html('help', 20_001)], budgets, 'files').findings).toEqual([
    { kind: 'over', figure: html('help', 20_001), limit: 20_000 },
  ]);
});

test('of each measure the worst screen is told, in the order of the file', () => {
  const { worst } = judge([html('help', 9000), html('terms', 12_000), html('start', 4000), script], budgets, 'files');
  expect(worst.map(({ measure, figure }) => [measure, figure.screen])).toEqual([
    ['javascript', 'start'],
    ['html', 'terms'],
  ]);
});

test('a measure that nobody took is missed where it could have been taken', () => {
  expect(kinds([html('help', 1)], 'files')).toEqual(['not-measured']);
  expect(kinds([html('help', 1), script], 'files')).toEqual([]);
  expect(judge([html('help', 1), script], budgets, 'browser').findings).toEqual([
    { kind: 'not-measured', measure: 'layout-shift' },
  ]);
});

test('a figure that no budget is for is told', () => {
  expect(kinds([script, html('help', 1), { ...html('help', 1), measure: 'lcp' }], 'files')).toEqual([
    'unknown-measure',
  ]);
});

test('a shift of a thousandth is one', () => {
  expect(kinds([script, html('help', 1), { ...shift, value: 0.001 }], 'browser')).toEqual(['over']);
});

test('a screen that is over today has to stay as it is: worse is red, for its screen and measure alone', () => {
  const all = (value: number) => [script, shift, html('terms', value)];
  expect(kinds(all(20_500), 'browser', withLate)).toEqual([]);
  expect(judge(all(21_001), withLate, 'browser').findings).toEqual([
    { kind: 'over', figure: html('terms', 21_001), limit: 21_000, exception: late },
  ]);
  expect(kinds([...all(20_500), html('help', 20_500)], 'browser', withLate)).toEqual(['over']);
});

test('an exception that is needed no more has to go, as far as all screens were seen', () => {
  const mended = [script, shift, html('terms', 19_000)];
  expect(kinds(mended, 'browser', withLate)).toEqual(['needless']);
  expect(kinds(mended, 'files', withLate)).toEqual([]);
});

test('JavaScript counts from what an empty page has', () => {
  const figure: Figure = { ...script, value: 137_000, brotli: 121_000 };
  expect(beyondFloor([figure, html('help', 9000)], budgets, budgets.floor)).toEqual([
    { ...figure, value: 7000, brotli: 6000 },
    html('help', 9000),
  ]);
  expect(() => beyondFloor([{ ...script, value: 129_999 }], budgets, budgets.floor)).toThrow(
    /start: expected at least/,
  );
});

test('a page without the framework’s run-time has no script beyond what an empty page has', () => {
  const [figure] = beyondFloor([{ ...script, value: 1300, brotli: 1200 }], budgets, budgets.floor);
  expect(figure).toMatchObject({ value: 0, brotli: 0 });
});

test.each([
  [
    'another framework',
    { versions: { next: '16.5.0' } },
    /^expected the floor of next 16\.5\.0, found that of next 16\.4\.6$/,
  ],
  ['the same one, nobody measured', { versions: { next: '16.4.6' } }, null],
  ['as good as the same', { versions: { next: '16.4.6' }, gzip: 130_900, brotli: 115_000 }, null],
  [
    'lower than it says',
    { versions: { next: '16.4.6' }, gzip: 128_000, brotli: 115_000 },
    /^expected a floor of 128000/,
  ],
])('the floor of the file beside %s', (_, found, why) => {
  const told = whyFloorIsOld(budgets.floor, found);
  if (why === null) expect(told).toBeNull();
  else expect(told).toMatch(why);
});

test('the budgets of the project are those that were promised', () => {
  const { measures } = readBudgets(join(import.meta.dirname, '../..'));
  const limits = Object.entries(measures).map(([name, { limit }]) => [name, limit]);
  expect(Object.fromEntries(limits)).toMatchObject({
    javascript: 25_000,
    css: 15_000,
    html: 20_000,
    fonts: 25_000,
    'first-visit': 220_000,
    'repeated-visit': 0,
    'layout-shift': 0,
  });
});
