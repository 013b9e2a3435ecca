import { err, ok, type Result } from '#core/result.ts';
import type { KeptKind } from './kinds.ts';
import type { PinLock, Sealed } from './pin-lock.ts';

/** One thing kept, sealed. What stands in the open here says whose it is and which page it belongs to. */
export type Row = Sealed & {
  readonly kind: KeptKind;
  /** The tag of the cookie `puente_whose`, or empty. */
  readonly whose: string;
  readonly name: string;
  /** By the phone's clock, in milliseconds since 1970. */
  readonly at: number;
  /** Of what only a PIN opens: the half of the key that was made for it alone (`by-pin.ts`). */
  readonly half?: Uint8Array<ArrayBuffer>;
};

/** What has a name of its own, by store. */
type Named = {
  readonly keys: { readonly seal: CryptoKey; readonly pin: PinLock };
  /**
   * `whose` this phone was when a page last looked: workers of older browsers can't read cookies. `shared`: `yes` where
   * several people use it.
   */
  readonly settings: { readonly whose: string; readonly shared: string };
};
type StoreName = 'kept' | keyof Named;

/**
 * `full`: the phone has no room. `denied`: the browser lets nothing be kept here, as in a private window. `no-line`: a script
 * that is needed for it did not come.
 */
export type StorageFailure = { readonly kind: 'full' | 'denied' | 'no-line' };

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

export async function readFrom<Name extends keyof Named, Key extends keyof Named[Name] & string>(
  database: IDBDatabase,
  name: Name,
  key: Key,
): Promise<Named[Name][Key] | undefined> {
  return answerTo(database.transaction(name).objectStore(name).get(key) as IDBRequest<Named[Name][Key] | undefined>);
}

export async function readRow(
  database: IDBDatabase,
  { kind, whose, name }: Pick<Row, 'kind' | 'whose' | 'name'>,
): Promise<Row | undefined> {
  const key = [kind, whose, name];
  return answerTo(database.transaction('kept').objectStore('kept').get(key) as IDBRequest<Row | undefined>);
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

/** Every name of that kind that begins so; an array sorts behind all texts. */
export function allOf(kind: KeptKind, whose: string, beginning = ''): IDBKeyRange {
  const end = beginning === '' ? [] : `${beginning}\uffff`;
  return IDBKeyRange.bound([kind, whose, beginning], [kind, whose, end]);
}

/** What `act` comes to, or what the browser said no to. */
export async function onPhone<Value>(
  act: (database: IDBDatabase) => Promise<Value>,
): Promise<Result<Value, StorageFailure>> {
  if (!isKeptAtAll()) return err({ kind: 'denied' });
  try {
    const database = await openPhone();
    try {
      return ok(await act(database));
    } finally {
      database.close();
    }
  } catch (error) {
    return err(failureOf(error));
  }
}

/** Where nothing can be kept, there is nothing to remove. */
export async function quietly(act: (database: IDBDatabase) => Promise<void>): Promise<void> {
  await onPhone(act).then(() => undefined);
}

/** What the browser says no to is told; anything else is a mistake of ours, and thrown. */
function failureOf(error: unknown): StorageFailure {
  if (!(error instanceof DOMException)) throw error;
  if (error.name === 'NetworkError') return { kind: 'no-line' };
  return { kind: error.name === 'QuotaExceededError' ? 'full' : 'denied' };
}

/** Browsers give no keys to a page that came over plain http from elsewhere, and some no database to a private window. */
function isKeptAtAll(): boolean {
  const { indexedDB: database }: Partial<Pick<typeof globalThis, 'indexedDB'>> = globalThis;
  return Boolean(database) && 'subtle' in crypto;
}
