import type { AccountId, RegistrationId } from '#core/ids.ts';
import { err, ok } from '#core/result.ts';
import { withdrawAssistance } from '#server/db/repositories/assistance.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import { deleteAccountRow, deleteRegistration, disownDrawn } from '#server/db/repositories/deletion.ts';
import { lockLiveOffer } from '#server/db/repositories/offers.ts';
import { shareUndrawnPools } from '#server/db/repositories/pools.ts';
import { findJoined, findRegistrationOf, lockRegistrations } from '#server/db/repositories/registrations.ts';
import { withdrawRequest } from '#server/db/repositories/requests.ts';
import type { Trx } from '#server/db/schema.ts';
import type { Outcome } from '#server/services.ts';
import { giveBack, giveBackBooked } from './give-back.ts';
import { moveHome } from './move-people.ts';
import type { Tools } from './tools.ts';

/**
 * Everything about a person and her group goes, in one transaction: the way in, sessions, answers, photos, tokens, what
 * hangs on them. A waiting request is taken back, a live offer and a booked appointment give their places back at once. What
 * a draw holds stays as a line of nobody, so that the draw can still be checked; if such a line is chosen later, its places
 * are free at once (docs/my-data.md). Kind: `fields` (`delete` isn't ticked).
 */
export async function deleteAccount(
  tools: Tools,
  input: { readonly accountId: AccountId; readonly fields: Readonly<Record<string, string>> },
): Outcome<null> {
  if (input.fields['delete'] !== 'yes')
    return err({ kind: 'fields', fields: [{ field: 'delete', kind: 'must-be-ticked' }] });
  await tools.db.transaction(async (trx) => {
    // Closing and drawing hold the pool first and registrations later: in the same order nobody waits for the other.
    await shareUndrawnPools(trx);
    const own = await findRegistrationOf(trx, input.accountId);
    if (own) {
      await part(tools, trx, own.id);
      await deleteGroup(tools, trx, own.id);
    }
    await deleteAccountRow(trx, input.accountId);
    // The act alone: whose it was is what was to be forgotten.
    await recordAct(trx, { actor: 'applicant', action: 'delete-account', detail: {}, now: tools.now() });
  });
  return ok(null);
}

/**
 * Who came with a registration of her own keeps it, and goes home to it before this one goes; the people of this one come
 * home from another's group, to be deleted with it. Held in the order in which joining and leaving hold them.
 */
async function part(tools: Tools, trx: Trx, id: RegistrationId): Promise<void> {
  const held = await lockRegistrations(trx, [id, ...(await findJoined(trx, id))]);
  const own = held.get(id);
  if (!own) return;
  for (const other of held.values()) {
    if (other.joinedInto === id) await moveHome(tools, trx, { home: other, host: own });
    if (own.joinedInto === other.id) await moveHome(tools, trx, { home: own, host: other });
  }
}

async function deleteGroup(tools: Tools, trx: Trx, id: RegistrationId): Promise<void> {
  const now = tools.now();
  await withdrawRequest(trx, id, now);
  const offer = await lockLiveOffer(trx, id);
  await withdrawAssistance(trx, id, { step: 'confirm', now });
  if (offer) await giveBack(trx, offer, now);
  await giveBackBooked(trx, id, now);
  await disownDrawn(trx, id);
  await deleteRegistration(trx, id);
}
