import { endOffer, overdueOffers } from '#server/db/repositories/offers.ts';
import { addMessage } from '#server/db/repositories/outbox.ts';
import { endRequest } from '#server/db/repositories/requests.ts';
import { freePlaces } from '#server/db/repositories/slots.ts';
import type { Tools } from './tools.ts';

/**
 * Ends offers whose deadline is past; their registrations keep their date and may ask again. An offer whose person asked
 * for help, or whose photo a person has to look at, waits for that person (design, rule 3). Gives how many lapsed.
 */
export async function lapseOffers(tools: Tools): Promise<number> {
  const now = tools.now();
  let count = 0;
  for (let overdue = await overdueOffers(tools.db.kysely, now); overdue.length > 0; ) {
    for (const offer of overdue) {
      // One transaction each: of the schedule and a person who acts at the same moment, the database lets one win.
      await tools.db.transaction(async (trx) => {
        if (!(await endOffer(trx, offer.id, { state: 'lapsed', now }))) return;
        await endRequest(trx, offer.requestId, { state: 'released', now });
        await freePlaces(trx, offer);
        await addMessage(trx, {
          kind: 'lapsed',
          registrationId: offer.registrationId,
          detail: { day: offer.day },
          now,
        });
        count += 1;
      });
    }
    overdue = await overdueOffers(tools.db.kysely, now);
  }
  return count;
}
