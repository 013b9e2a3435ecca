import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { writeOnce } from '../../write-once.ts';
import { checkKeys, type Keys, makeKeys } from './keys.ts';

/**
 * The demonstration's keys: made once, in a file that only its owner reads, outside of the data folder, so that a copy
 * of the data alone opens nothing. In production they come from the environment, or from a file that is there.
 */
export function readOrMakeKeyFile(path: string, dataFolder: string): Keys {
  const inside = relative(resolve(dataFolder), resolve(path));
  if (!inside.startsWith('..') && !isAbsolute(inside)) {
    throw new Error(`expected the key file outside of the data folder ${dataFolder}, found ${path}`);
  }
  if (!existsSync(path)) writeOnce(path, encodeKeys(makeKeys()));
  return readKeyFile(path);
}

/** For production: other keys in the place of a file that is not mounted would make strangers of everybody. */
export function readKeyFile(path: string): Keys {
  return decodeKeys(readFileSync(path, 'utf8'));
}

/** `{"current":"k1","encryption":{"k1":base64url},"token":base64url}`: for the file and for the environment alike. */
export function encodeKeys(keys: Keys): string {
  const encryption = Object.entries(keys.encryption).map(([id, key]): [string, string] => [id, text(key)]);
  return JSON.stringify({ current: keys.current, encryption: Object.fromEntries(encryption), token: text(keys.token) });
}

/** Throws what an engineer reads if it isn't in that form. Never repeats what it found. */
export function decodeKeys(json: string): Keys {
  const { current, encryption, token } = (parsed(json) ?? {}) as { readonly [name: string]: unknown };
  if (typeof current !== 'string' || typeof token !== 'string' || !isTexts(encryption)) {
    throw new Error(
      'expected keys as {"current":id,"encryption":{id:base64url},"token":base64url}, found another form',
    );
  }
  const keys = Object.entries(encryption).map(([id, key]): [string, Uint8Array] => [id, bytes(key)]);
  const decoded = { current, encryption: Object.fromEntries(keys), token: bytes(token) };
  checkKeys(decoded);
  return decoded;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string');
}

function text(key: Uint8Array): string {
  return Buffer.from(key).toString('base64url');
}

function bytes(key: string): Uint8Array {
  return new Uint8Array(Buffer.from(key, 'base64url'));
}
