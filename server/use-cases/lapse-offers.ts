import { portOf } from '#core/policy/ports.ts';
import type { Instant } from '#core/time/instant.ts';
import { instantAt } from '#core/time/zone.ts';
import { withdrawAssistance } from '#server/db/repositories/assistance.ts';
import { endOffer, heldOffers, lockLiveOffer, type Offer, overdueOffers } from '#server/db/repositories/offers.ts';
import { addMessage } from '#server/db/repositories/outbox.ts';
import { endRequest } from '#server/db/repositories/requests.ts';
import { countLapse } from '#server/db/repositories/standing-requests.ts';
import { freePlace } from './freed-places.ts';
import type { Tools } from './tools.ts';

/**
 * Ends offers whose deadline is past; their registrations keep their date and may ask again. An offer whose person asked
 * for help, or whose photo a person has to look at, waits for that person (design, rule 3), but not beyond the time of
 * the place itself: then nobody can use it, and she is free to ask again. Gives how many lapsed.
 */
export async function lapseOffers(tools: Tools): Promise<number> {
  const now = tools.now();
  let count = 0;
  for (const offer of await heldOffers(tools.db.kysely, now)) {
    if (beginsAt(offer) <= now && (await lapseOne(tools, offer, { now, givesUpHelp: true }))) count += 1;
  }
  for (let overdue = await overdueOffers(tools.db.kysely, now); overdue.length > 0; ) {
    for (const offer of overdue) if (await lapseOne(tools, offer, { now, givesUpHelp: false })) count += 1;
    overdue = await overdueOffers(tools.db.kysely, now);
  }
  return count;
}

/** One transaction each: of the schedule and a person who acts at the same moment, the database lets one win. */
function lapseOne(
  tools: Tools,
  offer: Offer,
  { now, givesUpHelp }: { readonly now: Instant; readonly givesUpHelp: boolean },
): Promise<boolean> {
  const { registrationId } = offer;
  return tools.db.transaction(async (trx) => {
    // Whoever asks for help at this moment waits for us, or is seen by the statements below.
    await lockLiveOffer(trx, registrationId);
    if (givesUpHelp) await withdrawAssistance(trx, registrationId, { step: 'confirm', now });
    if (!(await endOffer(trx, offer.id, { state: 'lapsed', now }))) return false;
    await endRequest(trx, offer.requestId, { state: 'released', now });
    await freePlace(trx, offer, { why: 'lapsed', now });
    await countLapse(trx, registrationId, now);
    await addMessage(trx, { kind: 'lapsed', registrationId, detail: { day: offer.day }, now });
    return true;
  });
}

function beginsAt({ slotLocal, port }: Offer): Instant {
  return instantAt(slotLocal, portOf(port).timeZone);
}
