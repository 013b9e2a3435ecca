import type { AccountId, PortCode } from '#core/ids.ts';
import { portOf } from '#core/policy/ports.ts';
import type { Instant, LocalMinute } from '#core/time/instant.ts';
import { type Appointment, appointmentsOf } from '#server/db/repositories/appointments.ts';
import { type Assistance, assistanceOf } from '#server/db/repositories/assistance.ts';
import { type Offer, offersOf } from '#server/db/repositories/offers.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import { type PastRequest, requestsOf } from '#server/db/repositories/requests.ts';
import { findStandingRequest, type StandingRequest } from '#server/db/repositories/standing-requests.ts';
import { type TimelineEntry, type TimelineKind, timelineKinds } from '#server/services/pool.ts';
import type { Tools } from './tools.ts';

/** What happened to a person so far, told from the tables themselves, the newest first. */
export async function timeline(tools: Tools, accountId: AccountId): Promise<readonly TimelineEntry[]> {
  const db = tools.db.kysely;
  const registration = await findRegistrationOf(db, accountId);
  if (!registration || registration.registeredAt === null) return [];
  const { id, registeredAt } = registration;
  const [requests, offers, appointments, helps, standing] = [
    await requestsOf(db, id),
    await offersOf(db, id),
    await appointmentsOf(db, id),
    await assistanceOf(db, id),
    await findStandingRequest(db, id),
  ];
  const entries = [
    entry('registered', registeredAt),
    ...requests.flatMap((request) => ofRequest(request, offers)),
    ...offers.flatMap(ofOffer),
    ...appointments.flatMap(ofAppointment),
    ...helps.flatMap(ofHelp),
    ...ofStanding(standing),
  ];
  // Of two at the same moment, the one that leads to the other happened first.
  const rank = (kind: TimelineKind) => timelineKinds.indexOf(kind);
  return entries.sort((one, other) => other.at - one.at || rank(other.kind) - rank(one.kind));
}

/** The slot of the appointment that hers took the place of. */
export async function movedFrom(tools: Tools, accountId: AccountId): Promise<LocalMinute | null> {
  const registration = await findRegistrationOf(tools.db.kysely, accountId);
  const all = registration ? await appointmentsOf(tools.db.kysely, registration.id) : [];
  const booked = all.find((one) => one.state === 'booked');
  const moved = all.filter((one) => one.state === 'moved' && one.offerId === booked?.offerId);
  return moved.toSorted((one, other) => (other.endedAt ?? 0) - (one.endedAt ?? 0))[0]?.slotLocal ?? null;
}

function entry(kind: TimelineKind, at: Instant, facts: Partial<TimelineEntry> = {}): TimelineEntry {
  return { kind, at, zone: null, day: null, port: null, slot: null, ...facts };
}

function atPort(port: PortCode) {
  return { port, zone: portOf(port).timeZone };
}

function ofRequest(request: PastRequest, offers: readonly Offer[]): readonly TimelineEntry[] {
  const { day, askedAt, state, endedAt, poolClosedAt, poolDrawnAt, repeatKey } = request;
  const facts = { day, zone: request.ports[0] ? portOf(request.ports[0]).timeZone : null };
  const kind = repeatKey?.startsWith('standing/') ? 'asked-standing' : 'asked';
  // One out of a pool that was postponed: she asked for that one.
  const asked = repeatKey?.startsWith('postponed/') ? [] : [entry(kind, askedAt, facts)];
  if (state === 'withdrawn') {
    // A place that came back took it out of the pool: that is told by the offer.
    const isByOffer = offers.some((offer) => offer.madeAt === endedAt);
    return endedAt === null || isByOffer ? asked : [...asked, entry('withdrawn', endedAt, facts)];
  }
  const inDraw = poolClosedAt === null ? [] : [entry('in-draw', poolClosedAt, facts)];
  if (state === 'postponed' && endedAt !== null) return [...asked, ...inDraw, entry('postponed', endedAt, facts)];
  const isNot = request.outcome === '-' && poolDrawnAt !== null;
  return [...asked, ...inDraw, ...(isNot ? [entry('not-chosen', poolDrawnAt, facts)] : [])];
}

function ofOffer(offer: Offer): readonly TimelineEntry[] {
  const facts = { ...atPort(offer.port), day: offer.day, slot: offer.slotLocal };
  const { madeAt, extendedAt, endedAt, state } = offer;
  const ends = { declined: 'declined', lapsed: 'lapsed', confirmed: 'confirmed' } as const;
  return [
    entry(offer.list === 'freed' ? 'offered-freed' : 'offered', madeAt, facts),
    ...(extendedAt === null ? [] : [entry('extended', extendedAt, facts)]),
    ...(endedAt !== null && state in ends ? [entry(ends[state as keyof typeof ends], endedAt, facts)] : []),
  ];
}

function ofAppointment({ port, slotLocal, state, endedAt }: Appointment): readonly TimelineEntry[] {
  if (state === 'booked' || endedAt === null) return [];
  return [entry(state, endedAt, { ...atPort(port), slot: slotLocal })];
}

function ofHelp({ askedAt, doneAt, state }: Assistance): readonly TimelineEntry[] {
  const asked = entry('help-asked', askedAt);
  return state === 'done' && doneAt !== null ? [asked, entry('help-done', doneAt)] : [asked];
}

/** `booked` is told by the appointment, and a decline by itself. */
function ofStanding(standing: StandingRequest | undefined): readonly TimelineEntry[] {
  if (standing?.state === 'ended') return [entry('standing-ended', standing.changedAt)];
  const tells = ['no-sign', 'lapsed-twice', 'terms-changed', 'guardian-apart'];
  const isTold = standing?.state === 'paused' && tells.includes(standing.reason ?? '');
  return isTold ? [entry('standing-paused', standing.changedAt)] : [];
}
