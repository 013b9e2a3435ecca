import { randomBytes } from 'node:crypto';

/**
 * Where every secret of stored personal data comes from; lives outside of the database and of its backups.
 * Old key-encryption keys stay in `encryption` as long as something is sealed by them; `current` seals what is new.
 * The token key can't be changed without computing every token anew.
 */
export type Keys = {
  readonly current: string;
  /** 32 bytes each, by id: 1 to 16 of `[a-z0-9-]`. */
  readonly encryption: Readonly<Record<string, Uint8Array>>;
  /** 32 bytes. */
  readonly token: Uint8Array;
};

/** Fresh ones from the system's randomness. */
export function makeKeys(id = 'k1'): Keys {
  return { current: id, encryption: { [id]: new Uint8Array(randomBytes(32)) }, token: new Uint8Array(randomBytes(32)) };
}

/** Throws for keys that can't be meant: too short, an id of another form, a current one that isn't there. */
export function checkKeys(keys: Keys): void {
  for (const [id, key] of Object.entries(keys.encryption)) {
    if (!/^[a-z0-9-]{1,16}$/.test(id)) throw new Error(`expected a key id of [a-z0-9-], 1 to 16 long, found ${id}`);
    if (key.length !== 32) throw new Error(`expected 32 bytes for key ${id}, found ${key.length}`);
  }
  if (!keys.encryption[keys.current]) throw new Error(`expected a key with the current id ${keys.current}, found none`);
  if (keys.token.length !== 32) throw new Error(`expected 32 bytes for the token key, found ${keys.token.length}`);
}
