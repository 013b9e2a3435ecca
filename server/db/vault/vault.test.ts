import { expect, test } from 'vitest';
import { type Keys, makeKeys } from './keys.ts';
import { createVault, type Place, VaultError } from './vault.ts';

const keys = makeKeys();
const vault = createVault(keys);
const email: Place = { table: 'accounts', column: 'email_sealed', row: 'a1' };
const plain = new TextEncoder().encode('marisol@example.org');

test('what is sealed opens in its place, and its text is not to be seen', () => {
  const sealed = vault.seal(plain, email);
  expect(vault.open(sealed, email)).toEqual(plain);
  expect(vault.openText(sealed, email)).toBe('marisol@example.org');
  expect(Buffer.from(sealed).includes('marisol')).toBe(false);
  expect(vault.openJson(vault.sealJson({ name: 'José' }, email), email)).toEqual({ name: 'José' });
});

test('the same text sealed twice looks different', () => {
  expect(vault.seal(plain, email)).not.toEqual(vault.seal(plain, email));
});

test.each<[string, Place]>([
  ['another row', { ...email, row: 'a2' }],
  ['another column', { ...email, column: 'phone_sealed' }],
  ['another table', { ...email, table: 'sessions' }],
  ['the same letters cut elsewhere', { table: 'accountse', column: 'mail_sealed', row: 'a1' }],
])('moved to %s it does not open', (_, place) => {
  expect(() => vault.open(vault.seal(plain, email), place)).toThrow(VaultError);
});

test('with any single byte touched it does not open', () => {
  const sealed = vault.seal(plain, email);
  for (const index of sealed.keys()) {
    const touched = sealed.map((byte, at) => (at === index ? byte ^ 1 : byte));
    expect(() => vault.open(touched, email)).toThrow(VaultError);
  }
});

test('cut short at any length it does not open', () => {
  const sealed = vault.seal(plain, email);
  for (const length of sealed.keys()) expect(() => vault.open(sealed.subarray(0, length), email)).toThrow(VaultError);
});

test('without its key nothing opens: not by other keys, not by another key of the same id', () => {
  const sealed = vault.seal(plain, email);
  expect(() => createVault(makeKeys('k2')).open(sealed, email)).toThrow('sealed by key k1');
  expect(() => createVault(makeKeys('k1')).open(sealed, email)).toThrow(VaultError);
});

test('a new current key seals what is new, and the old key still opens what is old', () => {
  const old = vault.seal(plain, email);
  const newer: Keys = { ...keys, current: 'k2', encryption: { ...keys.encryption, ...makeKeys('k2').encryption } };
  const rotated = createVault(newer);
  expect(rotated.open(old, email)).toEqual(plain);
  expect(() => vault.open(rotated.seal(plain, email), email)).toThrow('sealed by key k2');
});

test('each person has a data key of her own', () => {
  const [one, other] = [vault.makeDataKey('p1'), vault.makeDataKey('p2')];
  const sealed = vault.withDataKey('p1', one).sealJson({ givenNames: 'Marisol' }, 'sealed');
  expect(vault.withDataKey('p1', one).openJson(sealed, 'sealed')).toEqual({ givenNames: 'Marisol' });
  expect(() => vault.withDataKey('p2', other).open(sealed, 'sealed')).toThrow(VaultError);
  expect(() => vault.withDataKey('p1', one).open(sealed, 'photo_sealed')).toThrow(VaultError);
  expect(() => vault.withDataKey('p2', one)).toThrow(VaultError);
});

test('a token is the same for the same kind and text, and different for anything else', () => {
  const token = vault.token('phone', '+525512345678');
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(createVault(keys).token('phone', '+525512345678')).toBe(token);
  expect(vault.token('device', '+525512345678')).not.toBe(token);
  expect(vault.token('phone', '+525512345679')).not.toBe(token);
  expect(createVault({ ...keys, token: makeKeys().token }).token('phone', '+525512345678')).not.toBe(token);
});

test('the form in which values are stored stays: a value and a token of an earlier day', () => {
  const fixed = createVault({
    current: 'k1',
    encryption: { k1: new Uint8Array(32).fill(7) },
    token: new Uint8Array(32).fill(9),
  });
  const stored = 'AQJrMQp2pHq05DcPlGe9zwDouzOPKcVgiaeodaA1EocDtVAhj91eLZiPV_g9mVBob827sDh4oCI3oiTB4L8Ze-Hczw';
  expect(fixed.openText(new Uint8Array(Buffer.from(stored, 'base64url')), email)).toBe('marisol@example.org');
  expect(fixed.token('email', 'marisol@example.org')).toBe('TEyupQtFX5sHG5uc_a2La3GISOBCxReHaq5xOSEil7c');
});

test.each<[string, Keys]>([
  ['a short encryption key', { ...keys, encryption: { k1: new Uint8Array(16) } }],
  ['a short token key', { ...keys, token: new Uint8Array(31) }],
  ['no key under the current id', { ...keys, current: 'k9' }],
  ['a key id of another form', { ...keys, encryption: { ...keys.encryption, 'K 1': new Uint8Array(32) } }],
])('%s is refused', (_, wrong) => {
  expect(() => createVault(wrong)).toThrow('expected');
});
