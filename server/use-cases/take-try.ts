import { afterSuccess, afterTry, type TryBucket, type TryRule, tryRules, waitBefore } from '#core/identity/tries.ts';
import { err, ok } from '#core/result.ts';
import { lockTries, writeTries } from '#server/db/repositories/tries.ts';
import type { Outcome } from '#server/services.ts';
import type { Tools } from './tools.ts';

/** What tries are counted by; a bucket that is null isn't there: a first visit has no session. */
export type TryMarks = Readonly<Partial<Record<TryBucket, string | null>>>;

type Bucket = { readonly key: string; readonly rule: TryRule };

/**
 * Counts a try before it is made, so that many at once are as many tries. Kind: `too-many-tries`, with the minutes until
 * the next (one that has to wait isn't counted: impatience costs nothing).
 */
export async function takeTry(
  tools: Pick<Tools, 'db' | 'vault' | 'now'>,
  purpose: string,
  marks: TryMarks,
): Outcome<null> {
  const now = tools.now();
  const buckets = bucketsOf(tools, purpose, marks);
  return tools.db.transaction(async (trx) => {
    const before = await lockTries(
      trx,
      buckets.map(({ key }) => key),
      now,
    );
    const triesOf = (key: string) => before.get(key) ?? { level: 0, at: now };
    const wait = Math.max(...buckets.map(({ key, rule }) => waitBefore(triesOf(key), rule, now)));
    if (wait > 0) return err({ kind: 'too-many-tries', numbers: { minutes: Math.ceil(wait / 60_000) } });
    await writeTries(trx, new Map(buckets.map(({ key, rule }) => [key, afterTry(triesOf(key), rule, now)])));
    return ok(null);
  });
}

/** It was right: it doesn't count. */
export async function returnTry(
  tools: Pick<Tools, 'db' | 'vault' | 'now'>,
  purpose: string,
  marks: TryMarks,
): Promise<void> {
  const keys = bucketsOf(tools, purpose, marks).map(({ key }) => key);
  await tools.db.transaction(async (trx) => {
    const before = await lockTries(trx, keys, tools.now());
    await writeTries(trx, new Map([...before].map(([key, tries]) => [key, afterSuccess(tries)])));
  });
}

/** Keyed: the table names neither a session, nor an address, nor a code. */
function bucketsOf({ vault }: Pick<Tools, 'vault'>, purpose: string, marks: TryMarks): readonly Bucket[] {
  return (Object.keys(tryRules) as TryBucket[]).flatMap((bucket) => {
    const mark = marks[bucket];
    return typeof mark === 'string'
      ? [{ key: vault.token('try', JSON.stringify([purpose, bucket, mark])), rule: tryRules[bucket] }]
      : [];
  });
}
