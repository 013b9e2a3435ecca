import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { decodeKeys, encodeKeys, readKeyFile, readOrMakeKeyFile } from './key-file.ts';
import { makeKeys } from './keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'puente-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the keys are made once, for their owner only, and read ever after', () => {
  const path = join(folder, 'keys', 'demonstration.json');
  const made = readOrMakeKeyFile(path, join(folder, 'data'));
  expect(readOrMakeKeyFile(path, join(folder, 'data'))).toEqual(made);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('keys inside of the data folder are refused: a backup would take them along', () => {
  expect(() => readOrMakeKeyFile(join(folder, 'data', 'keys.json'), join(folder, 'data'))).toThrow('outside');
  expect(() => readOrMakeKeyFile(join(folder, 'data', 'deep', 'k.json'), join(folder, 'data'))).toThrow('outside');
  expect(readOrMakeKeyFile(join(folder, 'data.keys.json'), join(folder, 'data')).current).toBe('k1');
});

test('a broken file is told of, never overwritten and never repeated', () => {
  const path = join(folder, 'broken.json');
  writeFileSync(path, '{"current":"k1","token":"secret"');
  expect(() => readOrMakeKeyFile(path, join(folder, 'data'))).toThrow(/^expected keys as (?!.*secret)/);
  expect(readFileSync(path, 'utf8')).toBe('{"current":"k1","token":"secret"');
});

test('what is encoded is decoded to the same keys', () => {
  const keys = makeKeys('2027-01');
  expect(decodeKeys(encodeKeys(keys))).toEqual(keys);
});

test.each(['', 'null', '[]', '"k1"', '{}', '{"current":"k1","encryption":{"k1":5},"token":"x"}'])(
  'what holds no keys is refused: %s',
  (text) => {
    expect(() => decodeKeys(text)).toThrow('expected keys as');
  },
);

test('keys that are too short are refused, from the environment as from a file', () => {
  const keys = { ...makeKeys(), token: new Uint8Array(16) };
  expect(() => decodeKeys(encodeKeys(keys))).toThrow('expected 32 bytes for the token key, found 16');
});

test('in production a missing file is told of, and no other keys are made in its place', () => {
  const path = join(folder, 'not-mounted.json');
  expect(() => readKeyFile(path)).toThrow('ENOENT');
  expect(existsSync(path)).toBe(false);
});
