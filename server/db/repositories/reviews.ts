import type { Selectable } from 'kysely';
import type { RegistrationId } from '#core/ids.ts';
import type { Decision, DecisionReason } from '#core/review/decision.ts';
import type { ReviewReason } from '#core/review/reason.ts';
import type { Instant } from '#core/time/instant.ts';
import { at, json } from '../columns.ts';
import type { Db, Schema, Trx } from '../schema.ts';
import { type AssistanceStep, assistanceSteps } from '../tables/offers.ts';

type Review = Readonly<Selectable<Schema['assistance']>>;

/** What a person is asked about: written beside a code that still waits. */
export async function describeReview(
  db: Db,
  code: string,
  about: {
    readonly reason: ReviewReason;
    readonly found: Readonly<Record<string, number>>;
    readonly statementSealed: Uint8Array | null;
    readonly maySeePhoto: boolean;
    readonly livePhotoSealed: Uint8Array | null;
  },
): Promise<void> {
  await db
    .updateTable('assistance')
    .set({ ...about, found: json(about.found) })
    .where('code', '=', code)
    .where('state', '=', 'waiting')
    .execute();
}

/** Longest waiting first. `reason`: of these only. */
export async function listReviews(db: Db, reason: ReviewReason | null, limit = 500): Promise<readonly Review[]> {
  return db
    .selectFrom('assistance')
    .selectAll()
    .where('state', '=', 'waiting')
    .$if(reason !== null, (query) => query.where('reason', '=', reason as ReviewReason))
    .orderBy('askedAt')
    .limit(limit)
    .execute();
}

/** Held until the transaction ends. False if it isn't waiting any more. */
export async function lockWaiting(trx: Trx, code: string): Promise<boolean> {
  const waiting = await trx
    .selectFrom('assistance')
    .select('code')
    .where('code', '=', code)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst();
  return waiting !== undefined;
}

/** waiting → done, with what was decided; the live photo goes. Of one that `lockWaiting` holds. */
export async function decide(
  trx: Trx,
  code: string,
  decided: {
    readonly decision: Decision;
    readonly reason: DecisionReason;
    readonly noteSealed: Uint8Array | null;
    readonly actor: string;
    readonly now: Instant;
  },
): Promise<void> {
  await trx
    .updateTable('assistance')
    .set({
      state: 'done',
      doneAt: at(decided.now),
      doneBy: decided.actor,
      decision: decided.decision,
      decisionReason: decided.reason,
      noteSealed: decided.noteSealed,
      livePhotoSealed: null,
    })
    .where('code', '=', code)
    .execute();
}

/** The last decision about this registration, of this step or of any. */
export async function findLastDecided(
  db: Db,
  registrationId: RegistrationId,
  step?: AssistanceStep,
): Promise<Review | undefined> {
  return db
    .selectFrom('assistance')
    .selectAll()
    .where('registrationId', '=', registrationId)
    .where('decision', 'is not', null)
    .where('step', 'in', step ? [step] : assistanceSteps)
    .orderBy('doneAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** How often this step was decided against since then. */
export async function countAgainst(
  db: Db,
  registrationId: RegistrationId,
  { step, since }: { readonly step: AssistanceStep; readonly since: Instant },
): Promise<number> {
  const { count } = await db
    .selectFrom('assistance')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('registrationId', '=', registrationId)
    .where('step', '=', step)
    .where('decision', '=', 'against')
    .where('doneAt', '>=', at(since))
    .executeTakeFirstOrThrow();
  return count;
}

/** Decided for, and in no pool yet: first come first. */
export async function reviewsToEnter(db: Db, limit = 500): Promise<readonly Review[]> {
  return db
    .selectFrom('assistance')
    .selectAll()
    .where('decision', '=', 'for')
    .where('step', '=', 'ask')
    .where('enteredAt', 'is', null)
    .orderBy('doneAt')
    .limit(limit)
    .execute();
}

export async function markEntered(db: Db, code: string, now: Instant): Promise<void> {
  await db
    .updateTable('assistance')
    .set({ enteredAt: at(now) })
    .where('code', '=', code)
    .execute();
}
