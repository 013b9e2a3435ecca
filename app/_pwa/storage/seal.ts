import { change, type Row, readFrom } from './database.ts';
import type { ClosedLock, Sealed } from './pin-lock.ts';

const json = 0;
const bytes = 1;

export type Place = Pick<Row, 'kind' | 'whose' | 'name'>;

/**
 * The phone's own key: it can't be read out, only used (`extractable: false`), so that a copy of the files is worth
 * nothing where the system keeps keys apart. Made at the first need; of two tabs that make one, the first's stands.
 */
export async function keyIn(database: IDBDatabase): Promise<CryptoKey> {
  const found = await readFrom(database, 'keys', 'seal');
  if (found) return found;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await change(database, ['keys'], (store) => {
    const asked = store('keys').count('seal');
    asked.onsuccess = () => asked.result === 0 && store('keys').put(made, 'seal');
  });
  return (await readFrom(database, 'keys', 'seal')) ?? made;
}

const tabKey = 'puente_key';

/**
 * Of a phone that several people use: the key lives as long as its tab, and what is sealed by it opens in no other one. A
 * worker has no tab, and keeps nothing there.
 */
export async function keyOfTab(): Promise<CryptoKey> {
  if (typeof sessionStorage === 'undefined') throw new DOMException('a shared phone', 'NotAllowedError');
  const found = sessionStorage.getItem(tabKey) ?? crypto.getRandomValues(new Uint8Array(32)).join();
  sessionStorage.setItem(tabKey, found);
  const raw = Uint8Array.from(found.split(','), Number);
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** null: she has no PIN. */
export async function lockOf(database: IDBDatabase, whose: string): Promise<ClosedLock | null> {
  const lock = await readFrom(database, 'keys', 'pin');
  return lock?.whose === whose && lock.pin ? { ...lock, pin: lock.pin } : null;
}

/** `value` is what JSON can hold, or bytes. What is sealed opens at its own place alone. */
export async function seal(key: CryptoKey, place: Place, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const isBytes = value instanceof Uint8Array;
  const content = isBytes ? value : new TextEncoder().encode(JSON.stringify(value));
  const plain = new Uint8Array(content.length + 1);
  plain[0] = isBytes ? bytes : json;
  plain.set(content, 1);
  return { iv, sealed: await crypto.subtle.encrypt(parameters(place, iv), key, plain) };
}

/** null: sealed by another key, moved here from another place, or damaged. */
export async function open(key: CryptoKey, row: Place & Sealed): Promise<{ readonly value: unknown } | null> {
  try {
    const plain = new Uint8Array(await crypto.subtle.decrypt(parameters(row, row.iv), key, row.sealed));
    const content = plain.subarray(1);
    return { value: plain[0] === bytes ? content : JSON.parse(new TextDecoder().decode(content)) };
  } catch {
    return null;
  }
}

function parameters({ kind, whose, name }: Place, iv: Row['iv']): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(JSON.stringify([kind, whose, name])) };
}
