import { describe, expect, test } from 'vitest';
import { readPlace, readSignals } from './place.ts';

describe('readPlace', () => {
  const juarez = { latitude: '31.6904', longitude: '-106.4245', accuracy: '25' };

  test('degrees and meters', () => {
    expect(readPlace(juarez)).toEqual({
      ok: true,
      value: { latitude: 31.6904, longitude: -106.4245, accuracyMeters: 25 },
    });
  });

  test.each([{}, { latitude: '', longitude: '', accuracy: '' }, { latitude: '31', longitude: '-106' }])(
    '%j is no place',
    (fields: Record<string, string>) => {
      expect(readPlace(fields)).toEqual({ ok: true, value: undefined });
    },
  );

  test.each([
    ['latitude', 'here', 'not-a-number'],
    ['latitude', 'NaN', 'not-a-number'],
    ['latitude', '0x10', 'not-a-number'],
    ['latitude', '90.01', 'too-large'],
    ['longitude', '-181', 'too-small'],
    ['accuracy', '-1', 'too-small'],
    ['accuracy', '1e12', 'too-large'],
  ])('%s %s is %s', (field, value, kind) => {
    expect(readPlace({ ...juarez, [field]: value })).toMatchObject({ ok: false, error: { fields: [{ field, kind }] } });
  });
});

describe('readSignals', () => {
  test('marks as they are', () => {
    expect(readSignals('{"webdriver":true,"zone":"America/Tijuana"}')).toEqual({
      webdriver: true,
      zone: 'America/Tijuana',
    });
    expect(readSignals(undefined)).toEqual({});
  });

  test.each(['{', '[]', '{"nested":{}}', JSON.stringify({ long: 'x'.repeat(201) }), JSON.stringify({ 'a b': 1 })])(
    '%s is no mark, and refuses nobody',
    (json) => {
      expect(readSignals(json)).toEqual({});
    },
  );
});
