import { type Row, readFrom } from './database.ts';
import { sharedLifetime } from './kinds.ts';
import type { ClosedLock, PinLock, PinWay, Sealed } from './pin-lock.ts';
import { keyIn, open, type Place, seal } from './seal.ts';

/** Loaded only where there is a PIN. Each row has a key of its own, agreed between its `half` and the pair of the lock. */

export const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

export async function sealByPin(
  { publicKey }: Pick<PinLock, 'publicKey'>,
  place: Place,
  value: unknown,
): Promise<Sealed & { readonly half: Uint8Array<ArrayBuffer> }> {
  const own = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const half = new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey));
  return { ...(await seal(await keyBetween(own.privateKey, publicKey, half), place, value)), half };
}

/** `closed`: her PIN is needed first. null: by the pair of a lock that is gone, or damaged. */
export async function openByPin(
  database: IDBDatabase,
  row: Row & { readonly half: Uint8Array<ArrayBuffer> },
): Promise<{ readonly value: unknown } | 'closed' | null> {
  const lock = await readFrom(database, 'keys', 'pin');
  if (lock?.whose !== row.whose) return null;
  const bytes = await privateBytes(database, lock);
  if (!bytes) return 'closed';
  try {
    const privateKey = await crypto.subtle.importKey('pkcs8', bytes, curve, false, ['deriveBits']);
    const half = await crypto.subtle.importKey('raw', row.half, curve, false, []);
    return await open(await keyBetween(privateKey, half, row.half), row);
  } catch {
    return null;
  }
}

/** The private key as it is here and now. null: nobody typed the PIN in this tab, or nobody touched it since. */
export async function privateBytes(database: IDBDatabase, lock: PinLock): Promise<Uint8Array<ArrayBuffer> | null> {
  const [place, sealed] = lock.pin
    ? [tabPlace(lock.whose, lock.pin), sealedInTab()]
    : [keyPlace(lock.whose), lock.privateKey];
  const opened = sealed && (await open(await keyIn(database), { ...place, ...sealed }));
  return opened?.value instanceof Uint8Array ? Uint8Array.from(opened.value) : null;
}

/** Where the private key is sealed: what belongs there opens nowhere else. */
export function keyPlace(whose: string): Place {
  return { kind: 'draft', whose, name: 'pin' };
}

/** What a tab remembers belongs to the PIN that was typed in it: a later one has another salt, even before the same pair. */
function tabPlace(whose: string, { salt }: PinWay): Place {
  return { ...keyPlace(whose), name: `pin ${salt.join()}` };
}

const openItem = 'puente_open';
const touchedItem = 'puente_touched';

/**
 * It stays open as long as this tab, and until nobody has touched it for ten minutes. Sealed by the phone's key: browsers
 * write down what a tab remembers.
 */
export async function openInTab(database: IDBDatabase, lock: ClosedLock, bytes: Uint8Array): Promise<void> {
  const { iv, sealed } = await seal(await keyIn(database), tabPlace(lock.whose, lock.pin), bytes);
  sessionStorage.setItem(openItem, [...iv, ...new Uint8Array(sealed)].join());
  sessionStorage.setItem(touchedItem, String(Date.now()));
}

export function touchTab(): void {
  if (sealedInTab()) sessionStorage.setItem(touchedItem, String(Date.now()));
}

export function closeTab(): void {
  sessionStorage.removeItem(openItem);
}

function sealedInTab(): Sealed | null {
  const found = sessionStorage.getItem(openItem);
  if (found === null) return null;
  if (Math.abs(Date.now() - Number(sessionStorage.getItem(touchedItem))) > sharedLifetime) {
    closeTab();
    return null;
  }
  const bytes = Uint8Array.from(found.split(','), Number);
  return { iv: bytes.slice(0, 12), sealed: bytes.slice(12).buffer };
}

/** As ECIES does it (SEC 1, 5.1): what two halves agree on becomes a key that belongs to the half that lies beside it. */
async function keyBetween(
  privateKey: CryptoKey,
  publicKey: CryptoKey,
  half: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const agreed = await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256);
  const from = await crypto.subtle.importKey('raw', agreed, 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: half, info: new TextEncoder().encode('draft') };
  return crypto.subtle.deriveKey(how, from, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
