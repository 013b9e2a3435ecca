import type { DrandChain } from '#core/beacon/drand.ts';
import type { Result } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';

export type BeaconFailure =
  /** The round is not out yet: asked again when it is. */
  | { readonly kind: 'beacon-early' }
  /** Nobody who was asked had it, or what they had was not signed. The draw waits: a round can't be replaced. */
  | { readonly kind: 'beacon-unavailable' };

/** A public number that nobody knows before its time and nobody can withhold: one more part of the seed. */
export type Beacon = {
  readonly isSandbox: boolean;
  /** Whose rounds these are; the verifier takes none but quicknet's. */
  readonly chain: DrandChain;
  /** The round for an announcement that is made now: at least ten minutes later. */
  roundToAnnounce(announcedAt: Instant): number;
  /** The round's signature, 96 hex, which was checked. */
  signatureOf(round: number): Promise<Result<string, BeaconFailure>>;
};
