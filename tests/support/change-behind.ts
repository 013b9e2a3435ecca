import { expect } from '@playwright/test';
import { sql } from 'kysely';
import { type SignalKind, signalKinds } from '#core/eligibility/signals/signal.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Database } from '#server/db/database.ts';
import { addSignals } from '#server/db/repositories/signals.ts';
import { openDataOf } from './e2e-database.ts';
import type { RunningServer } from './running-server.ts';

/** Ports of one who asked for three, in their order: each turns her away for another reason. */
export const threePorts = ['laredo', 'nogales', 'san-ysidro'] as const;

type Details = readonly Readonly<Record<string, string | number>>[];

/** Each kind, so that none has a sentence that nobody looked at. */
const signals: Readonly<Record<SignalKind, Details>> = {
  automation: [{}],
  'software-renderer': [{ renderer: 'SwiftShader' }],
  'missing-sensors': [{}],
  'clock-off': [{ minutes: -754 }],
  'zone-unknown': [{}],
  'offset-unlike-zone': [{ timeZone: 'America/Argentina/ComodRivadavia' }],
  'zone-against-place': [{ timeZone: 'America/Argentina/ComodRivadavia' }],
  'languages-missing': [{}],
  'language-against-place': [{ language: 'zh-Hant-TW' }],
  'accuracy-too-good': [{ accuracyMeters: 0 }],
  'frozen-place': [{ times: 12 }],
  'still-place': [{ accuracyMeters: 4.2, times: 10 }],
  'impossible-travel': [{ kilometers: 2387, minutes: 14 }],
  'filled-too-fast': [
    { part: 'registering', seconds: 2.4 },
    { part: 'asking', seconds: 0.3 },
  ],
  'repeated-sequence': [{ registrations: 341 }],
  visitor: [{}],
};

/** What takes weeks, or many people, or a phone that is none: as if it had come about, in the data of a stopped server. */
export async function changeBehind(stopped: RunningServer): Promise<void> {
  const database = await openDataOf(stopped);
  await endPatience(database);
  await showAllSignals(database);
  await bringDayNear(database);
  await turnAway(database);
  await fillTime(database);
  await database.close();
}

/** Terms were others when one accepted them, and another has been silent for a month. */
async function endPatience(database: Database): Promise<void> {
  const { numAffectedRows } = await sql`
    update acceptances set version = '2026-06' where registration_id not in (select registration_id from requests)`.execute(
    database.kysely,
  );
  expect(numAffectedRows).toBe(1n);
  await sql`
    update standing_requests set last_sign_at = last_sign_at - interval '31 days'
    where state = 'live' and registration_id in (select registration_id from requests where state = 'withdrawn')
      and registration_id in (select id from registrations where is_together)
  `.execute(database.kysely);
}

/** Of the one who waits for a person. */
async function showAllSignals({ kysely }: Database): Promise<void> {
  const { registrationId, askedAt } = await kysely
    .selectFrom('assistance')
    .select(['registrationId', 'askedAt'])
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  const now = new Date(askedAt).getTime() as Instant;
  await addSignals(
    kysely,
    signalKinds.flatMap((kind) => signals[kind].map((detail) => ({ registrationId, kind, detail, now }))),
  );
}

/** The place of who asked for Nogales alone is tomorrow, and kept ten hours longer. */
async function bringDayNear({ kysely }: Database): Promise<void> {
  await sql`update slots set taken = 1 where port = 'nogales' and slot_local = '2027-03-12T09:00'`.execute(kysely);
  const { numAffectedRows } = await sql`
    update offers set slot_local = '2027-03-12T09:00', deadline_at = deadline_at + interval '10 hours'
    where port = 'nogales' and request_id in (select id from requests where cardinality(ports) = 1)`.execute(kysely);
  expect(numAffectedRows).toBe(1n);
}

/**
 * Who asked for three ports got none: too late by days, by number within her days, and later than all who got one. Her group
 * is too big for the places that free up, of which one would be hers at once.
 */
async function turnAway({ kysely }: Database): Promise<void> {
  const her = sql`(select id from requests where cardinality(ports) = 3)`;
  await sql`delete from offers where request_id in ${her}`.execute(kysely);
  await sql`
    update requests set state = 'not-chosen', outcome = '-', band = 1, size = 12, ended_at = asked_at
    where id in ${her}`.execute(kysely);
  const last = {
    laredo: { oldest: { band: 0, position: 2 }, shuffled: 1 },
    nogales: { oldest: { band: 1, position: 3 }, shuffled: 2 },
    'san-ysidro': { oldest: { band: 2, position: 4 }, shuffled: 3 },
  } satisfies Readonly<Record<(typeof threePorts)[number], unknown>>;
  const { numAffectedRows } = await sql`
    update draws set last_positions = ${JSON.stringify(last)}::jsonb,
      announcement = replace(announcement, '"bands":[]', '"bands":["2027-03-01T00:00:00Z"]')
    where announcement like '%"bands":[]%'`.execute(kysely);
  expect(numAffectedRows).toBe(1n);
}

/** The one appointment is at a time that has its place and no other. */
async function fillTime({ kysely }: Database): Promise<void> {
  const first = sql`(select min(slot_local) from slots where port = 'laredo' and day = '2027-03-21')`;
  await sql`
    update slots set places = 1, reserve = 0, taken = 1
    where port = 'laredo' and slot_local = ${first}`.execute(kysely);
  const { numAffectedRows } = await sql`
    update appointments set slot_local = ${first} where state = 'booked'`.execute(kysely);
  expect(numAffectedRows).toBe(1n);
}
