import { sourceHash } from './source-hash.ts';
import { areasOfTwo, isReadByTwo, type Signature, type Status, type TranslationState } from './status.ts';

export type Wish = Signature & { readonly state: TranslationState };

/** `refused`: these need somebody else than their translator to be `reviewed`. */
export type Accepted = { readonly statuses: ReadonlyMap<string, Status>; readonly refused: readonly string[] };

/**
 * The statuses of one language after somebody accepted `keys` as they stand: made from the English of now, in the state
 * that was wished. A review keeps who translated. Keys that the source has not are left out.
 */
export function accept(
  {
    source,
    statuses,
  }: { readonly source: ReadonlyMap<string, string>; readonly statuses: ReadonlyMap<string, Status> },
  keys: readonly string[],
  wish: Wish,
): Accepted {
  const chosen = new Set(keys);
  const refused: string[] = [];
  const next = new Map<string, Status>();
  for (const [key, text] of source) {
    const before = statuses.get(key);
    if (chosen.has(key)) {
      const status = acceptedStatus(before, { ...wish, source: sourceHash(text) });
      if (!isMissingSecond(key, status)) {
        next.set(key, status);
        continue;
      }
      refused.push(key);
    }
    if (before) next.set(key, before);
  }
  return { statuses: next, refused };
}

export function acceptedStatus(before: Status | undefined, wish: Wish & { readonly source: string }): Status {
  const { source, state, by, on } = wish;
  if (state === 'reviewed' && before !== undefined && before.by !== by)
    return { source, state, by: before.by, on: before.on, reviewer: { by, on } };
  return { source, state, by, on };
}

function isMissingSecond(key: string, status: Status): boolean {
  return status.state === 'reviewed' && areasOfTwo.includes(key.split('.')[0] ?? '') && !isReadByTwo(status);
}
