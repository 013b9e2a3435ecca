import type { AccountId, PortCode } from '#core/ids.ts';
import { toAsciiDigits } from '#core/language/digits.ts';
import { type Policy, policyAt, policyNamed } from '#core/policy/policy.ts';
import { isPortCode } from '#core/policy/ports.ts';
import { slotDayOf } from '#core/pool/window.ts';
import type { FieldProblem } from '#core/problem/kinds.ts';
import { err, ok } from '#core/result.ts';
import { addDays, dayOfMinute, isLocalMinute } from '#core/time/day.ts';
import type { LocalMinute } from '#core/time/instant.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import { findPool, shareUndrawnPools } from '#server/db/repositories/pools.ts';
import { lockSlots, removeSlot, setCapacity as setCapacityRow } from '#server/db/repositories/slots.ts';
import type { Trx } from '#server/db/schema.ts';
import type { Outcome } from '#server/services.ts';
import type { Tools } from './tools.ts';

/** People that one slot of a port can hold at the most; more is a slip of the finger. */
const mostPlaces = 2000;

/**
 * Sets how many people a port takes in a slot; 0 closes the slot. Kinds: `fields` (also for a port's last slot of a day:
 * requests name it already), `capacity-in-use`, `capacity-announced`.
 */
export async function setCapacity(
  tools: Tools,
  input: { readonly actor: AccountId; readonly fields: Readonly<Record<string, string>> },
): Outcome<null> {
  const { port = '', slot = '', places = '' } = input.fields;
  const problems: FieldProblem[] = [];
  if (!isPortCode(port)) problems.push({ field: 'port', kind: port === '' ? 'missing' : 'not-in-list' });
  if (!isLocalMinute(slot)) problems.push({ field: 'slot', kind: slot === '' ? 'missing' : 'not-a-date' });
  const count = readPlaces(places);
  if (typeof count !== 'number') problems.push({ field: 'places', ...count });
  if (!isPortCode(port) || !isLocalMinute(slot) || typeof count !== 'number')
    return err({ kind: 'fields', fields: problems });

  const now = tools.now();
  const policy = policyAt(now, tools.policies);
  return tools.db.transaction(async (trx) => {
    // What a draw was announced with is frozen; a close at this moment waits for us, or is seen here.
    const undrawn = await shareUndrawnPools(trx);
    const isAnnounced = undrawn.some(
      (pool) =>
        pool.state === 'closed' && slotDayOf(pool.day, policyNamed(pool.policy, tools.policies)) === dayOfMinute(slot),
    );
    if (isAnnounced) return err({ kind: 'capacity-announced' });
    const set =
      count === 0
        ? await closeSlot(trx, { port, slot })
        : await setCapacityRow(trx, {
            port,
            slotLocal: slot,
            places: count,
            reserve: policy.reserve,
            isDrawn: await isDrawnFor(trx, slot, policy),
          });
    if (set === 'last') return err({ kind: 'fields', fields: [{ field: 'places', kind: 'too-small', limit: 1 }] });
    if (set === 'in-use') return err({ kind: 'capacity-in-use' });
    await recordAct(trx, { actor: input.actor, action: 'set-capacity', detail: { port, slot, places: count }, now });
    return ok(null);
  });
}

/** Takes a slot away, but for the port's last one of the day: requests name the port already. */
async function closeSlot(
  trx: Trx,
  { port, slot }: { readonly port: PortCode; readonly slot: LocalMinute },
): Promise<'set' | 'in-use' | 'last'> {
  const slots = await lockSlots(trx, port, dayOfMinute(slot));
  if (!slots.some((one) => one.slotLocal === slot)) return 'set';
  if (slots.length === 1) return 'last';
  return (await removeSlot(trx, port, slot)) ? 'set' : 'in-use';
}

/** Whether the draw that gives this slot's day has been made. */
export async function isDrawnFor(trx: Trx, slot: LocalMinute, { leadDays }: Policy): Promise<boolean> {
  const pool = await findPool(trx, addDays(dayOfMinute(slot), -leadDays));
  return pool?.state === 'drawn';
}

function readPlaces(text: string): number | Omit<FieldProblem, 'field'> {
  const digits = toAsciiDigits(text).trim();
  if (digits === '') return { kind: 'missing' };
  if (!/^\d{1,9}$/.test(digits)) return { kind: 'not-a-number' };
  const count = Number(digits);
  if (count > mostPlaces) return { kind: 'too-large', limit: mostPlaces };
  return count;
}
