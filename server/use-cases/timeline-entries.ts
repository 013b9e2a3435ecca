import type { PortCode } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Appointment } from '#server/db/repositories/appointments.ts';
import type { Assistance } from '#server/db/repositories/assistance.ts';
import type { GroupEvent } from '#server/db/repositories/group-events.ts';
import type { Offer } from '#server/db/repositories/offers.ts';
import type { Acceptance } from '#server/db/repositories/registrations.ts';
import type { PastRequest } from '#server/db/repositories/requests.ts';
import type { StandingRequest } from '#server/db/repositories/standing-requests.ts';
import type { TimelineEntry, TimelineKind } from '#server/services/pool.ts';
import { groupDay } from './group-record.ts';
import type { PolicyTools } from './tools.ts';

type Entries = readonly TimelineEntry[];

export function entry(kind: TimelineKind, at: Instant, facts: Partial<TimelineEntry> = {}): TimelineEntry {
  return { kind, at, day: null, port: null, slot: null, help: null, ...facts };
}

export function ofRequest(request: PastRequest, offers: readonly Offer[]): Entries {
  const { day, askedAt, state, endedAt, poolClosedAt, poolDrawnAt, repeatKey } = request;
  const kind = repeatKey?.startsWith('standing/') ? 'asked-standing' : 'asked';
  // One out of a pool that was postponed: she asked for that one.
  const asked = repeatKey?.startsWith('postponed/') ? [] : [entry(kind, askedAt, { day })];
  if (state === 'withdrawn') {
    // A place that came back took it out of the pool: that is told by the offer.
    const isByOffer = offers.some((offer) => offer.madeAt === endedAt);
    return endedAt === null || isByOffer ? asked : [...asked, entry('withdrawn', endedAt, { day })];
  }
  const inDraw = poolClosedAt === null ? [] : [entry('in-draw', poolClosedAt, { day })];
  if (state === 'postponed' && endedAt !== null) return [...asked, ...inDraw, entry('postponed', endedAt, { day })];
  const isNot = request.outcome === '-' && poolDrawnAt !== null;
  return [...asked, ...inDraw, ...(isNot ? [entry('not-chosen', poolDrawnAt, { day })] : [])];
}

export function ofOffer(offer: Offer): Entries {
  const facts: { readonly port: PortCode } & Partial<TimelineEntry> = {
    port: offer.port,
    day: offer.day,
    slot: offer.slotLocal,
  };
  const { madeAt, extendedAt, endedAt, state } = offer;
  const ends = { declined: 'declined', lapsed: 'lapsed', confirmed: 'confirmed' } as const;
  return [
    entry(offer.list === 'freed' ? 'offered-freed' : 'offered', madeAt, facts),
    ...(extendedAt === null ? [] : [entry('extended', extendedAt, facts)]),
    ...(endedAt !== null && state in ends ? [entry(ends[state as keyof typeof ends], endedAt, facts)] : []),
  ];
}

/** Who said that nobody came is told apart: her port may only have heard it from her. */
export function ofAppointment(appointment: Appointment): Entries {
  const { port, slotLocal: slot, state, endedAt, portSaidMissedAt, sheSaidMissedAt } = appointment;
  if (state === 'booked' || endedAt === null) return [];
  if (state !== 'missed') return [entry(state, endedAt, { port, slot })];
  return [
    ...(sheSaidMissedAt === null ? [] : [entry('missed-said', sheSaidMissedAt, { port, slot })]),
    ...(portSaidMissedAt === null ? [] : [entry('missed', portSaidMissedAt, { port, slot })]),
  ];
}

/** What was asked and what a person decided, with her reason, long after the card above is gone. */
export function ofHelp({ step, reason: about, askedAt, doneAt, decision, decisionReason }: Assistance): Entries {
  const asked = entry('help-asked', askedAt, { help: { step, about, reason: null } });
  if (doneAt === null || decision === null || decisionReason === null) return [asked];
  return [asked, entry(`help-${decision}`, doneAt, { help: { step, about, reason: decisionReason } })];
}

/** `booked` is told by the appointment, and a decline by itself. */
export function ofStanding(standing: StandingRequest | undefined): Entries {
  if (standing?.state === 'ended') return [entry('standing-ended', standing.changedAt)];
  const tells = ['no-sign', 'lapsed-twice', 'terms-changed', 'guardian-apart'];
  const isTold = standing?.state === 'paused' && tells.includes(standing.reason ?? '');
  return isTold ? [entry('standing-paused', standing.changedAt)] : [];
}

export function ofGroup(tools: PolicyTools, { kind, at, registeredAt }: GroupEvent): TimelineEntry {
  return entry(kind, at, { day: registeredAt === null ? null : groupDay(tools, registeredAt) });
}

/** Each version but the first, which is part of registering; in the language that was first. */
export function ofTerms(acceptances: readonly Acceptance[]): Entries {
  const first = new Map<string, Instant>();
  for (const { version, acceptedAt } of acceptances) {
    first.set(version, Math.min(acceptedAt, first.get(version) ?? acceptedAt) as Instant);
  }
  const [, ...later] = [...first.values()].toSorted((one, other) => one - other);
  return later.map((at) => entry('terms-accepted', at));
}

/** Her group's part of the way as a guest of it is told; null: the head's own business. */
const asGuest: Readonly<Partial<Record<TimelineKind, TimelineKind | null>>> = {
  asked: 'group-asked',
  'asked-standing': 'group-asked',
  withdrawn: 'group-withdrawn',
  declined: 'group-declined',
  confirmed: 'group-confirmed',
  cancelled: 'group-cancelled',
  extended: null,
  'missed-said': 'missed',
};

export function toldToGuest(one: TimelineEntry): Entries {
  const kind = asGuest[one.kind];
  if (kind === null) return [];
  return [kind === undefined ? one : { ...one, kind }];
}
