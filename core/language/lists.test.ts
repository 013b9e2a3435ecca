import { describe, expect, test } from 'vitest';
import { citizenshipCodes, countryCodes, isCitizenship, isCountry, stateless } from './countries.ts';
import { launchLocales } from './locales.ts';
import { isSpokenLanguage, spokenLanguageCodes, spokenLanguages } from './spoken.ts';

describe('countries', () => {
  test('are the 249 of ISO 3166-1 and Kosovo, each once', () => {
    expect(countryCodes).toHaveLength(250);
    expect(new Set(countryCodes).size).toBe(250);
    expect(countryCodes.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
    expect(countryCodes).toEqual([...countryCodes].sort());
  });
  test.each(['HT', 'VE', 'CU', 'RU', 'AM', 'KG', 'UZ', 'TJ', 'CN', 'MX', 'XK', 'SS', 'PS'])('%s is one', (code) => {
    expect(isCountry(code)).toBe(true);
  });
  test.each(['ht', 'EU', 'ZZ', 'UN', 'AN', 'SU', 'XX', '', 'length'])('%j is none', (code) => {
    expect(isCountry(code)).toBe(false);
  });
  test('somebody can be a citizen of no country', () => {
    expect(isCitizenship(stateless)).toBe(true);
    expect(citizenshipCodes).toHaveLength(251);
  });
});

describe('primary languages', () => {
  test('hold those of the screens, and another', () => {
    for (const locale of launchLocales) expect(isSpokenLanguage(locale.split('-')[0] ?? '')).toBe(true);
    expect(spokenLanguageCodes.at(-1)).toBe('other');
    expect(isSpokenLanguage('constructor')).toBe(false);
  });
  test('have own names, each its own', () => {
    const names = Object.values(spokenLanguages);
    expect(new Set(names).size).toBe(names.length);
  });
});
