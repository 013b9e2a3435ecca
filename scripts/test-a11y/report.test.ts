import { expect, test } from 'vitest';
import type { LookedScreen } from './looked.ts';
import type { Asked } from './options.ts';
import { reportOf } from './report.ts';
import { resultsOf, summaryOf } from './results.ts';
import { screenState } from './screens.ts';

const contrast = {
  rule: 'color-contrast-enhanced',
  what: 'Elements must meet enhanced contrast',
  criteria: ['1.4.6'],
  todo: 'Fix any of the following',
  where: ['<p class="a">'],
};
const looked: readonly LookedScreen[] = [
  {
    locale: 'ht',
    screen: 'offer-lapsed',
    path: '/ht/offer',
    title: 'Tan an pase',
    focus: 'a: <script>',
    tree: '- heading "Tan" [level=1]',
    looks: [
      { variant: 'as-is', picture: 'pictures/a.jpg', findings: [], undecided: [] },
      { variant: 'dark', picture: 'pictures/b.jpg', findings: [contrast], undecided: [{ ...contrast, rule: 'other' }] },
      { variant: 'no-script', findings: [], undecided: [], left: 'It answers a form.' },
    ],
  },
];
const asked: Asked = {
  locales: ['ht'],
  states: ['offer-lapsed', 'offer'].map(screenState),
  isWhole: false,
  variants: ['as-is', 'dark', 'no-script'],
  browser: 'chromium',
  isList: false,
  isKept: false,
};
const summary = summaryOf(looked, asked, []);
const report = reportOf(looked, summary);

test('what was left out counts as no look, and what was not reached is named', () => {
  expect(summary).toMatchObject({ screens: 1, looks: 2, findings: 1, undecided: 1 });
  expect(summary.unreached).toEqual([{ screen: 'offer', locale: 'ht' }]);
});

test('a tester can filter by screen, state, language, variant and result', () => {
  expect(report).toContain('<article data-screen="offer" data-state="lapsed" data-locale="ht"');
  for (const [variant, result] of [
    ['as-is', 'nothing found'],
    ['dark', 'found'],
    ['no-script', 'not looked at'],
  ])
    expect(report).toContain(`<section data-variant="${variant}" data-result="${result}">`);
});

test('a card shows picture, accessibility tree, and a finding with its criterion and what to do', () => {
  expect(report).toContain('<img src="pictures/b.jpg"');
  expect(report).toContain('- heading &quot;Tan&quot; [level=1]');
  expect(report).toContain('WCAG 1.4.6');
  expect(report).toContain('Fix any of the following');
  expect(report).toContain('Not looked at. It answers a form.');
});

test('what a page says is shown, never run', () => {
  expect(report).toContain('a: &lt;script&gt;');
  expect(report.match(/<script>/g)).toHaveLength(1);
});

test('people are told of languages that somebody speaks', () => {
  const told = resultsOf({ ...summary, locales: ['ht', 'ar-XB'] }, { on: '2027-03-10', version: '0.1.0' });
  expect(told).toMatchObject({ on: '2027-03-10', version: '0.1.0', screens: 1, locales: ['ht'], findings: 1 });
});
