import type { Tries } from '#core/identity/tries.ts';

/** What AES-GCM makes of something. */
export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly sealed: ArrayBuffer };

/**
 * What a PIN locks: the drafts of the person who chose it. `publicKey` seals them and needs no PIN; the private key opens
 * them, and lies here sealed.
 */
export type PinLock = {
  readonly whose: string;
  readonly publicKey: CryptoKey;
  /** By what the PIN leads to; by the phone's key alone where the PIN was turned off (`pin` is null). */
  readonly privateKey: Sealed;
  readonly pin: PinWay | null;
  readonly tries: Tries;
};

/** How a PIN leads to a key: `rounds` of PBKDF2, and then a key of this phone that can't be read out. */
export type PinWay = { readonly salt: Uint8Array<ArrayBuffer>; readonly rounds: number; readonly mix: CryptoKey };

export type ClosedLock = PinLock & { readonly pin: PinWay };
