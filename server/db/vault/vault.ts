import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { box, joined, unbox } from './cipher.ts';
import { checkKeys, type Keys } from './keys.ts';

/** Where a sealed value stands. It opens there only: moved to another row, column or table it is refused. */
export type Place = { readonly table: string; readonly column: string; readonly row: string };

/** A person's own data key as stored beside her record, itself sealed. Deleting it forgets all that it sealed. */
export type WrappedKey = { readonly dataKeyWrapped: Uint8Array; readonly keyId: string };

/** Each kind has a key of its own: equal texts of two kinds have unequal tokens. */
export type TokenKind =
  | 'subject'
  | 'email'
  | 'given-name'
  | 'family-name'
  | 'birth-date'
  | 'birth-year'
  | 'birth-month-day'
  | 'phone'
  | 'device'
  | 'visitor'
  | 'place'
  | 'rhythm'
  | 'session'
  | 'request'
  | 'message-code'
  | 'message-code-bytes'
  | 'push-endpoint'
  | 'recovery-code'
  | 'try'
  | 'text-report'
  | 'group-code'
  | 'key-check';

export type Vault = {
  /** For a value of its own: an address, a secret, an outcome. Holds the id of its key. */
  seal(plain: string | Uint8Array, place: Place): Uint8Array;
  /** Throws `VaultError` if it was sealed elsewhere, by an unknown key, or was touched. */
  open(sealed: Uint8Array, place: Place): Uint8Array;
  openText(sealed: Uint8Array, place: Place): string;
  sealJson(value: unknown, place: Place): Uint8Array;
  openJson(sealed: Uint8Array, place: Place): unknown;
  /** A new data key for the row of `people` with that id. */
  makeDataKey(personId: string): WrappedKey;
  /** What belongs to one person, under her data key. */
  withDataKey(personId: string, wrapped: WrappedKey): Sealer;
  /** 43 characters of base64url: HMAC-SHA-256. Fold the text first: equal is equal to the byte here. */
  token(kind: TokenKind, text: string): string;
};

/** Seals and opens columns of one person's row. */
export type Sealer = {
  seal(plain: Uint8Array, column: string): Uint8Array;
  open(sealed: Uint8Array, column: string): Uint8Array;
  sealJson(value: unknown, column: string): Uint8Array;
  openJson(sealed: Uint8Array, column: string): unknown;
};

export class VaultError extends Error {
  override readonly name = 'VaultError';
}

const format = 1;
const saltBytes = 16;

export function createVault(keys: Keys): Vault {
  checkKeys(keys);
  const tokenKeys = new Map<TokenKind, Uint8Array>();

  function encryptionKey(id: string, place: Place): Uint8Array {
    const key = keys.encryption[id];
    if (!key) throw new VaultError(`${where(place)} is sealed by key ${id}, which is not among the keys given`);
    return key;
  }

  // format ‖ length of the key's id ‖ id ‖ salt ‖ box. Each value has a key of its own, derived from the salt, so that
  // the limit on random nonces is never near.
  function seal(plain: string | Uint8Array, place: Place): Uint8Array {
    const id = Buffer.from(keys.current);
    const salt = randomBytes(saltBytes);
    const key = derive(encryptionKey(keys.current, place), salt, 'puente/value');
    return joined(Uint8Array.of(format, id.length), id, salt, box(key, bytes(plain), bound(place)));
  }

  function open(sealed: Uint8Array, place: Place): Uint8Array {
    const idEnd = 2 + (sealed[1] ?? 0);
    if (sealed[0] !== format) throw new VaultError(`${where(place)} is not in sealed form ${format}`);
    const id = Buffer.from(sealed.subarray(2, idEnd)).toString();
    const salt = sealed.subarray(idEnd, idEnd + saltBytes);
    const key = derive(encryptionKey(id, place), salt, 'puente/value');
    return opened(unbox(key, sealed.subarray(idEnd + saltBytes), bound(place)), place);
  }

  function withDataKey(personId: string, wrapped: WrappedKey): Sealer {
    const place = (column: string): Place => ({ table: 'people', column, row: personId });
    const keyPlace = place('data_key_wrapped');
    const wrapping = derive(encryptionKey(wrapped.keyId, keyPlace), new Uint8Array(0), 'puente/data-key');
    const key = opened(unbox(wrapping, wrapped.dataKeyWrapped, bound(keyPlace)), keyPlace);
    const sealer: Sealer = {
      seal: (plain, column) => box(key, plain, bound(place(column))),
      open: (sealed, column) => opened(unbox(key, sealed, bound(place(column))), place(column)),
      sealJson: (value, column) => sealer.seal(fromJson(value), column),
      openJson: (sealed, column) => toJson(sealer.open(sealed, column)),
    };
    return sealer;
  }

  return {
    seal,
    open,
    openText: (sealed, place) => text(open(sealed, place)),
    sealJson: (value, place) => seal(fromJson(value), place),
    openJson: (sealed, place) => toJson(open(sealed, place)),
    makeDataKey(personId) {
      const place: Place = { table: 'people', column: 'data_key_wrapped', row: personId };
      const wrapping = derive(encryptionKey(keys.current, place), new Uint8Array(0), 'puente/data-key');
      return { dataKeyWrapped: box(wrapping, randomBytes(32), bound(place)), keyId: keys.current };
    },
    withDataKey,
    token(kind, text) {
      const key = tokenKeys.get(kind) ?? derive(keys.token, new Uint8Array(0), `puente/token/${kind}`);
      tokenKeys.set(kind, key);
      return createHmac('sha256', key).update(text, 'utf8').digest('base64url');
    },
  };
}

/** HKDF with SHA-256, RFC 5869. */
function derive(key: Uint8Array, salt: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, salt, purpose, 32));
}

/** Unambiguous, whatever the parts hold. */
function bound(place: Place): string {
  return JSON.stringify([place.table, place.column, place.row]);
}

function opened(plain: Uint8Array | undefined, place: Place): Uint8Array {
  if (!plain) throw new VaultError(`${where(place)} does not open: sealed elsewhere, by another key, or touched`);
  return plain;
}

function where(place: Place): string {
  return `${place.table}.${place.column} of row ${place.row}`;
}

function fromJson(value: unknown): Uint8Array {
  return bytes(JSON.stringify(value));
}

function toJson(plain: Uint8Array): unknown {
  return JSON.parse(text(plain));
}

function bytes(plain: string | Uint8Array): Uint8Array {
  return typeof plain === 'string' ? new TextEncoder().encode(plain) : plain;
}

function text(plain: Uint8Array): string {
  return new TextDecoder().decode(plain);
}
