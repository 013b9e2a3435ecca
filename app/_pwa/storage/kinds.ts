const day = 24 * 60 * 60 * 1000;

/**
 * What is kept, and for how many milliseconds; null: until somebody takes it away. `draft`: what was typed and not sent.
 * `page`: a page of hers, to be read offline. `write`: what was sent and has not arrived.
 */
export const lifetimes = { draft: 7 * day, page: 30 * day, write: null } as const satisfies Readonly<
  Record<string, number | null>
>;

export type KeptKind = keyof typeof lifetimes;

/** A phone's clock is off by a day, says who helps people with phones; then nothing goes too early. */
const clockError = day;

/** On a phone that several people use, in milliseconds; nothing outlives its tab there. */
export const sharedLifetime = 10 * 60 * 1000;

/**
 * Whether something kept at that instant of the phone's clock is over: `isOver(row, Date.now())`. What the clock calls
 * the future was kept while it was wrong, and stays.
 */
export function isOver(
  { kind, at }: { readonly kind: KeptKind; readonly at: number },
  now: number,
  isShared = false,
): boolean {
  if (isShared) return Math.abs(now - at) > sharedLifetime;
  const lifetime = lifetimes[kind];
  return lifetime !== null && now - at > lifetime + clockError;
}

/** Kept by a clock so wrong that it would stay for years: its time begins anew. */
export function isFromFuture(at: number, now: number): boolean {
  return at - now > clockError;
}
