import { expect, test } from 'vitest';
import { readMrz } from './read-mrz.ts';

// The specimens of ICAO 9303, parts 4, 5 and 6.
const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const card = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
const largeCard = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];
const anna = { issuer: 'UTO', birth: '740812', expiry: '120415', surname: 'ERIKSSON', given: 'ANNA MARIA' };

test.each([
  ['a passport', passport, { ...anna, kind: 'passport', number: 'L898902C3' }],
  ['a card', card, { ...anna, kind: 'identity-card', number: 'D23145890' }],
  ['a large card', largeCard, { ...anna, kind: 'identity-card', number: 'D23145890' }],
])('%s is taken apart', (_title, lines, expected) => {
  expect(readMrz(lines)).toEqual({ ok: true, value: expected });
});

test('O for 0 is put right where only a digit can stand', () => {
  const [names = '', data = ''] = passport;
  expect(readMrz([names, data.replace('7408122', '74O8122')])).toMatchObject({ ok: true, value: { birth: '740812' } });
});

test.each([
  ['number', [passport[0] ?? '', (passport[1] ?? '').replace('L898902', 'L898903')], 1],
  ['birth date', [passport[0] ?? '', (passport[1] ?? '').replace('7408122', '7408132')], 1],
  ['number of a card', [(card[0] ?? '').replace('D23145', 'D23146'), card[1] ?? '', card[2] ?? ''], 0],
  ['last day of a card', [card[0] ?? '', (card[1] ?? '').replace('1204159', '1204169'), card[2] ?? ''], 1],
  ['form', ['A', 'B'], 0],
])('a wrong %s is found by its check digit, and its line named', (_title, lines, line) => {
  expect(readMrz(lines)).toEqual({ ok: false, error: { kind: 'mrz-check', line } });
});
