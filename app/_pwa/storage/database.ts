import type { KeptKind } from './kinds.ts';

/** One thing kept, sealed. What stands in the open here says whose it is and which page it belongs to. */
export type Row = {
  readonly kind: KeptKind;
  /** The tag of the cookie `puente_whose`, or empty. */
  readonly whose: string;
  readonly name: string;
  /** By the phone's clock, in milliseconds since 1970. */
  readonly at: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
};

type Stores = {
  readonly kept: Row;
  /** `seal` alone. */
  readonly keys: CryptoKey;
  /**
   * `whose` this phone was when a page last looked: workers of older browsers can't read cookies. `shared`: `yes` where
   * several people use it.
   */
  readonly settings: string;
};
type StoreName = keyof Stores;

/** `full`: the phone has no room. `denied`: the browser lets nothing be kept here, as in a private window. */
export type StorageFailure = { readonly kind: 'full' | 'denied' };

/**
 * Opened for each act and closed again: a connection that stays open dies with a phone that sleeps, and holds up the
 * next version of the database. Without a library: it would weigh as much as all of this.
 */
export async function openPhone(): Promise<IDBDatabase> {
  const opening = indexedDB.open('puente', 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('kept', { keyPath: ['kind', 'whose', 'name'] });
    opening.result.createObjectStore('keys');
    opening.result.createObjectStore('settings');
  };
  return answerTo(opening);
}

export async function readFrom<Name extends StoreName>(
  database: IDBDatabase,
  name: Name,
  key: IDBValidKey,
): Promise<Stores[Name] | undefined> {
  return answerTo(database.transaction(name).objectStore(name).get(key) as IDBRequest<Stores[Name] | undefined>);
}

export async function readRows(database: IDBDatabase, range?: IDBKeyRange): Promise<readonly Row[]> {
  return answerTo(database.transaction('kept').objectStore('kept').getAll(range) as IDBRequest<Row[]>);
}

/** All that `act` asks for, or none of it; on the disk before it counts, since a battery gives no warning. */
export async function change(
  database: IDBDatabase,
  names: readonly StoreName[],
  act: (store: (name: StoreName) => IDBObjectStore) => void,
): Promise<void> {
  const transaction = database.transaction(names, 'readwrite', { durability: 'strict' });
  act((name) => transaction.objectStore(name));
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('the browser gave up', 'AbortError'));
  });
}

async function answerTo<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('the browser gave up', 'AbortError'));
  });
}

/** What the browser says no to is told; anything else is a mistake of ours, and thrown. */
export function failureOf(error: unknown): StorageFailure {
  if (!(error instanceof DOMException)) throw error;
  return { kind: error.name === 'QuotaExceededError' ? 'full' : 'denied' };
}

/** Browsers give no keys to a page that came over plain http from elsewhere, and some no database to a private window. */
export function isKeptAtAll(): boolean {
  const { indexedDB: database }: Partial<Pick<typeof globalThis, 'indexedDB'>> = globalThis;
  return Boolean(database) && 'subtle' in crypto;
}
