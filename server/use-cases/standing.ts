import type { AccountId, PersonId, RegistrationId } from '#core/ids.ts';
import { lastAnswerAt } from '#core/offer/freed-offer.ts';
import { canExtend, isPast } from '#core/offer/offer.ts';
import { policyAt, policyNamed } from '#core/policy/policy.ts';
import { portOf } from '#core/policy/ports.ts';
import { mostLapses, type OurStop } from '#core/pool/standing-request.ts';
import { closesAt } from '#core/pool/window.ts';
import type { Answers } from '#core/registration/answers.ts';
import { ownAnswers } from '#core/registration/steps.ts';
import type { Instant } from '#core/time/instant.ts';
import { instantAt } from '#core/time/zone.ts';
import { type Appointment, findBooked } from '#server/db/repositories/appointments.ts';
import { findWaitingAssistance } from '#server/db/repositories/assistance.ts';
import { findLiveOffer, type Offer } from '#server/db/repositories/offers.ts';
import { findPool } from '#server/db/repositories/pools.ts';
import {
  findRegistration,
  findRegistrationOf,
  hasAccepted,
  type Registration,
} from '#server/db/repositories/registrations.ts';
import { type EndedRequest, findLastEnded, findLiveRequest } from '#server/db/repositories/requests.ts';
import { findStandingRequest, type StandingRequest } from '#server/db/repositories/standing-requests.ts';
import type { AppointmentView } from '#server/services/confirmation.ts';
import type { GuardianNeeded, LastRequest, OfferView, Standing } from '#server/services.ts';
import { isDayPast } from './appointment-acts.ts';
import { countingOf, problemOf } from './group-record.ts';
import { nextOfGroup } from './next-question.ts';
import { head, readPeople, readPerson } from './person-record.ts';
import { policyNow, type Tools } from './tools.ts';

/** Where a person stands, for every page of hers: the furthest she has come counts. */
export async function standing(tools: Tools, accountId: AccountId): Promise<Standing> {
  const db = tools.db.kysely;
  const registration = await findRegistrationOf(db, accountId);
  if (!registration || registration.registeredAt === null) {
    const people = registration ? await readPeople(tools, db, registration.id) : [];
    const answers = people.find(({ position }) => position === head)?.answers ?? {};
    return { step: 'registering', ...nextOfGroup(tools, people), answers };
  }
  const { joinedInto } = registration;
  if (joinedInto === null) return ofGroup(tools, registration, registration.registeredAt);
  const host = await findRegistration(db, joinedInto);
  // Its head may delete it at this very moment.
  const group =
    host && host.registeredAt !== null ? (await ofGroup(tools, host, host.registeredAt)).step : 'registered';
  return { step: 'joined', registeredAt: registration.registeredAt, group };
}

type OfGroup = Exclude<Standing, { readonly step: 'registering' | 'joined' }>;

/** The same of a group that asks for itself. */
async function ofGroup(tools: Tools, registration: Registration, registeredAt: Instant): Promise<OfGroup> {
  const db = tools.db.kysely;
  const people = registration.size;
  const booked = await findBooked(db, registration.id);
  if (booked) return withAppointment(tools, registeredAt, booked);
  const offer = await findLiveOffer(db, registration.id);
  if (offer) return withOffer(tools, { ...registration, registeredAt }, offer);
  const asksDaily = await findStandingRequest(db, registration.id);
  const isStanding = asksDaily?.state === 'live';
  const request = await findLiveRequest(db, registration.id);
  if (request) {
    const step = request.state === 'waiting' ? 'waiting' : 'closed';
    const { day, ports, askedAt } = request;
    const pool = await findPool(db, day);
    if (!pool) throw new Error(`expected the pool of ${day}, which a request is in, found none`);
    const { requestWindow } = policyNamed(pool.policy, tools.policies);
    return { step, registeredAt, people, day, ports, askedAt, closesAt: closesAt(day, requestWindow), isStanding };
  }
  const ended = await findLastEnded(db, registration.id);
  const last = ended ? lastView(ended) : null;
  const needs = {
    needsTerms: await needsTerms(tools, registration.id),
    needsGuardian: await guardianNeeded(tools, registration, isStanding || asksDaily?.reason === 'guardian-apart'),
  };
  const stopped = asksDaily && (last === null || asksDaily.changedAt >= last.at) ? ourStop(asksDaily, needs) : null;
  const { portChoices } = registration;
  return { step: 'registered', registeredAt, people, portChoices, last, stopped, isStanding, ...needs };
}

type Needs = { readonly needsTerms: boolean; readonly needsGuardian: GuardianNeeded | null };

function ourStop({ state, reason }: StandingRequest, { needsTerms: terms, needsGuardian }: Needs): OurStop | null {
  if (state !== 'paused') return null;
  if (reason === 'no-sign') return reason;
  if (reason === 'terms-changed') return terms ? reason : null;
  return reason === 'guardian-apart' && needsGuardian !== null ? reason : null;
}

/** Past its deadline an offer has lapsed, whether or not the schedule has come to it, or waits for a person. */
async function withOffer(
  tools: Tools,
  {
    id,
    registeredAt,
    portChoices,
    size,
  }: Pick<Registration, 'id' | 'portChoices' | 'size'> & { readonly registeredAt: Instant },
  offer: Offer,
): Promise<OfGroup> {
  const asksDaily = await findStandingRequest(tools.db.kysely, id);
  const isStanding = asksDaily?.state === 'live';
  const asksAgain = isStanding && asksDaily.lapses + 1 < mostLapses;
  const view = { ...offerView(offer, tools), asksAgain };
  if (!isPast(offer, tools.now())) return { step: 'offered', registeredAt, offer: view };
  // She may have asked for help with another request since.
  const isHeld = (await findWaitingAssistance(tools.db.kysely, id, 'confirm')) !== undefined;
  if (isHeld) return { step: 'held', registeredAt, offer: view };
  const last = { day: offer.day, how: 'lapsed', at: offer.deadlineAt } as const;
  return {
    step: 'registered',
    registeredAt,
    people: size,
    portChoices,
    last,
    stopped: null,
    isStanding,
    needsTerms: await needsTerms(tools, id),
    // Nobody comes or goes while there is an offer.
    needsGuardian: null,
  };
}

/** Her group as it is now: the schedule looks at it when a pool opens, and she may ask before. A child may be of age by now. */
async function guardianNeeded(
  tools: Tools,
  { id, isTogether }: Pick<Registration, 'id' | 'isTogether'>,
  asksDaily: boolean,
): Promise<GuardianNeeded | null> {
  if (isTogether) return null;
  const problem = problemOf(tools, countingOf(await readPeople(tools, tools.db.kysely, id)));
  if (problem?.kind !== 'guardian-apart') return null;
  return asksDaily ? 'to-ask-daily' : 'to-ask';
}

async function needsTerms(tools: Tools, id: RegistrationId): Promise<boolean> {
  return !(await hasAccepted(tools.db.kysely, id, policyNow(tools).termsVersion));
}

/** Answers opened to fill in forms: the head's own, or those of a person of her group; null where she has no such person. */
export async function answers(
  tools: Tools,
  accountId: AccountId,
  person: PersonId | null,
): Promise<Partial<Answers> | null> {
  const registration = await findRegistrationOf(tools.db.kysely, accountId);
  const record =
    registration && (await readPerson(tools, tools.db.kysely, { registrationId: registration.id, person }));
  if (!record) return person === null ? {} : null;
  // What a guest of hers told once for her own people is nobody else's.
  const isMember = person !== null && record.position !== head;
  return isMember ? ownAnswers(record.answers, policyNow(tools).questions) : record.answers;
}

function offerView(offer: Offer, tools: Tools): Omit<OfferView, 'asksAgain'> {
  const { timeZone } = portOf(offer.port);
  const startsAt = instantAt(offer.slotLocal, timeZone);
  return {
    id: offer.id,
    port: offer.port,
    portZone: timeZone,
    slot: offer.slotLocal,
    startsAt,
    deadlineAt: offer.deadlineAt,
    size: offer.size,
    // Who comes alone is the only adult there is.
    whoConfirms: offer.size > 1 ? policyNow(tools).whoConfirms : 'head',
    canExtend: canExtend(offer, tools.now(), lastAnswerAt(startsAt, policyAt(tools.now(), tools.policies))),
    isExtended: offer.state === 'extended',
    misses: offer.misses,
  };
}

function withAppointment(tools: Tools, registeredAt: Instant, booked: Appointment): OfGroup {
  const isOver = isDayPast(booked, tools.now());
  return { step: 'booked', registeredAt, appointment: appointmentView(booked), isOver };
}

function appointmentView(appointment: Appointment): AppointmentView {
  const { timeZone } = portOf(appointment.port);
  return {
    id: appointment.id,
    port: appointment.port,
    portZone: timeZone,
    slot: appointment.slotLocal,
    startsAt: instantAt(appointment.slotLocal, timeZone),
    size: appointment.size,
    code: appointment.code,
    proof: appointment.proof,
  };
}

function lastView(ended: EndedRequest): LastRequest | null {
  const { day, state, offerState, endedAt, appointmentState, appointmentEndedAt } = ended;
  if (appointmentState === 'cancelled' || appointmentState === 'missed')
    return { day, how: appointmentState, at: appointmentEndedAt ?? endedAt };
  if (state === 'withdrawn' || state === 'not-chosen') return { day, how: state, at: endedAt };
  if (offerState === 'declined' || offerState === 'lapsed') return { day, how: offerState, at: endedAt };
  return null;
}
