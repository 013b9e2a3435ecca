import { describe, expect, test } from 'vitest';
import { dirOf, type Locale } from '#core/language/locales.ts';
import type { Instant } from '#core/time/instant.ts';
import { readPdf } from '#tests/support/pdf-text.ts';
import { openFontsFor } from './chinese-fonts.ts';
import type { Weight } from './open-font.ts';
import { asFound, lettersOf } from './paper.testing.ts';
import { makeSheet } from './sheet.ts';

/** Papers of one paragraph each, in columns of 200 points. */
async function written(locale: Locale, text: string, weight: Weight = 400) {
  await openFontsFor(text);
  const sheet = makeSheet({ locale, direction: dirOf(locale), title: 'Puente', at: 0 as Instant });
  sheet.text('P', { text, look: { size: 10, weight, gap: 0 } }, { from: 0, width: 200 });
  return await readPdf(await sheet.bytes());
}

describe('a sheet', () => {
  test('in Arabic is read in order, Latin names and numbers in their places', async () => {
    const text =
      'موعدك في إل باسو (El Paso): 21 مارس 2027 في 8:00. يمكنك قول هذا الرمز 123 456 782 إذا تعذرت قراءة الصورة';
    const read = await written('ar', text);
    expect(read.alts).toEqual([text]);
    expect(lettersOf(read.text)).toBe(lettersOf(asFound(text)));
  });
  test('in Chinese is read in order, across the ends of lines and many fonts', async () => {
    const text = '请打开“我的进度”，看看您能做什么。您不能把名额让给别人（El Paso）：8:00。';
    const read = await written('zh-Hans', text);
    expect(read.alts).toEqual([text]);
    expect(lettersOf(read.text)).toBe(lettersOf(text));
  });
  test.each([
    ['hy', 'Ձեր տեղը հաստատված է։'],
    ['uz-Latn', 'Oʻrningiz tasdiqlandi, maʼlumot'],
    ['tg', 'Ҷойи шумо тасдиқ шуд, ӣ ӯ ғ ҳ қ'],
    ['ky', 'Ордуңуз ырасталды, ө ү'],
    ['tr', 'Yeriniz onaylandı. ğ ş İ'],
    ['uk', 'Ваше місце підтверджено, їжак ґ'],
  ] as const)('in %s is read letter by letter', async (locale, text) => {
    expect(lettersOf((await written(locale, text)).text)).toBe(lettersOf(text));
  });
  test('is read the same after others whose letters were made of the same parts', async () => {
    // In bold, whose fonts nobody here has opened yet.
    expect((await written('es', 'Río', 700)).text).toBe('Río');
    expect((await written('tr', 'Yeriniz onaylandı', 700)).text).toBe('Yeriniz onaylandı');
  });
});
