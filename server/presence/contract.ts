import type { Result } from '#core/result.ts';

/** A verdict never refuses for good: three misses or a wish lead to a person (DESIGN, rule 5). */
export type PresenceVerdict =
  | { readonly verdict: 'live-match'; readonly score: number }
  | { readonly verdict: 'person-decides'; readonly reason: 'similar' | 'unsure' };

export type PresenceFailure =
  /** The photo was judged and did not fit: the only one that counts as a miss. */
  | { readonly kind: 'presence-missed' }
  /** The vendor's quota: try again after so many seconds. Never counts. */
  | { readonly kind: 'presence-throttled'; readonly retryAfterSeconds: number }
  | { readonly kind: 'presence-unavailable' };

/** What the sandbox's panel offers. */
export const sandboxWishes = ['match', 'unsure', 'miss', 'busy', 'down'] as const;

export type PresenceCheck = {
  /** JPEG as re-encoded by the server. */
  readonly live: Uint8Array;
  /** The photo given at registration, JPEG. */
  readonly earlier: Uint8Array;
  /** What the person picked on the sandbox's panel; adapters other than the double ignore it. */
  readonly sandboxWish?: string;
};

/** The photo given at registration: can one face be seen on it, well enough to compare another with it later? */
export type FaceCheck = {
  /** JPEG as re-encoded by the server. */
  readonly photo: Uint8Array;
  readonly sandboxWish?: string;
};

/** Is this a live person, and the one of the earlier photo? */
export type Presence = {
  readonly isSandbox: boolean;
  /** Unsure is good enough here: it is compared later, and a person may look then. */
  look(input: FaceCheck): Promise<Result<{ readonly verdict: 'face-seen' | 'unsure' }, PresenceFailure>>;
  check(input: PresenceCheck): Promise<Result<PresenceVerdict, PresenceFailure>>;
};
