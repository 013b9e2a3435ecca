import type { PortCode } from '#core/ids.ts';
import type { StandingReason } from '#core/pool/standing-request.ts';
import { closesAt } from '#core/pool/window.ts';
import {
  bookedOf,
  endAsk,
  type Group,
  groupOf,
  liveAsk,
  type Model,
  never,
  openPool,
  type Pool,
  policy,
  tell,
  withdrawHelp,
} from './model.ts';
import { counting, problemOf } from './together.ts';

/** The pool that takes requests at this moment: an open one whose time isn't over. */
export function takingPool(model: Model): Pool | undefined {
  const pool = openPool(model);
  return pool && model.now < closesAt(pool.day, policy.requestWindow) ? pool : undefined;
}

export function ask(
  model: Model,
  { who, isStanding, isInside }: { readonly who: string; readonly isStanding: boolean; readonly isInside: boolean },
): string {
  const group = groupOf(model, who);
  if (!group || group.joinedInto) return 'registration-incomplete';
  if (group.ports.length === 0) return 'ports-missing';
  if (!group.hasTerms) return 'terms-changed-since';
  const pool = takingPool(model);
  if (!pool) return 'window-closed';
  if (!isInside) return 'outside-geofence';
  const entered = problemOf(counting(group)) ?? enter(model, group, { pool });
  if (entered !== 'ok') return entered;
  withdrawHelp(model, group.id, 'ask');
  if (isStanding) keepAsking(model, group);
  return 'ok';
}

export function enter(
  model: Model,
  group: Group,
  { pool, ports = group.ports }: { readonly pool: Pool; readonly ports?: Group['ports'] },
): string {
  if (group.joinedInto) return 'registration-incomplete';
  if (liveAsk(model, group.id) || bookedOf(model, group.id)) return 'already-asked';
  const { size, since } = group;
  model.asks.push({ ...nothingYet, groupId: group.id, pool, state: 'waiting', ports, size, since });
  return 'ok';
}

const nothingYet = { id: null, endedAt: null, position: null } as const;

/** From now on she is in each pool by herself. */
export function keepAsking(model: Model, group: Group): void {
  const { now } = model;
  const live = { state: 'live', reason: null, lastSignAt: now, warnedDays: null, lapses: 0, lookedDay: never } as const;
  group.standing = { ...live };
}

export function withdraw(model: Model, { who, isAll }: { readonly who: string; readonly isAll: boolean }): string {
  const group = groupOf(model, who);
  if (!group) return 'nothing-to-withdraw';
  let isDone = false;
  if (isAll && group.standing && group.standing.state !== 'ended') {
    group.standing.state = 'ended';
    group.standing.reason = 'withdrawn';
    isDone = true;
  }
  const waiting = liveAsk(model, group.id);
  if (waiting?.state === 'waiting') {
    endAsk(waiting, 'withdrawn', model.now);
    isDone = true;
  }
  return isDone ? 'ok' : 'nothing-to-withdraw';
}

export function stillWaiting(model: Model, who: string): string {
  const group = groupOf(model, who);
  if (!group || group.joinedInto) return 'registration-incomplete';
  const hasAsked = model.asks.some(({ groupId }) => groupId === group.id);
  if (!hasAsked || bookedOf(model, group.id)) return 'no-standing-request';
  if (group.ports.length === 0) return 'ports-missing';
  if (!group.hasTerms) return 'terms-changed-since';
  const apart = problemOf(counting(group));
  if (apart) return apart;
  keepAsking(model, group);
  enterStanding(model);
  return 'ok';
}

/** Whoever signs in is still waiting; a paused wish takes a press. */
export function signIn(model: Model, who: string): string {
  const standing = groupOf(model, who)?.standing;
  if (standing?.state === 'live') Object.assign(standing, { lastSignAt: model.now, warnedDays: null });
  return 'ok';
}

export function choosePorts(model: Model, { who, ports }: { who: string; ports: readonly PortCode[] }): string {
  const group = groupOf(model, who);
  if (!group || group.joinedInto) return 'registration-incomplete';
  group.ports = ports;
  return 'ok';
}

export function acceptTerms(model: Model, who: string): string {
  const group = groupOf(model, who);
  if (!group || group.joinedInto) return 'not-found';
  if (group.hasTerms) return 'registration-complete';
  group.hasTerms = true;
  if (group.standing?.state === 'paused' && group.standing.reason === 'terms-changed') {
    const { lapses } = group.standing;
    keepAsking(model, group);
    group.standing.lapses = lapses;
  }
  return 'ok';
}

export function changeTerms(model: Model): string {
  for (const group of model.groups.values()) group.hasTerms = false;
  return 'ok';
}

/** Everybody who asks each day, once a pool each. */
export function enterStanding(model: Model): void {
  const pool = takingPool(model);
  if (!pool) return;
  for (const group of model.groups.values()) {
    const { standing } = group;
    if (standing?.state !== 'live' || standing.lookedDay >= pool.day) continue;
    standing.lookedDay = pool.day;
    if (!group.hasTerms) {
      Object.assign(standing, { state: 'paused', reason: 'terms-changed' });
      tell(model, group.id, 'terms-changed');
      continue;
    }
    const hasAskedToday = model.asks.some((one) => one.groupId === group.id && one.pool === pool);
    const isFree = !group.joinedInto && !liveAsk(model, group.id) && !bookedOf(model, group.id);
    if (!isFree || hasAskedToday || group.ports.length === 0) continue;
    if (problemOf(counting(group))) {
      Object.assign(standing, { state: 'paused', reason: 'guardian-apart' });
      tell(model, group.id, 'guardian-apart');
      continue;
    }
    enter(model, group, { pool });
  }
}

/** Who asks each day is asked for no more until she presses, unless she ended it herself. */
export function pause(group: Group, reason: StandingReason): void {
  if (!group.standing || group.standing.state === 'ended') return;
  Object.assign(group.standing, { state: 'paused', reason, lapses: 0 });
}
