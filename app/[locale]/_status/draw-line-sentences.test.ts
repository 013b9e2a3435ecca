import { describe, expect, test } from 'vitest';
import type { Translator } from '#app/_i18n/translator.ts';
import type { PortCode } from '#core/ids.ts';
import { translatedLocales } from '#core/language/locales.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { say, wordsIn } from '#tests/support/words.ts';
import { cutOffSentences } from './draw-line-sentences.ts';

const laredo = 'laredo' as PortCode;
const may = '2026-05-02' as LocalDay;

describe('a port’s cut-off by date is told to who', () => {
  test.each([
    {
      who: 'registered in days that it did not reach',
      line: { before: may, belowByDate: null },
      sentence: 'Laredo, places by date: only people who registered before May 2, 2026 got one.',
    },
    {
      who: 'registered in days that it reached in part',
      line: { before: null, belowByDate: 1204 },
      sentence:
        'Laredo, places by date: there were some for the days in which you registered, but you needed a number smaller than 1,204.',
    },
    {
      who: 'registered in days of which it turned the first number away',
      line: { before: null, belowByDate: 1 },
      sentence: 'Laredo, places by date: nobody from the days in which you registered got one.',
    },
    {
      who: 'registered after days whose end is not known',
      line: { before: null, belowByDate: null },
      sentence: 'Laredo, places by date: only people who registered earlier got one.',
    },
  ])('$who', ({ line, sentence }) => {
    expect(sentencesIn('en', line)[0]).toBe(sentence);
  });
});

test('by lot, whoever registered when, the number decides', () => {
  const byLot = 'Laredo, places by lot: you needed a number smaller than 31.';
  for (const before of [may, null]) expect(sentencesIn('en', { before, belowByDate: null })[1]).toBe(byLot);
});

test('where the lot turned the first number away, nobody is told of a number smaller than 1', () => {
  const line = { before: may, belowByDate: null, belowByLot: 1 };
  expect(sentencesIn('en', line)[1]).toBe('Laredo, places by lot: nobody got one.');
});

test.each(translatedLocales)('each of them is another sentence (%s)', (locale) => {
  const lines = [
    { before: may, belowByDate: null },
    { before: null, belowByDate: 7 },
    { before: null, belowByDate: 1 },
    { before: null, belowByDate: null },
  ];
  const sentences = lines.flatMap((line) => sentencesIn(locale, line));
  // Of each line both; that by lot is the same in all four.
  expect(new Set(sentences).size).toBe(lines.length + 1);
  for (const sentence of sentences) expect(sentence).toContain('Laredo');
});

function sentencesIn(
  locale: string,
  line: { readonly before: LocalDay | null; readonly belowByDate: number | null; readonly belowByLot?: number },
): readonly [string, string] {
  const t = ((key: string, values?: Record<string, string>) =>
    say(locale, `timeline.${key}`, values)) as Translator<'timeline'>;
  return cutOffSentences(t, { port: laredo, belowByLot: 31, ...line }, { words: wordsIn(locale), port: 'Laredo' });
}
