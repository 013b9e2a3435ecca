import { type Policy, policyAt } from '#core/policy/policy.ts';
import { ports } from '#core/policy/ports.ts';
import { nextOpening, poolDayAt, slotDayOf } from '#core/pool/window.ts';
import type { Problem } from '#core/problem/kinds.ts';
import { err, ok, type Result } from '#core/result.ts';
import { addDays, minuteOf } from '#core/time/day.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import { findLastPool, openPool as openPoolRow } from '#server/db/repositories/pools.ts';
import { addSlots, slotsOfDay } from '#server/db/repositories/slots.ts';
import type { Trx } from '#server/db/schema.ts';
import type { Actor, Outcome } from '#server/services.ts';
import { enterStanding } from './keep-standing.ts';
import type { Tools } from './tools.ts';

/** When people come to a port: hourly, in the port's own zone. A port's daily places are spread over these. */
const slotTimes = ['08:00', '09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00'] as const;

/**
 * Opens the pool that the window says, or by hand the one after the last; its slots are laid out where nobody has yet.
 * Whoever asks each day is in it at once. Kinds: `pool-already-open` (by hand also while the last one is closed and not drawn).
 */
export async function openNextPool(
  tools: Tools,
  input: { readonly actor: Actor },
): Outcome<{ readonly day: LocalDay }> {
  const now = tools.now();
  const policy = policyAt(now, tools.policies);
  const opened: Result<{ readonly day: LocalDay }, Problem> = await tools.db.transaction(async (trx) => {
    const last = await findLastPool(trx);
    // By hand a pool is drawn before the next one opens; a draw that waits for others keeps nobody from asking.
    const waits = last?.state === 'closed' && input.actor !== 'schedule';
    if (last?.state === 'open' || waits) return err({ kind: 'pool-already-open' });
    const day = nextDay(last?.day ?? null, now, policy);
    await layOutSlots(trx, slotDayOf(day, policy), policy);
    if (!(await openPoolRow(trx, { day, policy: policy.name, now }))) return err({ kind: 'pool-already-open' });
    await recordAct(trx, { now, actor: input.actor, action: 'open-pool', detail: { day } });
    return ok({ day });
  });
  if (opened.ok) await enterStanding(tools);
  return opened;
}

/** The slots of each port on that day, if it has none yet: one that staff closed stays closed. */
export async function layOutSlots(trx: Trx, day: LocalDay, policy: Policy): Promise<void> {
  if ((await slotsOfDay(trx, day)).length > 0) return;
  const slots = ports.flatMap((port) =>
    spread(port.dailyPlaces, slotTimes.length).map((places, index) => ({
      port: port.code,
      slotLocal: minuteOf(day, slotTimes[index] ?? slotTimes[0]),
      places,
      reserve: policy.reserve,
    })),
  );
  await addSlots(
    trx,
    slots.filter((slot) => slot.places > 0),
  );
}

/** `spread(10, 4)` is 3, 3, 2, 2. */
function spread(total: number, parts: number): readonly number[] {
  return Array.from({ length: parts }, (_, index) => Math.floor(total / parts) + (index < total % parts ? 1 : 0));
}

/** The pool's day that the window says, or the one after `last`. */
export function nextDay(last: LocalDay | null, now: Instant, policy: Policy): LocalDay {
  const byWindow =
    poolDayAt(now, policy.requestWindow) ?? poolDayAt(nextOpening(now, policy.requestWindow), policy.requestWindow);
  if (!byWindow) throw new Error('expected a pool day at the next opening of the window');
  return last !== null && byWindow <= last ? addDays(last, 1) : byWindow;
}
