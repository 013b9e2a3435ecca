import type { RegistrationId } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import { isPast } from './answering.ts';
import {
  type Ask,
  bookedOf,
  type Group,
  groupOf,
  hour,
  liveAsk,
  liveOffer,
  type Model,
  type Offer,
  policy,
  waitingHelp,
} from './model.ts';
import { beginsAt } from './places.ts';
import type { LastView, StandingView, TownView } from './view.ts';

/** What everybody and the tables have to show. */
export function expectedView(model: Model, names: readonly string[]): TownView {
  const label = labelsOf(model);
  return {
    standing: Object.fromEntries(names.map((name) => [name, standingOf(model, groupOf(model, name))])),
    pools: model.pools.map(({ day, state }) => `${day} ${state}`),
    taken: [...model.slots.values()]
      .filter(({ taken }) => taken !== 0)
      .map(({ port, slot, taken }) => `${port} ${slot} ${taken}`)
      .sort(),
    told: [...model.groups.values()].flatMap(({ id, told }) => told.map((kind) => `${label(id)} ${kind}`)).sort(),
    wishes: [...model.groups.values()]
      .flatMap(({ id, standing }) => (standing ? [`${label(id)} ${standing.state} ${standing.reason ?? '-'}`] : []))
      .sort(),
    helps: model.helps
      .filter(({ state }) => state === 'waiting')
      .map(({ groupId, step }) => `${label(groupId)} ${step}`)
      .sort(),
    logs: model.pools.flatMap(({ day, log }) =>
      log.map(({ act, port, ask, size, why }, index) =>
        [day, index + 1, act, port, ask ? label(ask.groupId) : '-', size, why].join(' '),
      ),
    ),
  };
}

export function labelsOf({ accounts }: Pick<Model, 'accounts'>): (id: RegistrationId | null) => string {
  const labels = new Map([...accounts].map(([name, id]) => [id, name]));
  return (id) => (id ? (labels.get(id) ?? 'nobody') : 'nobody');
}

function standingOf(model: Model, group: Group | undefined): StandingView {
  if (!group) return { step: 'registering' };
  const { id, since, size: people, ports } = group;
  if (group.joinedInto) return { step: 'joined', since };
  const booked = bookedOf(model, id);
  if (booked) return { step: 'booked', since, port: booked.offer.port, slot: booked.slot, people: booked.size };
  const isStanding = group.standing?.state === 'live';
  const offer = liveOffer(model, id);
  if (offer) {
    const isKept = waitingHelp(model, id, 'confirm') !== undefined;
    if (!isPast(model, offer) || isKept) return offered(model, offer, since);
    const last: LastView = { how: 'lapsed', day: offer.ask.pool.day };
    return { step: 'registered', since, people, ports, isStanding, last: [last] };
  }
  const ask = liveAsk(model, id);
  if (ask) {
    const step = ask.state === 'waiting' ? 'waiting' : 'closed';
    return { step, since, people, day: ask.pool.day, ports: ask.ports, isStanding };
  }
  return { step: 'registered', since, people, ports, isStanding, last: lastOf(model, id) };
}

function offered(model: Model, offer: Offer, since: Instant): StandingView {
  const { port, slot, size, deadlineAt, misses } = offer;
  const isOver = isPast(model, offer);
  const hasRoom = deadlineAt < beginsAt(offer, slot) - policy.latestOfferHours * hour;
  const canExtend = offer.state === 'open' && !isOver && hasRoom;
  return { step: isOver ? 'held' : 'offered', since, port, slot, people: size, deadlineAt, canExtend, misses };
}

/** How the last request ended: each of those that ended at the same instant is right. */
function lastOf(model: Model, id: RegistrationId): readonly (LastView | null)[] {
  const ended = model.asks
    .filter(({ groupId, endedAt }) => groupId === id && endedAt !== null)
    .map((ask) => ({ view: lastView(model, ask), at: bookingOf(model, ask)?.endedAt ?? ask.endedAt ?? 0 }));
  const latest = Math.max(...ended.map(({ at }) => at));
  const views = ended.flatMap(({ view, at }) => (at === latest ? [view] : []));
  return views.length > 0 ? views : [null];
}

function lastView(model: Model, ask: Ask): LastView | null {
  const { day } = ask.pool;
  const booking = bookingOf(model, ask);
  if (booking?.state === 'cancelled' || booking?.state === 'missed') return { day, how: booking.state };
  if (ask.state === 'withdrawn' || ask.state === 'not-chosen') return { day, how: ask.state };
  const offer = model.offers.find((one) => one.ask === ask);
  return offer?.state === 'declined' || offer?.state === 'lapsed' ? { day, how: offer.state } : null;
}

function bookingOf({ bookings }: Model, ask: Ask) {
  return bookings.find(({ offer, state }) => offer.ask === ask && (state === 'cancelled' || state === 'missed'));
}
