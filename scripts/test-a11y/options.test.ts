import { expect, test } from 'vitest';
import { readOptions } from './options.ts';
import { screenState } from './screens.ts';
import { variantNames } from './variants.ts';

const known = {
  states: ['offer', 'offer-lapsed', 'offer-confirm', 'offer-confirm-busy', 'status-lapsed'].map(screenState),
  locales: ['ht', 'ar'],
};
const ask = (...words: readonly string[]) => readOptions(words, known);
const names = (...words: readonly string[]) => {
  const asked = ask(...words);
  return 'wrong' in asked ? asked.wrong : asked.states.map(({ name }) => name);
};

test('without options a tester gets every screen in every variant, in one language', () => {
  expect(ask()).toEqual({
    locales: ['ht'],
    states: known.states,
    isWhole: true,
    variants: variantNames,
    browser: 'chromium',
    isList: false,
    isKept: false,
  });
});

test.each([
  [
    ['--screen', 'offer'],
    ['offer', 'offer-lapsed'],
  ],
  [['--screen', 'offer', '--state', 'lapsed'], ['offer-lapsed']],
  [
    ['--state', 'lapsed'],
    ['offer-lapsed', 'status-lapsed'],
  ],
  [
    ['--screen', 'offer-confirm-busy,status'],
    ['offer-confirm-busy', 'status-lapsed'],
  ],
])('%j asks for %j', (words, wanted) => {
  expect(names(...words)).toEqual(wanted);
});

test('lists have commas, and all languages a word', () => {
  expect(ask('--locale', 'all', '--variant', 'dark,keyboard', '--browser', 'firefox')).toMatchObject({
    locales: ['ht', 'ar'],
    variants: ['dark', 'keyboard'],
    browser: 'firefox',
  });
});

test.each([
  [['--colour'], /Unknown option '--colour'/],
  [['offer'], /Unexpected argument 'offer'/],
  [['--locale', 'xx'], /expected languages such as ht, ar; found xx/],
  [['--screen', 'offr'], /expected screens such as offer, .*; found offr/],
  [['--variant', 'dim'], /expected variants such as .*; found dim/],
  [['--browser', 'netscape'], /expected a browser of chromium, firefox, webkit, found netscape/],
  [['--keep', '--screen', 'offer'], /expected --keep with every screen and variant, found a part/],
  [['--keep', '--variant', 'dark'], /expected --keep with every screen and variant, found a part/],
  [['--screen', 'status', '--state', 'busy'], /expected a state that status has, found busy; it has lapsed/],
])('%j is not understood, and a sentence says what would be', (words, sentence) => {
  expect(names(...words)).toMatch(sentence);
});
