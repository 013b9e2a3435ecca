import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { locales } from '#core/language/locales.ts';
import { openFontsFor } from './chinese-fonts.ts';
import { canPrint, clustersOf, fontFor } from './fonts.ts';
import type { Weight } from './open-font.ts';

const areas = ['common', 'confirmation', 'paper', 'port', 'words/calendar'];

/** Of a language that isn't complete, those that there are. */
function textsOf(locale: string): readonly string[] {
  return areas
    .map((area) => new URL(`../../locales/${locale}/${area}.json`, import.meta.url))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'));
}

const nameOfFont = (cluster: string, weight: Weight = 400) =>
  fontFor(cluster, weight, { inUse: null, isChinese: true })?.name;

describe('the fonts', () => {
  test.each(locales)('have every letter of the words on paper (%s)', async (locale) => {
    for (const text of textsOf(locale)) {
      await openFontsFor(text);
      const missing = clustersOf(text).filter((cluster) => !canPrint(cluster));
      expect(missing).toEqual([]);
    }
  });
  test('a letter stays with the font in use while that has it', () => {
    const cyrillic = fontFor('Ж', 400, { inUse: null, isChinese: false });
    const next = (letter: string, weight: Weight) =>
      fontFor(letter, weight, { inUse: cyrillic, isChinese: false })?.name;
    expect(cyrillic?.name).toBe('cyrillic-400');
    expect(next(' ', 400)).toBe('cyrillic-400');
    expect(next('ò', 400)).toBe('latin-400');
    expect(next('ş', 700)).toBe('latin-ext-700');
  });
  test('a letter of no font has none', () => {
    expect(fontFor('ნ', 400, { inUse: null, isChinese: false })).toBeNull();
    expect(canPrint('Ana ნინო')).toBe(false);
  });
  test('a letter and its marks are one', () => {
    expect(clustersOf('e\u0301a')).toEqual(['e\u0301', 'a']);
  });
});

describe('the Chinese fonts', () => {
  test('have the thousands of signs of names and places, each in its piece', async () => {
    const signs = ['王小明', '陳國華', '欧阳', '鑫', '彧', '乌鲁木齐', '昇'];
    await openFontsFor(signs.join(''));
    expect(signs.filter((name) => !canPrint(name))).toEqual([]);
    expect(nameOfFont('王')).not.toBe(nameOfFont('鑫'));
  });
  test('are asked by nobody before they are open: a sign would be left out', () => {
    expect(() => canPrint('龘')).toThrow('await openFontsFor(text) before');
  });
  test('are as heavy as was asked for, not the thinnest there is', async () => {
    await openFontsFor('国');
    const [regular, bold] = ([400, 700] as const).map((weight) => {
      const font = fontFor('国', weight, { inUse: null, isChinese: true })?.font;
      return font?.layout('国', []).glyphs[0]?.path.toSVG();
    });
    expect(regular).toBeDefined();
    expect(bold).not.toBe(regular);
  });
  test('have the punctuation of Chinese texts, but neither digits nor Latin letters', async () => {
    await openFontsFor('“您—á');
    for (const sign of '“—') expect(nameOfFont(sign)).toMatch(/^chinese-/);
    for (const letter of ['á', 'A', '7', '(']) expect(nameOfFont(letter)).toBe('latin-400');
    expect(fontFor('“', 400, { inUse: null, isChinese: false })?.name).toBe('latin-400');
  });
});
