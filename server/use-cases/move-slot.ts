import { randomUUID } from 'node:crypto';
import type { AccountId, AppointmentId, PortCode } from '#core/ids.ts';
import { policyAt, policyNamed } from '#core/policy/policy.ts';
import { isPortCode, portOf } from '#core/policy/ports.ts';
import { slotDayOf } from '#core/pool/window.ts';
import type { FieldProblem } from '#core/problem/kinds.ts';
import { err, ok } from '#core/result.ts';
import { dayOfMinute, isLocalMinute } from '#core/time/day.ts';
import type { Instant, LocalMinute } from '#core/time/instant.ts';
import { instantAt } from '#core/time/zone.ts';
import {
  type Appointment,
  addAppointment,
  endAppointment,
  lockBookedIn,
} from '#server/db/repositories/appointments.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import { lockLiveIn, moveOffer } from '#server/db/repositories/offers.ts';
import { addMessage } from '#server/db/repositories/outbox.ts';
import { shareUndrawnPools } from '#server/db/repositories/pools.ts';
import { freePlaces, lockSlots, takePlaces } from '#server/db/repositories/slots.ts';
import type { Trx } from '#server/db/schema.ts';
import type { Outcome } from '#server/services.ts';
import { signedProof } from './appointment-proof.ts';
import { isDrawnFor } from './set-capacity.ts';
import type { Tools } from './tools.ts';

type Move = { readonly port: PortCode; readonly from: LocalMinute; readonly to: LocalMinute; readonly now: Instant };

/**
 * Everybody who has a place in one slot gets it in another of the same port, offers and appointments alike: same code, new
 * proof, and each is told. All or nobody. Kinds: `fields`, `slot-full`, `capacity-announced` (that day's draw is being
 * made). A day that is not drawn yet keeps a place for its draw.
 */
export async function moveSlot(
  tools: Tools,
  input: { readonly actor: AccountId; readonly fields: Readonly<Record<string, string>> },
): Outcome<null> {
  const now = tools.now();
  const { port = '', from = '', to = '' } = input.fields;
  const problems: FieldProblem[] = [];
  if (!isPortCode(port)) problems.push({ field: 'port', kind: port === '' ? 'missing' : 'not-in-list' });
  if (!isLocalMinute(from)) problems.push({ field: 'from', kind: from === '' ? 'missing' : 'not-a-date' });
  const isTime = isLocalMinute(to) && to !== from;
  if (!isTime) problems.push({ field: 'to', kind: to === '' ? 'missing' : 'not-a-date' });
  if (!isPortCode(port) || !isLocalMinute(from) || !isTime) return err({ kind: 'fields', fields: problems });
  if (instantAt(to, portOf(port).timeZone) <= now)
    return err({ kind: 'fields', fields: [{ field: 'to', kind: 'not-in-list' }] });

  return tools.db.transaction(async (trx) => {
    const undrawn = await shareUndrawnPools(trx);
    const isAnnounced = undrawn.some(
      (pool) =>
        pool.state === 'closed' && slotDayOf(pool.day, policyNamed(pool.policy, tools.policies)) === dayOfMinute(to),
    );
    if (isAnnounced) return err({ kind: 'capacity-announced' });
    const move = { port, from, to, now };
    const moved = await moveAll(tools, trx, move);
    if (moved === 'no-slot') return err({ kind: 'fields', fields: [{ field: 'to', kind: 'not-in-list' }] });
    if (moved === 'full') return err({ kind: 'slot-full' });
    await recordAct(trx, { actor: input.actor, action: 'move-slot', detail: { port, from, to, groups: moved }, now });
    return ok(null);
  });
}

async function moveAll(tools: Tools, trx: Trx, move: Move): Promise<number | 'no-slot' | 'full'> {
  const { port, from, to, now } = move;
  const offers = await lockLiveIn(trx, { port, slotLocal: from });
  const booked = await lockBookedIn(trx, { port, slotLocal: from });
  const slots = await lockSlots(trx, port, dayOfMinute(to));
  const target = slots.find((slot) => slot.slotLocal === to);
  if (!target) return 'no-slot';
  const size = [...offers, ...booked].reduce((sum, one) => sum + one.size, 0);
  // The draw of that day counts with what is left, and a port has at least one place in it.
  const isDrawn = await isDrawnFor(trx, to, policyAt(now, tools.policies));
  if (!isDrawn && target.taken + size >= target.places) return 'full';
  // An offer that outlived its slot could not be used.
  if (offers.some((offer) => offer.deadlineAt >= instantAt(to, portOf(port).timeZone))) return 'no-slot';
  if (size > 0 && !(await takePlaces(trx, { port, slotLocal: to, size }))) return 'full';
  if (size > 0) await freePlaces(trx, { port, slotLocal: from, size });
  for (const offer of offers) {
    await moveOffer(trx, offer.id, to);
    await addMessage(trx, {
      kind: 'moved',
      registrationId: offer.registrationId,
      detail: { before: from, now: to },
      now,
    });
  }
  for (const old of booked) await moveOne(tools, trx, { old, to, now });
  return offers.length + booked.length;
}

/** The old one stays on record as it was, with its proof. */
async function moveOne(
  tools: Tools,
  trx: Trx,
  { old, to, now }: Pick<Move, 'to' | 'now'> & { readonly old: Appointment },
): Promise<void> {
  await endAppointment(trx, old.id, { state: 'moved', now });
  const proof = await signedProof(tools, trx, { ...old, slot: to });
  const { offerId, registrationId, port, size, code } = old;
  const id = randomUUID() as AppointmentId;
  await addAppointment(trx, { id, offerId, registrationId, port, slotLocal: to, size, code, proof, bookedAt: now });
  await addMessage(trx, { kind: 'moved', registrationId, detail: { before: old.slotLocal, now: to }, now });
}
