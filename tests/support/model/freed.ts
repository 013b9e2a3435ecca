import type { FreedReason } from '#core/draw/freed-log.ts';
import type { PortCode } from '#core/ids.ts';
import { slotDayOf } from '#core/pool/window.ts';
import { addDays } from '#core/time/day.ts';
import type { Instant, LocalMinute } from '#core/time/instant.ts';
import { dayIn } from '#core/time/zone.ts';
import {
  type Ask,
  endAsk,
  hour,
  type LogLine,
  liveAsk,
  type Model,
  type Offer,
  type Pool,
  policy,
  slotAt,
  tell,
} from './model.ts';
import { beginsAt, makeOffer, placeIn, zone } from './places.ts';
import type { Seen } from './seen.ts';

/**
 * A place comes back to its slot and stands in the draw's log. The log is about the draw: there she counts as many people
 * as were drawn, though a baby came to her slot since.
 */
export function pushFree(
  model: Model,
  ask: Ask,
  { slot, size, why }: { readonly slot: LocalMinute; readonly size: number; readonly why: FreedReason },
): void {
  const { port } = offerOf(model, ask);
  slotAt(model, port, slot).taken -= size;
  ask.pool.log.push({ act: 'free', port, ask, size: ask.size, why, slot });
}

export function offerOf(model: Model, ask: Ask): Offer {
  const offer = model.offers.find((one) => one.ask === ask);
  if (!offer) throw new Error('the model knows no offer of this request');
  return offer;
}

/** At the same instant and in the same draw, in the order that the project took. */
export function inOrder(offers: readonly Offer[], { freedOrder }: Seen): readonly Offer[] {
  return offers.toSorted((one, other) => placeIn(freedOrder, one.ask) - placeIn(freedOrder, other.ask));
}

/** Every draw whose slots are still to come. */
export function giveAllFreed(model: Model): void {
  const from = addDays(dayIn(model.now, zone), -policy.leadDays);
  for (const pool of model.pools) if (pool.day >= from) giveFreed(model, pool);
}

/** Section 7 of the protocol: each free place to the foremost who still waits and lists its port. */
export function giveFreed(model: Model, pool: Pool): void {
  for (;;) {
    const open = freePorts(pool);
    // Who is in a closed pool can't leave it, and shall not be passed over for that.
    if (open.size === 0 || model.pools.some(({ state }) => state === 'closed')) return;
    const passed = new Set(pool.log.flatMap(({ act, ask }) => (act === 'give' || act === 'gone' ? [ask] : [])));
    const [first] = model.asks
      .filter((ask) => ask.pool === pool && ask.state === 'not-chosen' && !passed.has(ask))
      .filter(({ ports }) => ports.some((port) => open.has(port)))
      .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0));
    if (!first) return;
    pool.log.push(turnOf(model, first, open));
  }
}

/** What becomes of whose turn it is: she is gone, gets a place, or there is none that she could use. */
function turnOf(model: Model, ask: Ask, open: ReadonlySet<PortCode>): LogLine {
  const port = ask.ports.find((one) => open.has(one));
  if (!port) throw new Error('expected her to list a port with a free place');
  const { size } = ask;
  if (!waits(model, ask)) return { act: 'gone', port, ask, size, why: 'not-waiting', slot: null };
  const found = findSlot(model, ask, port);
  if (typeof found === 'string') return { act: 'shut', port, ask: null, size: 0, why: found, slot: null };
  const newer = ask.groupId && liveAsk(model, ask.groupId);
  if (newer) endAsk(newer, 'withdrawn', model.now);
  makeOffer(model, ask, { port, ...found });
  tell(model, ask.groupId, 'offer');
  return { act: 'give', port, ask, size, why: 'next', slot: found.slot };
}

function freePorts({ log }: Pool): ReadonlySet<PortCode> {
  const free = new Map<PortCode, number>();
  const shut = new Set<PortCode>();
  for (const { act, port, size } of log) {
    if (act === 'free') {
      free.set(port, (free.get(port) ?? 0) + size);
      shut.delete(port);
    }
    if (act === 'give') free.set(port, (free.get(port) ?? 0) - size);
    if (act === 'shut') shut.add(port);
  }
  return new Set([...free].flatMap(([port, people]) => (people >= 1 && !shut.has(port) ? [port] : [])));
}

/** She still wants a place from that draw, is as many people as were drawn, and has nothing better (decision 0016). */
function waits(model: Model, ask: Ask): boolean {
  const group = ask.groupId && model.groups.get(ask.groupId);
  const { drawnAt } = ask.pool;
  if (!group || group.joinedInto || drawnAt === null || group.size !== ask.size) return false;
  const hers = model.asks.filter(({ groupId }) => groupId === group.id);
  const isElsewhere = hers.some(({ state, endedAt }) => {
    return state === 'closed' || state === 'chosen' || (state === 'withdrawn' && (endedAt ?? 0) >= drawnAt);
  });
  const wasOffered = model.offers.some((offer) => offer.ask.groupId === group.id && offer.madeAt >= drawnAt);
  const isBooked = model.bookings.some(({ offer, state }) => offer.ask.groupId === group.id && state === 'booked');
  return !isElsewhere && !wasOffered && !isBooked && (group.standing?.state ?? 'live') === 'live';
}

type Found = { readonly slot: LocalMinute; readonly deadlineAt: Instant };

/** The slot that came back last, else the earliest with room; and time to answer. */
function findSlot(model: Model, ask: Ask, port: PortCode): Found | 'too-late' | 'full' {
  const day = slotDayOf(ask.pool.day, policy);
  const inTime = [...model.slots.values()]
    .filter((one) => one.port === port && one.slot.startsWith(day))
    .toSorted((one, other) => (one.slot < other.slot ? -1 : 1))
    .flatMap((one) => {
      const last = beginsAt(one, one.slot) - policy.latestOfferHours * hour;
      const deadlineAt = Math.min(model.now + policy.offerHours * hour, last) as Instant;
      return deadlineAt >= model.now + policy.shortestOfferHours * hour ? [{ ...one, deadlineAt }] : [];
    });
  if (inTime.length === 0) return 'too-late';
  const roomy = inTime.filter(({ taken, places, reserve }) => taken + ask.size <= places + reserve);
  const last = ask.pool.log.findLast((line) => line.act === 'free' && line.port === port)?.slot;
  return roomy.find(({ slot }) => slot === last) ?? roomy[0] ?? 'full';
}
