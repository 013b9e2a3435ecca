import type { PortCode } from '#core/ids.ts';
import { slotDayOf } from '#core/pool/window.ts';
import { addDays } from '#core/time/day.ts';
import type { Instant, LocalDay, LocalMinute } from '#core/time/instant.ts';
import { dayIn, instantAt } from '#core/time/zone.ts';
import { enterStanding } from './asking.ts';
import { inOrder, pushFree } from './freed.ts';
import { type Ask, endAsk, hour, type Model, type Offer, openPool, type Pool, policy, tell } from './model.ts';
import { makeOffer, zone } from './places.ts';
import type { Seen, SeenLine } from './seen.ts';

export function openNextPool(model: Model): string {
  const last = model.pools.at(-1);
  if (last?.state === 'open' || last?.state === 'closed') return 'pool-already-open';
  model.pools.push({ day: nextDay(model, last), state: 'open', drawnAt: null, room: new Map(), log: [] });
  enterStanding(model);
  return 'ok';
}

/** The day whose window it is, or whose window is the next; never one that had its pool. */
export function nextDay({ now }: Model, last: Pool | undefined): LocalDay {
  let day = dayIn(now, zone);
  // From closing time on it is tomorrow's, which opens at noon.
  const closes = instantAt(`${day}T${policy.requestWindow.closes}` as LocalMinute, zone);
  if (now >= closes) day = addDays(day, 1);
  return last && day <= last.day ? addDays(last.day, 1) : day;
}

/** Its slots begin before anybody could confirm one in time. */
export function isTooLate({ now }: Model, { day }: Pool): boolean {
  const begins = instantAt(`${slotDayOf(day, policy)}T00:00` as LocalMinute, zone);
  return begins < now + policy.offerHours * hour;
}

export function closePool(model: Model): string {
  const pool = openPool(model);
  if (!pool) return 'pool-not-open';
  pool.state = 'closed';
  for (const ask of model.asks) if (ask.pool === pool && ask.state === 'waiting') ask.state = 'closed';
  pool.room = roomOf(model, pool);
  return 'ok';
}

/** Places that the draw has by port. One that has none left still has one, out of its reserve. */
function roomOf(model: Model, pool: Pool): ReadonlyMap<string, number> {
  const room = new Map<string, number>();
  for (const { port, slot, places, taken } of model.slots.values()) {
    if (!slot.startsWith(slotDayOf(pool.day, policy))) continue;
    room.set(port, (room.get(port) ?? 0) + Math.max(0, places - taken));
  }
  for (const [port, places] of room) if (places < 1) room.set(port, 1);
  return room;
}

export function drawPool(model: Model, seen: Seen): string {
  const pool = model.pools.find(({ state }) => state === 'closed');
  if (!pool) return 'pool-not-closed';
  if (isTooLate(model, pool)) return 'pool-too-late';
  const lines = seen.draws.get(pool.day);
  if (!lines) throw new Error(`expected the pool of ${pool.day} to be drawn, found no draw`);
  const { now } = model;
  const asks = model.asks.filter((ask) => ask.pool === pool && ask.state === 'closed');
  judge(pool, asks, lines);
  pool.state = 'drawn';
  pool.drawnAt = now;
  const ownerless: Offer[] = [];
  for (const ask of asks) {
    const { position, outcome, slot } = lineOf(lines, ask);
    ask.position = position;
    const [port = '-'] = outcome.split(' ');
    tell(model, ask.groupId, outcome === '-' ? 'not-chosen' : 'offer');
    if (outcome === '-' || !slot) {
      endAsk(ask, 'not-chosen', now);
      continue;
    }
    const made = makeOffer(model, ask, {
      port: port as PortCode,
      slot,
      deadlineAt: (now + policy.offerHours * hour) as Instant,
    });
    if (!ask.groupId) ownerless.push(made);
  }
  // Nobody is there to confirm these: their places are free in the same moment.
  for (const offer of inOrder(ownerless, seen)) {
    offer.state = 'declined';
    endAsk(offer.ask, 'released', now);
    pushFree(model, offer.ask, { slot: offer.slot, size: offer.size, why: 'declined' });
  }
  return 'ok';
}

/** What holds of any draw, whatever chance did. */
function judge(pool: Pool, asks: readonly Ask[], lines: readonly SeenLine[]): void {
  const drawn = new Set(lines.map(({ id }) => id));
  if (asks.length !== lines.length || !asks.every(({ id }) => id !== null && drawn.has(id)))
    throw new Error(`expected ${asks.length} requests in the draw of ${pool.day}, found ${lines.length} or others`);
  const positions = lines.map(({ position }) => position).sort((one, other) => one - other);
  if (positions.some((position, index) => position !== index + 1))
    throw new Error(`expected positions from 1 in the draw of ${pool.day}, found ${positions.join(' ')}`);
  const given = new Map<string, number>();
  for (const ask of asks) {
    const { outcome, slot } = lineOf(lines, ask);
    const [port = ''] = outcome.split(' ');
    if (port === '-') continue;
    const isRight = ask.ports.includes(port as PortCode) && slot?.startsWith(slotDayOf(pool.day, policy));
    if (!isRight)
      throw new Error(`the draw of ${pool.day} gave ${port} ${slot ?? '-'} to who asked for ${ask.ports.join(' ')}`);
    given.set(port, (given.get(port) ?? 0) + ask.size);
  }
  for (const ask of asks) {
    const empty = ask.ports.find((port) => (given.get(port) ?? 0) < (pool.room.get(port) ?? 0));
    if (empty && lineOf(lines, ask).outcome === '-')
      throw new Error(
        `the draw of ${pool.day} left a place empty at ${empty}, and somebody who asked for it without one`,
      );
  }
}

function lineOf(lines: readonly SeenLine[], { id }: Ask): SeenLine {
  const line = lines.find((one) => one.id === id);
  if (!line) throw new Error(`expected ${id ?? 'a request'} in its draw`);
  return line;
}
