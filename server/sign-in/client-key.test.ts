import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { readClientKey } from './client-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'puente-client-key-'));
afterEach(() => rmSync(join(folder, 'key.json'), { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

const key = { kty: 'EC', crv: 'P-256', alg: 'ES256', kid: 'k1', x: 'x', y: 'y', d: 'd' };

function readBack(content: string) {
  writeFileSync(join(folder, 'key.json'), content);
  return readClientKey(join(folder, 'key.json'));
}

describe("the client's key", () => {
  test('is a private JWK that names its algorithm and its id', () => {
    expect(readBack(JSON.stringify(key))).toEqual(key);
  });

  test.each([
    ['a PEM file', '-----BEGIN PRIVATE KEY-----'],
    ['a public key', JSON.stringify({ ...key, d: undefined })],
    ['a key without an id', JSON.stringify({ ...key, kid: undefined })],
    ['a key of another algorithm', JSON.stringify({ ...key, alg: 'RS256' })],
    ['null', 'null'],
  ])('%s is none', (_what, content) => {
    expect(readBack(content)).toBeNull();
  });

  test('a file that is not there is none', () => {
    expect(readClientKey(join(folder, 'nowhere.json'))).toBeNull();
  });
});
