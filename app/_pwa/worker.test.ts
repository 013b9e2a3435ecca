import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { CalendarWords } from '#core/language/words.ts';
import { isPage, pages } from '#server/http/pages.ts';
import { megabytes } from './phone-keeps/sizes.ts';
import { shownCopy, stylesOf, withoutScripts } from './worker/copy.ts';
import { ledTo, marked } from './worker/marks.ts';
import { type Choice, nothingChosen, sawPage } from './worker/saw-page.ts';
import { askedAnew, assets, keptPages } from './worker/table.ts';

describe('whose language is kept', () => {
  const seen = (...locales: readonly string[]) =>
    locales.reduce<Choice>((choice, locale) => sawPage(choice, locale), nothingChosen);

  test.each([
    ['the first one that she reads is hers', ['ht'], 'ht'],
    ['a look into another one changes nothing', ['ht', 'en', 'ht', 'en'], 'ht'],
    ['leafing through many changes nothing', ['ht', 'en', 'es', 'fr'], 'ht'],
    ['two pages one after the other make it hers', ['ht', 'en', 'en'], 'en'],
  ])('%s', (_, locales, own) => {
    expect(seen(...locales).own).toBe(own);
  });

  test('one that she asked for stays beside her own, and is no step towards another', () => {
    const choice = sawPage({ ...nothingChosen, own: 'ht', chosen: ['en'] }, 'en');
    expect(choice).toMatchObject({ own: 'ht', chosen: ['en'], next: null });
  });

  test('after she removed everything nothing comes by itself', () => {
    expect(sawPage(sawPage({ ...nothingChosen, isOff: true }, 'ht'), 'ht').own).toBeNull();
  });
});

describe('marks', () => {
  test('stand on the root alone, and hold no markup', () => {
    const html = '<!DOCTYPE html><html lang="ht"><script>"<html "</script>';
    expect(marked(html, { line: 'none', has: '"><b>' })).toBe(
      '<!DOCTYPE html><html data-line="none" data-has="&quot;>&lt;b>" lang="ht"><script>"<html "</script>',
    );
  });

  test('a link that led to the page itself leads where she wanted, in the page and not in its scripts', () => {
    const html = '<a href="/ht/offline">…</a><script>"\\"href\\":\\"/ht/offline\\""</script>';
    expect(ledTo(html, '/ht/offline', '/ht/ask?a=1&b=2')).toBe(
      '<a href="/ht/ask?a=1&amp;b=2">…</a><script>"\\"href\\":\\"/ht/offline\\""</script>',
    );
  });
});

describe('a copy of a page of hers', () => {
  const words = JSON.parse(readFileSync('locales/ht/words/calendar.json', 'utf8')) as CalendarWords;
  const when = { year: 2027, month: 3, day: 9, weekday: 2, hour: 13, minute: 5 };

  test('says when it is from, in the words of the page, and has no script', () => {
    const page = renderToStaticMarkup(
      createElement('div', { hidden: true, 'data-kept-note': JSON.stringify(words) }, 'Paj sa a soti {when}.'),
    );
    const html = `<!DOCTYPE html><html lang="ht"><link rel="preload" as="script" href="/a.js"/><script>run()</script>${page}`;
    expect(shownCopy(withoutScripts(html), when)).toBe(
      '<!DOCTYPE html><html data-kept="" data-line="none" lang="ht"><div>Paj sa a soti madi 9 mas 2027, a\u00a01:05\u00a0nan\u00a0apremidi.</div>',
    );
  });

  test('names its style sheets', () => {
    expect(
      stylesOf('<link rel="stylesheet" href="/a.css" data-precedence="next"/><link rel="icon" href="/b"/>'),
    ).toEqual(['/a.css']);
  });
});

test('the table names pages of ours: personal ones that are kept, static ones that are asked anew', () => {
  expect(keptPages.filter((page) => !isPage(page) || pages[page] !== 'personal')).toEqual([]);
  expect(askedAnew.filter((page) => !isPage(page) || pages[page] !== 'static')).toEqual([]);
});

test('what no list holds goes by itself: each cache has a limit of days and of entries', () => {
  expect(assets.filter(({ days, entries }) => days < 1 || entries < 1)).toEqual([]);
  expect(new Set(assets.map(({ cache }) => cache)).size).toBe(assets.length);
});

test.each([
  [0, '0.1'],
  [412_345, '0.4'],
  [3_449_999, '3.4'],
])('%d bytes are %s megabytes', (bytes, shown) => {
  expect(megabytes(bytes, '.')).toBe(shown);
});
