import { unclaimedSince } from '#core/registration/hand-over.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import { deleteRegistration } from '#server/db/repositories/deletion.ts';
import { findAbandoned, isAbandoned } from '#server/db/repositories/group-codes.ts';
import { lockRegistrations } from '#server/db/repositories/registrations.ts';
import type { Tools } from './tools.ts';

/**
 * People who were split off and whose code nobody has brought: nobody else could delete them. Each registration is looked at
 * again once it is held, since a new code may just have been made, or the old one entered. That it was done is in the audit.
 */
export async function forgetUnclaimed(tools: Tools): Promise<void> {
  const now = tools.now();
  const before = unclaimedSince(now);
  for (const id of await findAbandoned(tools.db.kysely, before)) {
    await tools.db.transaction(async (trx) => {
      await lockRegistrations(trx, [id]);
      if (!(await isAbandoned(trx, id, before))) return;
      await deleteRegistration(trx, id);
      await recordAct(trx, { actor: 'schedule', action: 'forget-unclaimed', detail: {}, now });
    });
  }
}
