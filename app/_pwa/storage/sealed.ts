import type { Result } from '#core/result.ts';
import {
  allOf,
  change,
  onPhone,
  quietly,
  type Row,
  readFrom,
  readRow,
  readRows,
  type StorageFailure,
} from './database.ts';
import { isFromFuture, isOver, type KeptKind } from './kinds.ts';
import type { PinLock } from './pin-lock.ts';
import { keyIn, keyOfTab, lockOf, open, type Place, seal } from './seal.ts';
import { hasSignedOut, whoseIn, whoseNow } from './whose.ts';

/**
 * What this phone keeps for the person who is signed in on it, or for nobody in particular: sealed, by kind and name.
 * For pages and for the service worker alike. Nobody else's is ever given out.
 */

type Answer<Value> = Result<Value, StorageFailure>;
export type Keeping = Answer<undefined>;

export type Kept = {
  /** Of an earlier version of the project, perhaps: who reads it looks at it first. */
  readonly value: unknown;
  /** The tag of the cookie `puente_whose`, or empty. */
  readonly whose: string;
  /** By the phone's clock, in milliseconds since 1970. */
  readonly at: number;
};

/** `value` is what JSON can hold, or a `Uint8Array`. Takes the place of what had that name. */
export async function keep(kind: KeptKind, name: string, value: unknown): Promise<Keeping> {
  return onPhone(async (database) => {
    const place = { kind, name, whose: await whoseIn(database) };
    const sealed = await sealHere(database, place, value);
    const at = Date.now();
    await change(database, ['kept'], (store) => store('kept').put({ ...place, ...sealed, at }));
    return undefined;
  });
}

/**
 * null: there is none, or it needs her PIN first; or it is over or can't be opened, then it is gone. `of`, here and below:
 * another's than hers who is here; empty: nobody's.
 */
export async function readKept(kind: KeptKind, name: string, of?: string): Promise<Kept | null> {
  const found = await onPhone(async (database) => {
    const row = await readRow(database, { kind, name, whose: of ?? (await whoseIn(database)) });
    if (!row) return null;
    const opened = isOver(row, Date.now(), await isSharedIn(database)) ? null : await openHere(database, row);
    if (opened === 'closed') return null;
    if (opened) return { value: opened.value, whose: row.whose, at: row.at };
    await change(database, ['kept'], (store) => store('kept').delete([row.kind, row.whose, row.name]));
    return null;
  });
  return found.ok ? found.value : null;
}

/** Names and sizes (in bytes) of what there is of a kind, the oldest first, without opening it; all, or who begin so. */
export async function listKept(
  kind: KeptKind,
  beginning = '',
  of?: string,
): Promise<readonly { name: string; at: number; size: number }[]> {
  const found = await onPhone(async (database) => {
    const whose = of ?? (await whoseIn(database));
    const isShared = await isSharedIn(database);
    const rows = await readRows(database, allOf(kind, whose, beginning));
    return rows
      .filter((row) => !isOver(row, Date.now(), isShared))
      .map(({ name, at, sealed }) => ({ name, at, size: sealed.byteLength }))
      .sort((one, other) => one.at - other.at);
  });
  return found.ok ? found.value : [];
}

/** Without a name: all of that kind. */
export async function forget(kind: KeptKind, name?: string, of?: string): Promise<void> {
  return quietly(async (database) => {
    const whose = of ?? (await whoseIn(database));
    const range = name === undefined ? allOf(kind, whose) : IDBKeyRange.only([kind, whose, name]);
    await change(database, ['kept'], (store) => store('kept').delete(range));
  });
}

/** All of everybody, and the key: whatever a copy of the files still holds can't be opened any more. */
export async function forgetEverything(): Promise<void> {
  return quietly(async (database) => {
    await change(database, ['kept', 'keys'], (store) => {
      store('kept').clear();
      store('keys').clear();
    });
  });
}

/**
 * Once a page: removes what is over, and what isn't of the person who is here now, so that a sign-out that came to
 * another tab and the next person's sign-in leave nothing behind. What is of somebody whose session is over waits,
 * unseen, for her. Tells workers whose the phone is.
 */
export async function tidy(): Promise<void> {
  return quietly(async (database) => {
    const whose = await whoseNow();
    if (whose === undefined) return;
    const now = Date.now();
    const isShared = await isSharedIn(database);
    const mayComeBack = whose === '' && !(await hasSignedOut());
    await change(database, ['kept', 'keys', 'settings'], (store) => {
      store('settings').put(whose, 'whose');
      const asked = store('keys').get('pin') as IDBRequest<PinLock | undefined>;
      asked.onsuccess = () => {
        if (asked.result && asked.result.whose !== whose && !mayComeBack) store('keys').delete('pin');
      };
      const walk = store('kept').openCursor();
      walk.onsuccess = () => {
        const cursor = walk.result;
        if (!cursor) return;
        const row = cursor.value as Row;
        // What somebody sent is under way, whoever signs in meanwhile; nobody else is shown it.
        const isOthers = row.whose !== whose && row.kind !== 'write' && !mayComeBack;
        if (isOthers || isOver(row, now, isShared)) cursor.delete();
        else if (isFromFuture(row.at, now)) cursor.update({ ...row, at: now });
        cursor.continue();
      };
    });
  });
}

/**
 * Several people use this phone: nothing outlives its tab, nor ten minutes, and workers keep nothing. Stays until it is
 * taken back, whoever signs in or out; what was kept before goes at once.
 */
export async function setShared(isShared: boolean): Promise<void> {
  if (isShared) await forgetEverything();
  return quietly(async (database) => {
    await change(database, ['settings'], (store) => store('settings').put(isShared ? 'yes' : 'no', 'shared'));
  });
}

export async function isSharedPhone(): Promise<boolean> {
  const found = await onPhone(isSharedIn);
  return found.ok && found.value;
}

/** Whether what she typed needs a PIN before it is seen, and whether it was typed in this tab. */
export async function pinState(): Promise<'none' | 'closed' | 'open'> {
  const lock = await onPhone(async (database) => lockOf(database, await whoseIn(database)));
  if (!lock.ok || !lock.value) return 'none';
  const { value } = lock;
  const bytes = await onPhone(async (database) => (await byPin()).privateBytes(database, value));
  return bytes.ok && bytes.value ? 'open' : 'closed';
}

/** Somebody is at the page on which it is open. */
export async function touchPin(): Promise<void> {
  await byPin()
    .then(({ touchTab }) => touchTab())
    .catch(() => undefined);
}

export async function closePin(): Promise<void> {
  await byPin()
    .then(({ closeTab }) => closeTab())
    .catch(() => undefined);
}

async function isSharedIn(database: IDBDatabase): Promise<boolean> {
  return (await readFrom(database, 'settings', 'shared')) === 'yes';
}

async function keyFor(database: IDBDatabase): Promise<CryptoKey> {
  return (await isSharedIn(database)) ? keyOfTab() : keyIn(database);
}

async function sealHere(database: IDBDatabase, place: Place, value: unknown) {
  const lock = place.kind === 'draft' ? await lockOf(database, place.whose) : null;
  return lock ? (await byPin()).sealByPin(lock, place, value) : seal(await keyFor(database), place, value);
}

async function openHere(database: IDBDatabase, { half, ...row }: Row) {
  return half ? (await byPin()).openByPin(database, { ...row, half }) : open(await keyFor(database), row);
}

/** Few have a PIN. Without a line, and of a version that is gone, it can't be fetched: then nothing can be kept. */
async function byPin() {
  return import('./pin.ts').catch(() => {
    throw new DOMException('expected the part for a PIN, found no line', 'NetworkError');
  });
}
