import { closesAt, opensAt } from '#core/pool/window.ts';
import type { Instant } from '#core/time/instant.ts';
import { endOffer, isPast } from './answering.ts';
import { enter, enterStanding, pause } from './asking.ts';
import { closePool, drawPool, isTooLate, nextDay, openNextPool } from './drawing.ts';
import { giveAllFreed, inOrder } from './freed.ts';
import { enterReviewed } from './helping.ts';
import {
  endAsk,
  hour,
  isHeld,
  type Model,
  type Pool,
  policy,
  tell,
  theGroup,
  waitingHelp,
  withdrawHelp,
} from './model.ts';
import { beginsAt } from './places.ts';
import type { Seen } from './seen.ts';

const day = 24 * hour;

/** Time passes, and at the end of it everything that is due is done once. */
export function wait(model: Model, milliseconds: number, seen: Seen): void {
  model.now = (model.now + milliseconds) as Instant;
  lapse(model, seen);
  lookForSigns(model);
  keepPools(model, seen);
  giveAllFreed(model);
}

/** An answer that never came. A place kept for a person's help is kept until its own time, and no longer. */
function lapse(model: Model, seen: Seen): void {
  const over = model.offers.filter((offer) => {
    const { groupId } = offer.ask;
    if (!groupId || !isHeld(offer) || !isPast(model, offer)) return false;
    if (!waitingHelp(model, groupId, 'confirm')) return true;
    return beginsAt(offer, offer.slot) <= model.now;
  });
  for (const offer of inOrder(over, seen)) {
    const { groupId } = offer.ask;
    if (!groupId) continue;
    withdrawHelp(model, groupId, 'confirm');
    endOffer(model, offer, 'lapsed');
    tell(model, groupId, 'lapsed');
    const group = theGroup(model, groupId);
    if (group.standing?.state !== 'live') continue;
    group.standing.lapses += 1;
    group.standing.lookedDay = '2000-01-01';
    const { lapses } = group.standing;
    if (lapses < 2) continue;
    pause(group, 'lapsed-twice');
    group.standing.lapses = lapses;
  }
}

/** Who gives no sign of life is told 5 days and 1 day before, and paused after 30. */
function lookForSigns(model: Model): void {
  const { signOfLifeDays, signOfLifeWarnings } = policy;
  for (const group of model.groups.values()) {
    const { standing } = group;
    // While her people are in another's group nobody waits for a sign of hers.
    if (standing?.state !== 'live' || group.joinedInto) continue;
    const silent = model.now - standing.lastSignAt;
    if (silent > signOfLifeDays * day) {
      Object.assign(standing, { state: 'paused', reason: 'no-sign' });
      tell(model, group.id, 'standing-paused');
      continue;
    }
    for (const left of signOfLifeWarnings.toReversed()) {
      if (silent < (signOfLifeDays - left) * day || (standing.warnedDays ?? Infinity) <= left) continue;
      standing.warnedDays = left;
      tell(model, group.id, 'sign-of-life');
    }
  }
}

function keepPools(model: Model, seen: Seen): void {
  postpone(model);
  const last = model.pools.at(-1);
  const isDue = last !== undefined && model.now >= closesAt(last.day, policy.requestWindow);
  if (isDue && last.state === 'open') closePool(model);
  if (isDue && last.state === 'closed') drawPool(model, seen);
  const next = nextDay(model, undefined);
  const after = model.pools.at(-1);
  const isMissing = after === undefined || (after.state === 'drawn' && after.day < next);
  if (isMissing && model.now >= opensAt(next, policy.requestWindow)) openNextPool(model);
  enterReviewed(model);
  enterStanding(model);
}

/**
 * Nobody could answer an offer of slots that near: all who asked are in the next pool, with their dates. An open pool
 * takes them along; a closed one was announced, and stays as one that was never drawn.
 */
function postpone(model: Model): void {
  const pool = model.pools.at(-1);
  if (!pool || (pool.state !== 'open' && pool.state !== 'closed') || !isTooLate(model, pool)) return;
  const day = nextDay(model, pool);
  if (pool.state === 'open') {
    pool.day = day;
    return;
  }
  pool.state = 'postponed';
  const next: Pool = { day, state: 'open', drawnAt: null, room: new Map(), log: [] };
  model.pools.push(next);
  for (const ask of model.asks.filter((one) => one.pool === pool && one.state === 'closed')) {
    endAsk(ask, 'postponed', model.now);
    if (!ask.groupId) continue;
    enter(model, theGroup(model, ask.groupId), { pool: next, ports: ask.ports });
    tell(model, ask.groupId, 'postponed');
  }
}
