import type { RegistrationId } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import { cancelBooked } from '#server/db/repositories/deletion.ts';
import { endOffer, type Offer } from '#server/db/repositories/offers.ts';
import { endRequest } from '#server/db/repositories/requests.ts';
import type { Trx } from '#server/db/schema.ts';
import { freePlace } from './freed-places.ts';

/** Ends an offer that nobody is there for any more, and frees its places at once: declined, or lapsed past its deadline. */
export async function giveBack(
  trx: Trx,
  offer: Pick<Offer, 'id' | 'day' | 'requestId' | 'port' | 'slotLocal' | 'size'>,
  now: Instant,
): Promise<void> {
  const ended =
    (await endOffer(trx, offer.id, { state: 'declined', now })) ??
    (await endOffer(trx, offer.id, { state: 'lapsed', now }));
  // Ended meanwhile by whoever was first: its places are free already.
  if (!ended) return;
  await endRequest(trx, offer.requestId, { state: 'released', now });
  await freePlace(trx, offer, { why: ended.state === 'lapsed' ? 'lapsed' : 'declined', now });
}

/** The same for a booked appointment. */
export async function giveBackBooked(trx: Trx, id: RegistrationId, now: Instant): Promise<void> {
  for (const held of await cancelBooked(trx, id, now)) await freePlace(trx, held, { why: 'cancelled', now });
}
