import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtLocales } from '#core/language/published.ts';
import { canPrint, clustersOf, fontFor } from './fonts.ts';

const areas = ['common', 'confirmation', 'paper', 'port', 'words/calendar'];

describe('the fonts', () => {
  test.each(builtLocales)('have every letter of the words on paper (%s)', (locale) => {
    for (const area of areas) {
      const text = readFileSync(new URL(`../../locales/${locale}/${area}.json`, import.meta.url), 'utf8');
      const missing = clustersOf(text).filter((cluster) => !canPrint(cluster));
      expect([area, missing]).toEqual([area, []]);
    }
  });
  test('a letter stays with the font in use while that has it', () => {
    const cyrillic = fontFor('Ж', 400, null);
    expect(cyrillic?.name).toBe('cyrillic-400');
    expect(fontFor(' ', 400, cyrillic)?.name).toBe('cyrillic-400');
    expect(fontFor('ò', 400, cyrillic)?.name).toBe('latin-400');
    expect(fontFor('ş', 700, cyrillic)?.name).toBe('latin-ext-700');
  });
  test('a letter of no font has none', () => {
    expect(fontFor('漢', 400, null)).toBeNull();
    expect(canPrint('Ana 漢')).toBe(false);
  });
  test('a letter and its marks are one', () => {
    expect(clustersOf('e\u0301a')).toEqual(['e\u0301', 'a']);
  });
});
