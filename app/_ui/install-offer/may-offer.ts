/** Milliseconds for which a "not now" holds: 90 days. */
const rest = 90 * 24 * 60 * 60 * 1000;

const refusedKey = 'puente.install-refused';
const offeredKey = 'puente.install-offered';

/**
 * Once while she is here, and not for 90 days after she said "not now" (epoch milliseconds, as it was kept). Not on a phone
 * that several people use, where an app would be each next one's, too.
 */
export function mayOffer({ refused, isOffered, isShared, now }: Kept & { readonly now: number }): boolean {
  return !isOffered && !isShared && (refused === null || now - Number(refused) >= rest);
}

type Kept = { readonly refused: string | null; readonly isOffered: boolean; readonly isShared: boolean };

/** A browser that keeps nothing is not asked at all: it would be asked each time. */
export async function readKept(): Promise<Kept> {
  try {
    const refused = localStorage.getItem(refusedKey);
    const isOffered = sessionStorage.getItem(offeredKey) !== null;
    const { isSharedPhone } = await import('#app/_pwa/storage/sealed.ts');
    return { refused, isOffered, isShared: await isSharedPhone() };
  } catch {
    return { refused: null, isOffered: true, isShared: false };
  }
}

export function keepOffered(): void {
  keep(() => sessionStorage.setItem(offeredKey, ''));
}

export function keepRefused(now: number): void {
  keep(() => localStorage.setItem(refusedKey, String(now)));
}

function keep(write: () => void): void {
  try {
    write();
  } catch {
    // Full, or forbidden: then she is asked again another day.
  }
}
