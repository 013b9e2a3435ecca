import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db } from '../schema.ts';

export type Begun =
  /** Do it, then finishRepeat or dropRepeat. */
  | { readonly kind: 'first' }
  /** The first one is still being done. */
  | { readonly kind: 'running' }
  /** The same key for another request. */
  | { readonly kind: 'differs' }
  | { readonly kind: 'done'; readonly status: number; readonly answerSealed: Uint8Array | null };

export type RepeatWish = {
  readonly key: string;
  readonly requestHash: string;
  readonly now: Instant;
  /** What runs since before then was left by a process that died, and is begun again. */
  readonly abandonedBefore: Instant;
  /**
   * For a key that stands for a session's latest form rather than for one request: what was done before then, or for
   * another request, is taken over.
   */
  readonly forgottenBefore?: Instant;
};

/** Takes an idempotency key, or says how it stands with it. Of two who come at once, one is first. */
export async function beginRepeat(db: Db, wish: RepeatWish): Promise<Begun> {
  const { key, requestHash, forgottenBefore } = wish;
  const isReused = forgottenBefore !== undefined;
  const begun = await db
    .insertInto('repeats')
    .values({ key, requestHash, state: 'running', createdAt: at(wish.now) })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ requestHash, state: 'running', status: null, answerSealed: null, createdAt: at(wish.now) })
        .where((eb) => {
          const isSame = eb('repeats.requestHash', '=', requestHash);
          const isAbandoned = eb('repeats.state', '=', 'running').and(
            'repeats.createdAt',
            '<',
            at(wish.abandonedBefore),
          );
          if (!isReused) return eb.and([isAbandoned, isSame]);
          const isForgotten = eb.or([eb('repeats.createdAt', '<', at(forgottenBefore)), eb.not(isSame)]);
          return eb.or([isAbandoned, eb('repeats.state', '=', 'done').and(isForgotten)]);
        }),
    )
    .returning('key')
    .executeTakeFirst();
  if (begun) return { kind: 'first' };

  const found = await db.selectFrom('repeats').selectAll().where('key', '=', key).executeTakeFirst();
  // Gone: dropped or expired between the two statements.
  if (!found) return beginRepeat(db, wish);
  if (found.requestHash !== requestHash) return { kind: isReused ? 'running' : 'differs' };
  if (found.status === null) return { kind: 'running' };
  return { kind: 'done', status: found.status, answerSealed: found.answerSealed };
}

/** The run that took the key at that moment; one that took too long and was taken over is another. */
export type RepeatRun = { readonly key: string; readonly begunAt: Instant };

/** The answer is sealed for `repeats` and the key. Nothing where the run was taken over: its answer is the other's. */
export async function finishRepeat(
  db: Db,
  { key, begunAt }: RepeatRun,
  answer: { readonly status: number; readonly answerSealed: Uint8Array | null },
): Promise<void> {
  await db
    .updateTable('repeats')
    .set({ ...answer, state: 'done' })
    .where('key', '=', key)
    .where('createdAt', '=', at(begunAt))
    .execute();
}

/** It failed without having done anything: the same key may try again. A run that took it over goes on. */
export async function dropRepeat(db: Db, { key, begunAt }: RepeatRun): Promise<void> {
  await db
    .deleteFrom('repeats')
    .where('key', '=', key)
    .where('createdAt', '=', at(begunAt))
    .where('state', '=', 'running')
    .execute();
}

/** What runs, whoever runs it: for a process that knows itself to be the only one, at its start. */
export async function dropRunningRepeats(db: Db): Promise<void> {
  await db.deleteFrom('repeats').where('state', '=', 'running').execute();
}

/** Answers to forms from before the one moment, and to what a phone sent by a key from before the other. */
export async function deleteRepeats(
  db: Db,
  before: { readonly form: Instant; readonly fetch: Instant },
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('repeats')
    .where((eb) =>
      eb.or([
        eb('createdAt', '<', at(before.fetch)),
        eb.and([eb('createdAt', '<', at(before.form)), eb('key', 'not like', 'fetch:%')]),
      ]),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}
