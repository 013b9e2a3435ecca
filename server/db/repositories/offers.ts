import type { ExpressionBuilder, Selectable } from 'kysely';
import type { OfferId, RegistrationId } from '#core/ids.ts';
import { liveOfferStates } from '#core/offer/offer.ts';
import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Schema, Trx } from '../schema.ts';

export type Offer = Readonly<Selectable<Schema['offers']>>;
export type NewOffer = Pick<
  Offer,
  'id' | 'requestId' | 'day' | 'registrationId' | 'port' | 'slotLocal' | 'list' | 'size' | 'madeAt' | 'deadlineAt'
>;

/** Parameters a statement are 65,535 at most. */
const rowsAtOnce = 1000;

/** Their places are taken by takeAllPlaces, in the same transaction. */
export async function addOffers(trx: Trx, offers: readonly NewOffer[]): Promise<void> {
  for (let from = 0; from < offers.length; from += rowsAtOnce) {
    await trx
      .insertInto('offers')
      .values(
        offers.slice(from, from + rowsAtOnce).map((offer) => ({
          ...offer,
          state: 'open' as const,
          madeAt: at(offer.madeAt),
          deadlineAt: at(offer.deadlineAt),
        })),
      )
      .execute();
  }
}

/** Of this registration only: another person's id finds nothing. */
export async function findOffer(db: Db, id: OfferId, registrationId: RegistrationId): Promise<Offer | undefined> {
  return db
    .selectFrom('offers')
    .selectAll()
    .where('id', '=', id)
    .where('registrationId', '=', registrationId)
    .executeTakeFirst();
}

/** Open or extended, its deadline past or not. */
export async function findLiveOffer(db: Db, registrationId: RegistrationId): Promise<Offer | undefined> {
  return db
    .selectFrom('offers')
    .selectAll()
    .where('registrationId', '=', registrationId)
    .where('state', 'in', liveOfferStates)
    .executeTakeFirst();
}

/** The same, held until the transaction ends: whoever ends it meanwhile waits, or was first. */
export async function lockLiveOffer(trx: Trx, registrationId: RegistrationId): Promise<Offer | undefined> {
  return trx
    .selectFrom('offers')
    .selectAll()
    .where('registrationId', '=', registrationId)
    .where('state', 'in', liveOfferStates)
    .forUpdate()
    .executeTakeFirst();
}

/** open → extended, up to the deadline itself. False if it was extended, ended or past. */
export async function extendOffer(
  db: Db,
  id: OfferId,
  { now, deadlineAt }: { readonly now: Instant; readonly deadlineAt: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('offers')
    .set({ state: 'extended', extendedAt: at(now), deadlineAt: at(deadlineAt) })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('deadlineAt', '>=', at(now))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * open or extended → confirmed or declined (up to the deadline itself; declined also while a person's help is waited
 * for), lapsed (after it, and nobody's help is waited for). Undefined if it ended already or the deadline says otherwise: of a person who confirms and the schedule that
 * lets it lapse, one wins.
 */
export async function endOffer(
  trx: Trx,
  id: OfferId,
  {
    state,
    now,
    isAssisted = false,
  }: {
    readonly state: 'confirmed' | 'declined' | 'lapsed';
    readonly now: Instant;
    /** A person confirms it with her: it was kept past its deadline for that. */
    readonly isAssisted?: boolean;
  },
): Promise<Offer | undefined> {
  return trx
    .updateTable('offers')
    .set({ state, endedAt: at(now) })
    .where('id', '=', id)
    .where('state', 'in', liveOfferStates)
    .$if(state === 'lapsed', (query) => query.where('deadlineAt', '<', at(now)).where(withoutHelp))
    .$if(state === 'confirmed' && !isAssisted, (query) => query.where('deadlineAt', '>=', at(now)))
    .$if(state === 'declined', (query) =>
      query.where((eb) => eb.or([eb('deadlineAt', '>=', at(now)), eb.not(withoutHelp(eb))])),
    )
    .returningAll()
    .executeTakeFirst();
}

/** A live one is kept until then, if that is later than its deadline. */
export async function prolongOffer(trx: Trx, id: OfferId, deadlineAt: Instant): Promise<void> {
  await trx
    .updateTable('offers')
    .set({ deadlineAt: at(deadlineAt) })
    .where('id', '=', id)
    .where('state', 'in', liveOfferStates)
    .where('deadlineAt', '<', at(deadlineAt))
    .execute();
}

/** A live photo that did not fit. How many so far. */
export async function countMiss(db: Db, id: OfferId): Promise<number> {
  const { misses } = await db
    .updateTable('offers')
    .set((eb) => ({ misses: eb('misses', '+', 1) }))
    .where('id', '=', id)
    .returning('misses')
    .executeTakeFirstOrThrow();
  return misses;
}

/**
 * Live ones whose deadline is past, longest past first: what the schedule lets lapse. Not those whose confirming waits
 * for a person's help, which are kept meanwhile: heldOffers.
 */
export async function overdueOffers(db: Db, now: Instant, limit = 500): Promise<readonly Offer[]> {
  return overdue(db, now).where(withoutHelp).limit(limit).execute();
}

/** Live ones whose deadline is past, but which wait for a person's help. */
export async function heldOffers(db: Db, now: Instant): Promise<readonly Offer[]> {
  return overdue(db, now)
    .where((eb) => eb.not(withoutHelp(eb)))
    .execute();
}

function overdue(db: Db, now: Instant) {
  return db
    .selectFrom('offers')
    .selectAll()
    .where('state', 'in', liveOfferStates)
    .where('deadlineAt', '<', at(now))
    .orderBy('deadlineAt');
}

function withoutHelp(eb: ExpressionBuilder<Schema, 'offers'>) {
  const helped = eb
    .selectFrom('assistance')
    .select('code')
    .whereRef('assistance.registrationId', '=', 'offers.registrationId')
    .where('assistance.step', '=', 'confirm')
    .where('assistance.state', '=', 'waiting');
  return eb.not(eb.exists(helped));
}

/** All there ever were of a registration. */
export async function offersOf(db: Db, registrationId: RegistrationId): Promise<readonly Offer[]> {
  return db.selectFrom('offers').selectAll().where('registrationId', '=', registrationId).execute();
}

/** Live ones in one slot, held until the transaction ends. */
export async function lockLiveIn(
  trx: Trx,
  { port, slotLocal }: Pick<Offer, 'port' | 'slotLocal'>,
): Promise<readonly Offer[]> {
  return trx
    .selectFrom('offers')
    .selectAll()
    .where('port', '=', port)
    .where('slotLocal', '=', slotLocal)
    .where('state', 'in', liveOfferStates)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** To another slot of the same port, with the same deadline. */
export async function moveOffer(trx: Trx, id: OfferId, slotLocal: Offer['slotLocal']): Promise<void> {
  await trx.updateTable('offers').set({ slotLocal }).where('id', '=', id).execute();
}
