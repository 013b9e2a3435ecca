import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { citizenshipCodes, stateless } from '#core/language/countries.ts';
import { launchLocales } from '#core/language/locales.ts';
import { spokenLanguageCodes } from '#core/language/spoken.ts';
import { type WordsData, wordingOf } from '#core/language/wording.ts';
import type { Instant, TimeZone } from '#core/time/instant.ts';
import { builtWords } from './build-words.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

function dataOf(locale: string): WordsData {
  const [calendar, countries, languages, states] = ['calendar', 'countries', 'languages', 'states'].map((name) =>
    read(`locales/${locale}/words/${name}.json`),
  );
  return { calendar, countries, languages, states } as WordsData;
}

test('the files are what CLDR and the words written by hand give', () => {
  for (const [file, text] of builtWords(root)) expect(readFileSync(join(root, file), 'utf8'), file).toBe(text);
});

/** Every 31 hours of a year: all months, weekdays and hours, in a zone with daylight saving. */
const instants = Array.from({ length: 283 }, (_, index) => (1_798_765_200_000 + index * 31 * 3_600_000) as Instant);
const zone = 'America/Tijuana' as TimeZone;
/** Which of the spaces or apostrophes that look alike is used is no matter of words; our spaces don't break. */
const plain = (text: string) => text.replaceAll(/[\u202F\u00A0]/g, ' ').replaceAll('ʼ', '’');

/** The ending of possession of a Kyrgyz month, by its last vowel: 9-март, but 2027-жылдын 9-марты. */
const kyrgyzEnding: Readonly<Record<string, string>> = { а: 'ы', я: 'ы', е: 'и', у: 'у', ю: 'у' };
const possessed = (month: string) =>
  month.replace(/ь?$/, kyrgyzEnding[/[аяеую](?=[^аяеую]*$)/.exec(month)?.[0] ?? ''] ?? '');

/** Where a language has its own way with the days and hours of Intl. */
const ownWays: Readonly<Record<string, (text: string) => string>> = {
  // «о 10:00» but «об 11:00»: a comma is right at every hour.
  uk: (text) => text.replace(' о ', ', '),
  // No pause after the weekday, since a sentence goes on; and “at the hour”.
  ar: (text) => text.replace('، ', ' ').replace(' في ', ' الساعة '),
  // The year first, as where the weekday follows; Intl turns it round without one.
  hy: (text) => text.replace(/^0?(\d+) (\p{L}+), (\d+ թ\.)$/u, '$3 $2 $1'),
  // The year in full, as `2027-ж.,` would seem to end a sentence; and “hour” before the time.
  ky: (text) =>
    text
      .replace(/-ж\., (\d+)-(\p{L}+)/u, (_, day: string, month: string) => `-жылдын ${day}-${possessed(month)}`)
      .replace(/ (?=\d\d:\d\d$)/, ', саат '),
};

describe.each([
  ['en', 'en'],
  ['es', 'es-419'],
  ['ru', 'ru'],
  ['pt-BR', 'pt-BR'],
  ['fr', 'fr'],
  ['uk', 'uk'],
  ['zh-Hans', 'zh-Hans'],
  ['ar', 'ar-u-nu-latn'],
  ['hy', 'hy'],
  ['ky', 'ky'],
  ['tr', 'tr'],
])('the words of %s are those of Intl for %s, which Node has in full', (locale, tag) => {
  const data = dataOf(locale);
  const words = wordingOf(data);
  const ownWay = ownWays[locale] ?? ((text: string) => text);
  // “12:00 PM” is read as midnight by many.
  const { noon } = data.calendar.periods;
  const withNoon = (text: string) => (noon === undefined ? text : text.replace(/12:00 (?:PM|p\.m\.|م)$/, plain(noon)));
  const byHand = read(`locales/${locale}/words/by-hand.json`) as Pick<WordsData, 'countries' | 'languages'>;

  test('days and times, in words and patterns', () => {
    const both = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'short', timeZone: zone });
    const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone: zone });
    for (const instant of instants) {
      expect(plain(words.dateTime(instant, zone))).toBe(withNoon(ownWay(plain(both.format(instant)))));
      expect(plain(words.time(instant, zone))).toBe(withNoon(plain(time.format(instant))));
    }
  });

  test('days without a time, with and without the weekday', () => {
    const full = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeZone: 'UTC' });
    const long = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
    for (const instant of instants) {
      const day = new Date(instant).toISOString().slice(0, 10) as Parameters<typeof words.day>[0];
      expect(plain(words.day(day))).toBe(ownWay(plain(full.format(instant))));
      expect(plain(words.date(day))).toBe(ownWay(plain(long.format(instant))));
    }
  });

  test('months that stand alone', () => {
    const alone = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' });
    // Arabic has a second name of each month in brackets: the one that people say from Iraq to Palestine.
    expect(words.months().map(({ name }) => name.replace(/ \(.+\)$/, ''))).toEqual(
      Array.from({ length: 12 }, (_, month) => alone.format(Date.UTC(2027, month, 1))),
    );
  });

  test('lists and numbers', () => {
    const list = new Intl.ListFormat(tag);
    for (const items of [
      ['a'],
      ['a', 'b'],
      ['a', 'Hidalgo'],
      ['a', 'b', 'c'],
      ['a', 'b', 'Iguala'],
      ['a', 'b', 'c', 'Hielo'],
    ]) {
      expect(words.list(items)).toBe(list.format(items));
    }
    for (const value of [0, 1.6, 12, 999, 1450, 14_500, 1_234_567]) {
      // Some languages write four digits together; ours are in groups from 1 000 on.
      const intl = new Intl.NumberFormat(tag, { useGrouping: 'always' });
      expect(plain(words.number(value))).toBe(plain(intl.format(value)));
    }
  });

  test('names of countries', () => {
    const names = new Intl.DisplayNames(tag, { type: 'region' });
    for (const code of citizenshipCodes.filter((one) => !(one in byHand.countries))) {
      expect(words.country(code)).toBe(names.of(code));
    }
  });

  test('names of languages, with a capital where the script has capitals', () => {
    const names = new Intl.DisplayNames(tag, { type: 'language' });
    for (const code of spokenLanguageCodes.filter((one) => !(one in byHand.languages))) {
      expect(words.language(code).toLowerCase()).toBe(names.of(code)?.toLowerCase());
      expect(words.language(code)).not.toMatch(/^\p{Ll}/u);
    }
  });
});

describe.each(launchLocales)('drop-downs of %s', (locale) => {
  const words = wordingOf(dataOf(locale));

  test('have every country, and stateless at the end', () => {
    const codes = words.countries().map(({ value }) => value);
    expect(codes.toSorted()).toEqual([...citizenshipCodes].sort());
    expect(codes.at(-1)).toBe(stateless);
  });

  test('have every language, another one at the end', () => {
    expect(
      words
        .languages()
        .map(({ value }) => value)
        .toSorted(),
    ).toEqual([...spokenLanguageCodes].sort());
    expect(words.languages().at(-1)?.value).toBe('other');
  });
});

test('Haitian Creole has words of its own, not those of French', () => {
  const words = wordingOf(dataOf('ht'));
  expect(words.dateTime(1_804_597_500_000 as Instant, zone)).toBe('madi 9 mas 2027, a\u00A05:05\u00A0nan\u00A0maten');
  expect(words.list(['Laredo', 'Nogales', 'El Paso'])).toBe('Laredo, Nogales, ak El Paso');
  expect(
    words
      .months()
      .map(({ name }) => name)
      .join(' '),
  ).toBe('janvye fevriye mas avril me jen jiyè out septanm oktòb novanm desanm');
});

test('Tajik joins day, month and year, all in small letters, which CLDR does not', () => {
  const words = wordingOf(dataOf('tg'));
  expect(words.dateTime(1_804_597_500_000 as Instant, zone)).toBe('сешанбе, 9 марти соли 2027, соати 05:05');
  expect(words.list(['Laredo', 'Nogales', 'El Paso'])).toBe('Laredo, Nogales ва El Paso');
});

test('each language has its own order: Germany is under A in Spanish and under Г in Russian', () => {
  const place = (locale: string, code: string) =>
    wordingOf(dataOf(locale))
      .countries()
      .findIndex(({ value }) => value === code);
  expect(place('es', 'DE')).toBeLessThan(place('es', 'BR'));
  expect(place('ru', 'DE')).toBeGreaterThan(place('ru', 'BR'));
  expect(place('es', 'ES')).toBeLessThan(place('es', 'FR'));
});

test('Uzbek has the year first in a date, and Oʻ, Gʻ, Sh, Ch behind Z in its alphabet', () => {
  const words = wordingOf(dataOf('uz-Latn'));
  expect(words.dateTime(1_804_597_500_000 as Instant, zone)).toBe('2027-yil 9-mart, seshanba, soat 05:05');
  const names = words.countries().map(({ name }) => name);
  const some = ['Yaponiya', 'Zimbabve', 'Oʻzbekiston', 'Gʻarbiy Sahroi Kabir', 'Shimoliy Koreya', 'Chili'];
  expect(names.filter((name) => some.includes(name))).toEqual(some);
});
