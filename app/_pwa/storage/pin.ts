import { afterTry, type TryRule, waitBefore } from '#core/identity/tries.ts';
import { toAsciiDigits } from '#core/language/digits.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import { closeTab, curve, keyPlace, openInTab, privateBytes, sealByPin } from './by-pin.ts';
import { allOf, change, onPhone, quietly, type Row, readFrom, readRows, type StorageFailure } from './database.ts';
import type { PinLock, PinWay } from './pin-lock.ts';
import { keyIn, lockOf, open, seal } from './seal.ts';
import { whoseIn } from './whose.ts';

/** A PIN by choice, before what the person who is signed in typed and has not sent (decision 0046). */

// One part to fetch for all that a PIN does: cut in two, the phone would keep what both need twice.
export { closeTab, openByPin, privateBytes, sealByPin, touchTab } from './by-pin.ts';

const minute = 60 * 1000;
/** A draft is over before ten thousand PINs are tried by hand; her own slips are forgotten by the hour. */
const rule: TryRule = { free: 5, leakMs: 60 * minute, firstWaitMs: minute, longestWaitMs: 60 * minute };

/** PBKDF2 with SHA-256, as the OWASP Password Storage Cheat Sheet says in 2026. */
const rounds = 600_000;

export type PinFailure =
  | StorageFailure
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly minutes: number };
export type PinAnswer = Result<undefined, PinFailure>;

/** `readPin('١٢٣٤')` is `1234`; null: not four to eight digits. */
export function readPin(typed: string): string | null {
  const pin = toAsciiDigits(typed.trim());
  return /^\d{4,8}$/.test(pin) ? pin : null;
}

/**
 * From now on what she types opens by this PIN alone, and so does what she typed before. `has-pin`: she chose one in another
 * tab, and that stands.
 */
export async function setPin(pin: string): Promise<Result<undefined, StorageFailure | { readonly kind: 'has-pin' }>> {
  const done = await onPhone(async (database) => {
    let stands = false;
    const whose = await whoseIn(database);
    const pair = await pairFor(database, whose);
    const mix = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const way: PinWay = { salt: crypto.getRandomValues(new Uint8Array(16)), rounds, mix };
    const privateKey = await seal(await keyOfPin(pin, way), keyPlace(whose), pair.bytes);
    const lock: PinLock = { whose, publicKey: pair.publicKey, privateKey, pin: way, tries: noTries };
    await changeLock(database, (was) => {
      stands = was?.whose === whose && was.pin !== null;
      return stands ? was : lock;
    });
    await sealAgain(database, whose);
    return stands;
  });
  if (!done.ok) return done;
  return done.value ? err({ kind: 'has-pin' }) : ok(undefined);
}

/** Opens it for this tab. Each try counts before it is looked at: a tab that is closed meanwhile wins nothing. */
export async function openPin(typed: string): Promise<PinAnswer> {
  const pin = readPin(typed);
  if (pin === null) return err({ kind: 'wrong' });
  const answered = await onPhone(async (database): Promise<PinAnswer> => {
    const whose = await whoseIn(database);
    const now = Date.now() as Instant;
    let wait = 0;
    await changeLock(database, (lock) => {
      if (lock?.whose !== whose) return lock;
      // By a clock that was wrong: it would have to wait for years.
      const tries = { ...lock.tries, at: Math.min(lock.tries.at, now) as Instant };
      wait = waitBefore(tries, rule, now);
      return { ...lock, tries: wait > 0 ? tries : afterTry(tries, rule, now) };
    });
    if (wait > 0) return waits(wait);
    const lock = await lockOf(database, whose);
    if (!lock) return ok(undefined);
    const opened = await open(await keyOfPin(pin, lock.pin), { ...keyPlace(whose), ...lock.privateKey });
    if (!(opened?.value instanceof Uint8Array)) {
      const next = waitBefore(lock.tries, rule, now);
      return next > 0 ? waits(next) : err({ kind: 'wrong' });
    }
    await openInTab(database, lock, opened.value);
    await changeLock(database, (was) => was && { ...was, tries: noTries });
    return ok(undefined);
  });
  return answered.ok ? answered.value : answered;
}

/** What lies under it opens without one from now on, and nothing has to be sealed again. */
export async function turnPinOff(typed: string): Promise<PinAnswer> {
  const opened = await openPin(typed);
  if (!opened.ok) return opened;
  return onPhone(async (database) => {
    const whose = await whoseIn(database);
    const lock = await lockOf(database, whose);
    const bytes = lock && (await privateBytes(database, lock));
    if (!bytes) return undefined;
    const privateKey = await seal(await keyIn(database), keyPlace(whose), bytes);
    await changeLock(database, (was) => was && { ...was, privateKey, pin: null });
    closeTab();
    return undefined;
  });
}

/** For who forgot it: what she typed and has not sent goes, too. */
export async function removePin(): Promise<void> {
  return quietly(async (database) => {
    const whose = await whoseIn(database);
    await change(database, ['kept', 'keys'], (store) => {
      store('kept').delete(allOf('draft', whose));
      store('keys').delete('pin');
    });
    closeTab();
  });
}

const noTries = { level: 0, at: 0 as Instant };

function waits(wait: number) {
  return err({ kind: 'wait', minutes: Math.ceil(wait / minute) });
}

/** A PIN that was turned off has left its pair, and drafts that open by it alone. */
async function pairFor(database: IDBDatabase, whose: string) {
  const was = await readFrom(database, 'keys', 'pin');
  const bytes = was?.whose === whose && was.pin === null ? await privateBytes(database, was) : null;
  if (was && bytes) return { publicKey: was.publicKey, bytes };
  const made = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  return { publicKey: made.publicKey, bytes: new Uint8Array(await crypto.subtle.exportKey('pkcs8', made.privateKey)) };
}

/** Who copies the files has to use the browser for each try: `mix` can't be read out. */
async function keyOfPin(pin: string, { salt, rounds: iterations, mix }: PinWay): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  const stretched = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed, 256);
  const mixed = await crypto.subtle.sign('HMAC', mix, stretched);
  return crypto.subtle.importKey('raw', mixed, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** In one step, so that two tabs don't write over each other. */
async function changeLock(
  database: IDBDatabase,
  how: (lock: PinLock | undefined) => PinLock | undefined,
): Promise<void> {
  await change(database, ['keys'], (store) => {
    const asked = store('keys').get('pin') as IDBRequest<PinLock | undefined>;
    asked.onsuccess = () => {
      const changed = how(asked.result);
      if (changed) store('keys').put(changed, 'pin');
    };
  });
}

/** What she typed before she had a PIN. */
async function sealAgain(database: IDBDatabase, whose: string): Promise<void> {
  const lock = await lockOf(database, whose);
  if (!lock) return;
  const key = await keyIn(database);
  for (const row of await readRows(database, allOf('draft', whose))) {
    const opened = row.half ? null : await open(key, row);
    if (!opened) continue;
    const sealed = await sealByPin(lock, row, opened.value);
    await change(database, ['kept'], (store) => {
      const asked = store('kept').get([row.kind, row.whose, row.name]) as IDBRequest<Row | undefined>;
      asked.onsuccess = () => {
        // Else she has typed meanwhile, and that is sealed by the PIN already.
        if (String(asked.result?.iv) === String(row.iv)) store('kept').put({ ...row, ...sealed });
      };
    });
  }
}
