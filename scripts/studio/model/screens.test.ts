import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { json, writeExchangeTree } from '../../catalogs/testing/exchange-tree.ts';
import { readTree } from '../../catalogs/tree.ts';
import { picturePath, placeFinder, screenCalled, screensFor, screensWith, unitsOn } from './screens.ts';

const marks = {
  width: 320,
  height: 640,
  texts: {
    'sample.greeting': [[16, 200, 288, 20]],
    'sample.title': [
      [16, 80, 288, 30],
      [16, 400, 100, 20],
    ],
  },
};
const root = writeExchangeTree({
  'docs/screens/ht/sample.webp': '',
  'docs/screens/ht/sample.json': json(marks),
  'docs/screens/ru/sample.webp': '',
  'docs/screens/ar-XB/sample.webp': '',
  'docs/screens/ht/start.webp': '',
  'docs/screens/ht/start-error.webp': '',
});
afterAll(() => {
  rmSync(root, { recursive: true });
});
const tree = readTree(root);
const units = [{ key: 'sample.title' }, { key: 'sample.greeting' }, { key: 'sample.rich' }];

describe('the picture of a screen', () => {
  test.each([
    ['ru', 'ru'],
    ['ht', 'ht'],
    ['ar', 'ar-XB'],
    ['fr', 'ht'],
  ] as const)('for %s is that in %s: her language, else her direction', (locale, tag) => {
    expect(screenCalled(root, locale, 'sample')?.tag).toBe(tag);
  });

  test('has a name and nothing of a path in it', () => {
    expect(picturePath(root, { tag: 'ht', name: 'start' })).toContain('docs/screens/ht/start.webp');
    expect(picturePath(root, { tag: '..', name: 'start' })).toBeUndefined();
    expect(picturePath(root, { tag: 'ht', name: '../ru/sample' })).toBeUndefined();
  });
});

describe('the texts of a screen', () => {
  const place = placeFinder(tree, 'ht');
  const called = (name: string) => screensFor(root, 'ht').filter((screen) => screen.name === name);

  test('come from its top to its end where the picture tells', () => {
    const [screen] = called('sample');
    expect(screen && unitsOn(screen, units, place).map(({ key }) => key)).toEqual(['sample.title', 'sample.greeting']);
  });

  test('are those that the program uses there where it does not', () => {
    const [screen] = called('start');
    expect(screen && unitsOn(screen, units, place).map(({ key }) => key)).toEqual(['sample.title']);
  });

  test('know their screens, all states of them where no picture tells', () => {
    const names = (key: string) => screensWith(screensFor(root, 'ht'), key, place).map(({ name }) => name);
    expect(names('sample.greeting')).toEqual(['sample']);
    expect(screensWith(called('start').concat(called('start-error')), 'sample.title', place)).toHaveLength(2);
    expect(names('problem.busy.what')).toEqual([]);
  });
});
