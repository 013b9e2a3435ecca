import { randomUUID } from 'node:crypto';
import type { PersonId, RegistrationId } from '#core/ids.ts';
import { addChange } from '#server/db/repositories/changes.ts';
import type { Trx } from '#server/db/schema.ts';
import type { Tools } from './tools.ts';

/**
 * Keeps what an answer was before, sealed, for people who look into odd cases; the person herself sees only that and when
 * it was changed. `old` null: she came or went.
 */
export async function trace(
  tools: Pick<Tools, 'vault' | 'now'>,
  trx: Trx,
  change: {
    readonly registrationId: RegistrationId;
    readonly personId: PersonId;
    readonly step: string;
    readonly old: Uint8Array | object | null;
  },
): Promise<void> {
  const { old, ...rest } = change;
  const id = randomUUID();
  const place = { table: 'changes', column: 'old_sealed', row: id };
  const oldSealed =
    old === null ? null : old instanceof Uint8Array ? tools.vault.seal(old, place) : tools.vault.sealJson(old, place);
  await addChange(trx, { ...rest, id, oldSealed, now: tools.now() });
}
