import type { RegistrationId } from '#core/ids.ts';
import { shortCode } from '#core/offer/code.ts';
import { requestAssistance as waitForAPerson } from '#server/db/repositories/assistance.ts';
import { lockLiveOffer } from '#server/db/repositories/offers.ts';
import type { Db } from '#server/db/schema.ts';
import type { Tools } from './tools.ts';

/** The code under which asking waits for a person; the same one while it waits. */
export async function assistAsking(tools: Tools, registrationId: RegistrationId): Promise<string> {
  return assist(tools, tools.db.kysely, { registrationId, step: 'ask' });
}

/**
 * The same for confirming; null where no offer lives any more. Offer and code are joined in one transaction: a code that
 * outlived its offer would keep her next offer past its deadline.
 */
export async function assistConfirming(tools: Tools, registrationId: RegistrationId): Promise<string | null> {
  return tools.db.transaction(async (trx) => {
    const offer = await lockLiveOffer(trx, registrationId);
    return offer ? assist(tools, trx, { registrationId, step: 'confirm' }) : null;
  });
}

async function assist(
  tools: Tools,
  db: Db,
  wanted: { readonly registrationId: RegistrationId; readonly step: 'ask' | 'confirm' },
): Promise<string> {
  for (;;) {
    const code = shortCode(tools.randomBytes(8));
    const given = await waitForAPerson(db, { ...wanted, code, now: tools.now() });
    if (given) return given;
  }
}
