import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
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

type Schema = DBSchema & {
  kept: { key: [KeptKind, string, string]; value: Row };
  keys: { key: 'seal'; value: CryptoKey };
  /**
   * `whose` this phone was when a page last looked: workers of older browsers can't read cookies. `shared`: `yes` where
   * several people use it.
   */
  settings: { key: 'whose' | 'shared'; value: string };
};

export type PhoneDatabase = IDBPDatabase<Schema>;

/** `full`: the phone has no room. `denied`: the browser lets nothing be kept here, as in a private window. */
export type StorageFailure = { readonly kind: 'full' | 'denied' };

/**
 * Opened for each act and closed again: a connection that stays open dies with a phone that sleeps, and holds up the
 * next version of the database.
 */
export async function openPhone(): Promise<PhoneDatabase> {
  return openDB<Schema>('puente', 1, {
    upgrade(database) {
      database.createObjectStore('kept', { keyPath: ['kind', 'whose', 'name'] });
      database.createObjectStore('keys');
      database.createObjectStore('settings');
    },
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
