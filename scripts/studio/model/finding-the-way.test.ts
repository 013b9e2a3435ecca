import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isLaunchLocale, launchLocales } from '#core/language/locales.ts';
import { writeCleanTree } from '../../catalogs/testing/clean-tree.ts';
import { writeExchangeTree } from '../../catalogs/testing/exchange-tree.ts';
import { readTree } from '../../catalogs/tree.ts';
import { coverageOf, reachOf } from './coverage.ts';
import { fixedText } from './fixes.ts';
import { everything, filterOf, isListed, nextAfter, queryOf } from './list.ts';
import { nearest } from './memory.ts';
import { tokensOf } from './tokens.ts';

function unit(key: string, more: { source?: string; target?: string; state?: 'draft' | 'translated' } = {}) {
  return { key, source: 'Hello', target: 'Hola', state: 'draft' as const, ...more };
}

function never(): ReadonlySet<string> {
  throw new Error('the rules ran where nobody asked for findings');
}

describe('the list', () => {
  const all = [unit('start.title'), unit('start.what', { state: 'translated' }), unit('page:terms.0')];

  test.each([
    ['everything', {}, ['start.title', 'start.what', 'page:terms.0']],
    ['a part', { area: 'start' }, ['start.title', 'start.what']],
    ['a long text', { area: 'page:terms' }, ['page:terms.0']],
    ['a state', { state: 'translated' }, ['start.what']],
    ['words, in capitals or not', { search: 'HOLA' }, ['start.title', 'start.what', 'page:terms.0']],
    ['a state that nobody knows', { state: 'best' }, ['start.title', 'start.what', 'page:terms.0']],
  ])('shows %s', (_title, query: Readonly<Record<string, string>>, keys) => {
    const filter = filterOf((name) => query[name]);
    expect(
      all.filter((one) => isListed(one, filter, { flawed: never, onScreen: never })).map(({ key }) => key),
    ).toEqual(keys);
  });

  test('goes on after the last one with the first, and never to the same', () => {
    const any = () => true;
    expect(nextAfter(all, 'page:terms.0', any)?.key).toBe('start.title');
    expect(nextAfter(all, 'start.title', ({ state }) => state === 'draft')?.key).toBe('page:terms.0');
    expect(nextAfter([unit('only')], 'only', any)).toBeUndefined();
  });

  test('keeps its filter in the address', () => {
    expect(queryOf({ ...everything, area: 'start', search: 'a b' })).toBe('?area=start&search=a+b');
    expect(queryOf(everything)).toBe('');
  });
});

test('earlier translations come by likeness, and only those that are like', () => {
  const units = [
    unit('same', { source: 'Ask for an appointment' }),
    unit('near', { source: 'Ask for an appointment now' }),
    unit('far', { source: 'Take a picture of your paper' }),
    unit('untranslated', { source: 'Ask for an appointment', target: '' }),
  ];
  const found = nearest(units, unit('own', { source: 'Ask for an appointment' }));
  expect(found.map(({ key }) => key)).toEqual(['same', 'near']);
  expect(found[0]?.likeness).toBe(1);
});

test('what chooses between forms is not among what has to be put in', () => {
  const source = '{count, plural, one {<b>{countText}</b> person} other {<b>{countText}</b> people}}';
  expect(tokensOf(source)).toEqual([
    { shown: '<b>…</b>', before: '<b>', after: '</b>' },
    { shown: '{countText}', before: '{countText}', after: '' },
  ]);
});

describe('one press', () => {
  test.each([
    { rule: 'white-space', locale: 'es', text: ' Su  cupo ', fixed: 'Su cupo' },
    { rule: 'no-break-space', locale: 'fr', text: 'Quoi ?', fixed: 'Quoi\u00A0?' },
    { rule: 'no-break-space', locale: 'ht', text: 'Peze « Pèmèt »', fixed: 'Peze «\u00A0Pèmèt\u00A0»' },
    { rule: 'no-break-space', locale: 'ru', text: 'Это — место', fixed: 'Это\u00A0— место' },
    { rule: 'repeated-word', locale: 'es', text: 'Su su cupo', fixed: 'Su cupo' },
    { rule: 'marks', locale: 'ar', text: 'لماذا?', fixed: 'لماذا؟' },
  ])('puts $rule right in $locale', ({ rule, locale, text, fixed }) => {
    expect(fixedText(rule, text, locale)).toBe(fixed);
  });

  test('is not offered where nothing would change', () => {
    expect(fixedText('white-space', 'Su cupo', 'es')).toBeUndefined();
    expect(fixedText('arguments', 'Hola', 'es')).toBeUndefined();
  });
});

describe('coverage', () => {
  const root = writeExchangeTree();
  const all = coverageOf(readTree(root));
  rmSync(root, { recursive: true });
  const kindsOf = (tag: string) => all.find(({ locale }) => locale === tag)?.kinds;

  test('begins with the languages of most people', () => {
    expect(all.slice(0, 4).map(({ locale, share }) => [locale, share])).toEqual([
      ['es', 57.7],
      ['ht', 23.3],
      ['ru', 13.3],
      ['en', 0.7],
    ]);
  });

  test('tells what is there from what a person has read', () => {
    expect(kindsOf('ru')?.screens).toEqual({ of: 7, there: 7, read: 0 });
    expect(kindsOf('es')?.screens).toEqual({ of: 7, there: 2, read: 0 });
    expect(kindsOf('ht')?.errors).toEqual({ of: 1, there: 0, read: 0 });
  });

  test('lacks no word that only another language needs, such as one for noon', () => {
    const folder = writeCleanTree();
    const menus = coverageOf(readTree(folder)).flatMap(({ locale, kinds }) =>
      isLaunchLocale(locale) ? [kinds.menus] : [],
    );
    rmSync(folder, { recursive: true });
    expect(menus.filter(({ of, there }) => there < of)).toEqual([]);
    expect(menus.length).toBe(launchLocales.length);
  });

  test('weighs a language by its people', () => {
    // 13.3 of Russian, 0.7 of English, and two sevenths of 57.7.
    expect(reachOf(all, 'screens')).toEqual({ there: 30.5, read: 0.7 });
  });
});
