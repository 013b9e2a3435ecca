import type { AccountId, RegistrationId } from '#core/ids.ts';
import type { Instant, LocalMinute } from '#core/time/instant.ts';
import { appointmentsOf } from '#server/db/repositories/appointments.ts';
import { assistanceOf } from '#server/db/repositories/assistance.ts';
import { groupEventsOf } from '#server/db/repositories/group-events.ts';
import { offersOf } from '#server/db/repositories/offers.ts';
import { findAcceptances, findRegistrationOf, type Registration } from '#server/db/repositories/registrations.ts';
import { requestsOf } from '#server/db/repositories/requests.ts';
import { findStandingRequest } from '#server/db/repositories/standing-requests.ts';
import type { Db } from '#server/db/schema.ts';
import { type TimelineEntry, type TimelineKind, timelineKinds } from '#server/services/pool.ts';
import { guestsOf } from './her-people.ts';
import { readPeople } from './person-record.ts';
import {
  entry,
  ofAppointment,
  ofGroup,
  ofHelp,
  ofOffer,
  ofRequest,
  ofStanding,
  ofTerms,
  toldToGuest,
} from './timeline-entries.ts';
import type { Tools } from './tools.ts';

/** What happened to a person so far, told from the tables themselves, the newest first. */
export async function timeline(tools: Tools, accountId: AccountId): Promise<readonly TimelineEntry[]> {
  const db = tools.db.kysely;
  const registration = await findRegistrationOf(db, accountId);
  if (!registration || registration.registeredAt === null) return [];
  const { id, joinedInto, registeredAt } = registration;
  const group = (await groupEventsOf(db, id)).map((event) => ofGroup(tools, event));
  const entries = [
    entry('registered', await ownDate(tools, { id, joinedInto, registeredAt })),
    ...group,
    ...ofTerms(await findAcceptances(db, id, 'terms')),
    ...(await ofDraws(db, id)),
    ...(await assistanceOf(db, id)).flatMap(ofHelp),
    ...ofStanding(await findStandingRequest(db, id)),
    ...(joinedInto === null ? [] : await ofHost(tools, joinedInto, lastJoined(group))),
  ];
  // Of two at the same moment, the one that leads to the other happened first.
  const rank = (kind: TimelineKind) => timelineKinds.indexOf(kind);
  return entries.sort((one, other) => other.at - one.at || rank(other.kind) - rank(one.kind));
}

/** The day on which she registered herself: that of her group moves with whoever comes and goes. */
async function ownDate(
  tools: Tools,
  of: Pick<Registration, 'id' | 'joinedInto'> & { readonly registeredAt: Instant },
): Promise<Instant> {
  const people = await readPeople(tools, tools.db.kysely, of.joinedInto ?? of.id);
  const [self] = of.joinedInto === null ? people : guestsOf(of.id, people);
  return self?.registeredAt ?? of.registeredAt;
}

async function ofDraws(db: Db, id: RegistrationId): Promise<readonly TimelineEntry[]> {
  const offers = await offersOf(db, id);
  const requests = await requestsOf(db, id);
  const appointments = await appointmentsOf(db, id);
  return [
    ...requests.flatMap((request) => ofRequest(request, offers)),
    ...offers.flatMap(ofOffer),
    ...appointments.flatMap(ofAppointment),
  ];
}

/** What became of the group that she is in, since she came: she has no draw of her own there. */
async function ofHost(tools: Tools, host: RegistrationId, since: Instant): Promise<readonly TimelineEntry[]> {
  const db = tools.db.kysely;
  const moves = (await groupEventsOf(db, host))
    .map((event) => ofGroup(tools, event))
    .filter(({ kind }) => kind === 'date-moved');
  return [...moves, ...(await ofDraws(db, host))].filter(({ at }) => at >= since).flatMap(toldToGuest);
}

function lastJoined(group: readonly TimelineEntry[]): Instant {
  return Math.max(0, ...group.filter(({ kind }) => kind === 'joined').map(({ at }) => at)) as Instant;
}

/** The slot of the appointment that hers took the place of. */
export async function movedFrom(tools: Tools, accountId: AccountId): Promise<LocalMinute | null> {
  const registration = await findRegistrationOf(tools.db.kysely, accountId);
  const all = registration ? await appointmentsOf(tools.db.kysely, registration.id) : [];
  const booked = all.find((one) => one.state === 'booked');
  const moved = all.filter((one) => one.state === 'moved' && one.offerId === booked?.offerId);
  return moved.toSorted((one, other) => (other.endedAt ?? 0) - (one.endedAt ?? 0))[0]?.slotLocal ?? null;
}
