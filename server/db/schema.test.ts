import { type SelectType, sql } from 'kysely';
import { expect, test } from 'vitest';
import { freedActs, freedReasons } from '#core/draw/freed-log.ts';
import { sellerActs } from '#core/notice/seller-report.ts';
import { appointmentStates } from '#core/offer/appointment.ts';
import { offerStates } from '#core/offer/offer.ts';
import { poolStates } from '#core/pool/pool.ts';
import { requestStates } from '#core/pool/request.ts';
import { standingReasons, standingStates } from '#core/pool/standing-request.ts';
import { registrationStates } from '#core/registration/state.ts';
import { decisionReasons, decisions } from '#core/review/decision.ts';
import { reviewReasons } from '#core/review/reason.ts';
import { staffRoles } from '#core/staff/permissions.ts';
import { channels } from '#server/notify/contract.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import type { Schema } from './schema.ts';
import { sessionRoles } from './tables/accounts.ts';
import { statisticsStages } from './tables/draws.ts';
import { deliveryStates } from './tables/messages.ts';
import { assistanceStates, assistanceSteps, drawLists } from './tables/offers.ts';
import { repeatStates } from './tables/operation.ts';
import { groupCodeKinds, groupEventKinds } from './tables/registrations.ts';

/** Every column of the types, so that the compiler holds this list against them and the test against the database. */
type Columns = {
  readonly [Table in keyof Schema]: {
    readonly [Column in keyof Schema[Table]]: null extends SelectType<Schema[Table][Column]> ? 'null' : 'set';
  };
};

const columns: Columns = {
  accounts: {
    id: 'set',
    subjectToken: 'null',
    emailToken: 'null',
    emailSealed: 'null',
    locale: 'set',
    createdAt: 'set',
    recoveryToken: 'null',
    recoveryMadeAt: 'null',
    recoveryKeptAt: 'null',
  },
  accountDevices: { accountId: 'set', deviceToken: 'set', since: 'set' },
  freshCodes: { sessionHash: 'set', accountId: 'set', sealed: 'set', madeAt: 'set' },
  tries: { bucket: 'set', level: 'set', at: 'set' },
  staff: { emailToken: 'set', role: 'set', createdAt: 'set' },
  sessions: {
    tokenHash: 'set',
    accountId: 'null',
    role: 'set',
    locale: 'set',
    createdAt: 'set',
    seenAt: 'set',
    outcomePage: 'null',
    outcomeSealed: 'null',
    outcomeAt: 'null',
    flowSealed: 'null',
    formerAccountId: 'null',
  },
  registrations: {
    id: 'set',
    accountId: 'null',
    state: 'set',
    primaryLanguage: 'null',
    startedAt: 'set',
    registeredAt: 'null',
    secretSealed: 'set',
    portChoices: 'set',
    deviceToken: 'null',
    size: 'set',
    isTogether: 'set',
    joinedInto: 'null',
  },
  people: {
    id: 'set',
    registrationId: 'set',
    position: 'set',
    sealed: 'set',
    dataKeyWrapped: 'set',
    keyId: 'set',
    givenTokens: 'set',
    familyTokens: 'set',
    birthToken: 'null',
    birthYearToken: 'null',
    birthMonthDayToken: 'null',
    phoneToken: 'null',
    photoSealed: 'null',
    photoAt: 'null',
    registeredAt: 'null',
    homeId: 'null',
  },
  acceptances: {
    id: 'set',
    registrationId: 'set',
    document: 'set',
    version: 'set',
    locale: 'set',
    sha256: 'set',
    acceptedAt: 'set',
  },
  deviceRegistrations: { deviceToken: 'set', place: 'set', registrationId: 'set' },
  signals: { id: 'set', registrationId: 'set', kind: 'set', detail: 'set', at: 'set' },
  coarsePlaces: { id: 'set', registrationId: 'set', sealed: 'set', at: 'set', placeToken: 'null' },
  rhythms: { token: 'set', registrationId: 'set', at: 'set' },
  ports: { code: 'set', ordinal: 'set', timeZone: 'set', dailyPlaces: 'set' },
  slots: { port: 'set', slotLocal: 'set', day: 'set', places: 'set', reserve: 'set', taken: 'set' },
  pools: {
    day: 'set',
    drawNumber: 'set',
    state: 'set',
    policy: 'set',
    openedAt: 'set',
    closedAt: 'null',
    drawnAt: 'null',
  },
  requests: {
    id: 'set',
    registrationId: 'set',
    day: 'set',
    state: 'set',
    ports: 'set',
    size: 'set',
    registeredAt: 'set',
    askedAt: 'set',
    endedAt: 'null',
    dailyId: 'null',
    band: 'null',
    outcome: 'null',
    repeatKey: 'null',
    ticketPosition: 'null',
  },
  standingRequests: {
    registrationId: 'set',
    state: 'set',
    reason: 'null',
    since: 'set',
    changedAt: 'set',
    lastSignAt: 'set',
    warnedDays: 'null',
    lapses: 'set',
    lookedDay: 'set',
  },
  draws: {
    day: 'set',
    number: 'set',
    announcement: 'set',
    capacity: 'set',
    pool: 'set',
    previousResult: 'set',
    slotKeySealed: 'set',
    result: 'null',
    slots: 'null',
    reveal: 'null',
    seed: 'null',
    resultHash: 'null',
    slotRoot: 'null',
    cutoffs: 'null',
    drawnAt: 'null',
    lastPositions: 'null',
    season: 'null',
    draw: 'null',
    logSize: 'null',
    logRoot: 'null',
    summary: 'null',
    drandSignature: 'null',
  },
  seasons: { number: 'set', begunAt: 'set' },
  seasonParties: {
    season: 'set',
    ordinal: 'set',
    name: 'set',
    key: 'set',
    tip: 'set',
    length: 'set',
    escrow: 'null',
  },
  witnessJoins: { name: 'set', key: 'set', tip: 'set', length: 'set', escrow: 'null', joinedAt: 'set' },
  operatorKey: { id: 'set', publicKey: 'set', seedSealed: 'set' },
  drawParties: {
    day: 'set',
    ordinal: 'set',
    name: 'set',
    announcementSignature: 'null',
    registrationsSignature: 'null',
    reveal: 'null',
    summarySignature: 'null',
  },
  registrationLog: { n: 'set', leaf: 'set' },
  freedPlaces: {
    day: 'set',
    n: 'set',
    act: 'set',
    port: 'set',
    dailyId: 'set',
    size: 'set',
    why: 'set',
    link: 'set',
    slotLocal: 'null',
    at: 'set',
  },
  drawReleases: { day: 'set', announcementHash: 'set', person: 'set', actor: 'set', at: 'set' },
  drawStatistics: { day: 'set', stage: 'set', published: 'set', at: 'set' },
  policies: {
    name: 'set',
    beginsAt: 'set',
    policy: 'set',
    proposedBy: 'set',
    proposer: 'set',
    proposedAt: 'set',
    publishedBy: 'null',
    publishedAt: 'null',
  },
  operatorChain: { season: 'set', length: 'set', firstTip: 'set', lastSecretSealed: 'set' },
  offers: {
    id: 'set',
    requestId: 'set',
    day: 'set',
    registrationId: 'set',
    port: 'set',
    slotLocal: 'set',
    list: 'set',
    size: 'set',
    state: 'set',
    madeAt: 'set',
    deadlineAt: 'set',
    extendedAt: 'null',
    endedAt: 'null',
    misses: 'set',
  },
  appointments: {
    id: 'set',
    offerId: 'set',
    registrationId: 'set',
    port: 'set',
    slotLocal: 'set',
    size: 'set',
    state: 'set',
    code: 'set',
    proof: 'set',
    bookedAt: 'set',
    endedAt: 'null',
    sheSaidMissedAt: 'null',
    portSaidMissedAt: 'null',
  },
  assistance: {
    code: 'set',
    registrationId: 'set',
    step: 'set',
    state: 'set',
    askedAt: 'set',
    doneAt: 'null',
    doneBy: 'null',
    reason: 'set',
    found: 'set',
    statementSealed: 'null',
    maySeePhoto: 'set',
    livePhotoSealed: 'null',
    decision: 'null',
    decisionReason: 'null',
    noteSealed: 'null',
    askedBy: 'null',
    enteredAt: 'null',
  },
  outbox: {
    id: 'set',
    kind: 'set',
    registrationId: 'set',
    detail: 'set',
    createdAt: 'set',
    nextAt: 'set',
    sentAt: 'null',
    receipt: 'null',
    tries: 'set',
  },
  sandboxMailbox: { id: 'set', toToken: 'null', sealed: 'set', at: 'set' },
  messageCodes: { token: 'set', kind: 'set', at: 'set' },
  pushSubscriptions: {
    id: 'set',
    accountId: 'set',
    deviceToken: 'set',
    endpointToken: 'set',
    sealed: 'set',
    createdAt: 'set',
  },
  messageChoices: { accountId: 'set', isDiscreet: 'set' },
  deliveries: {
    id: 'set',
    outboxId: 'set',
    channel: 'set',
    subscriptionId: 'null',
    state: 'set',
    madeAt: 'set',
    nextAt: 'set',
    endedAt: 'null',
    tries: 'set',
    receipt: 'null',
    failure: 'null',
  },
  sellerReports: { id: 'set', act: 'set', sealed: 'set', at: 'set' },
  textReports: { id: 'set', token: 'set', locale: 'set', screen: 'set', sealed: 'set', times: 'set', at: 'set' },
  repeats: { key: 'set', requestHash: 'set', state: 'set', status: 'null', answerSealed: 'null', createdAt: 'set' },
  captchaUses: { id: 'set', until: 'set' },
  audit: { id: 'set', at: 'set', actor: 'set', action: 'set', detail: 'set' },
  changes: { id: 'set', registrationId: 'set', personId: 'set', step: 'set', oldSealed: 'null', at: 'set' },
  groupEvents: { id: 'set', registrationId: 'set', kind: 'set', at: 'set', registeredAt: 'null' },
  groupCodes: {
    token: 'set',
    kind: 'set',
    registrationId: 'set',
    madeAt: 'set',
    expiresAt: 'set',
    usedAt: 'null',
  },
  groupCodeTries: { id: 'set', accountId: 'set', at: 'set' },
  keyChecks: { keyId: 'set', sealed: 'set', token: 'set' },
};

/** Constraint by the list that it has to allow, and nothing else. */
const lists: Readonly<Record<string, readonly string[]>> = {
  staff_role: staffRoles,
  sessions_role: sessionRoles,
  registrations_state: registrationStates,
  pools_state: poolStates,
  requests_state: requestStates,
  standing_requests_state: standingStates,
  standing_requests_reason: standingReasons,
  freed_places_act: freedActs,
  freed_places_why: freedReasons,
  draw_statistics_stage: statisticsStages,
  offers_list: drawLists,
  offers_state: offerStates,
  appointments_state: appointmentStates,
  assistance_step: assistanceSteps,
  assistance_state: assistanceStates,
  deliveries_channel: channels,
  deliveries_state: deliveryStates,
  seller_reports_act: sellerActs,
  assistance_reason: reviewReasons,
  assistance_decision: decisions,
  assistance_decision_reason: decisionReasons,
  group_codes_kind: groupCodeKinds,
  group_events_kind: groupEventKinds,
  repeats_state: repeatStates,
};

eachDatabase((_, open) => {
  test('the types name the columns that there are, and which of them may be null', async () => {
    const { kysely } = await open();
    const { rows } = await sql<{ table: string; column: string; nullable: string }>`
      select table_name as "table", column_name as "column", is_nullable as nullable from information_schema.columns
      where table_schema = 'public' and table_name not like 'kysely_%'`.execute(kysely);
    const found = rows.map((row) => `${row.table}.${row.column} ${row.nullable === 'YES' ? 'null' : 'set'}`);
    const expected = Object.entries(columns).flatMap(([table, ofTable]) =>
      Object.entries(ofTable).map(([column, kind]) => `${snake(table)}.${snake(column)} ${kind}`),
    );
    expect(found.sort()).toEqual(expected.sort());
  });

  test('a check constraint allows exactly the states that the core knows', async () => {
    const { kysely } = await open();
    const { rows } = await sql<{ name: string; definition: string }>`
      select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
      where contype = 'c' and conname in (${sql.join(Object.keys(lists))})`.execute(kysely);
    const found = rows.map(({ name, definition }) => [name, quoted(definition)]);
    const expected = Object.entries(lists).map(([name, list]) => [name, [...list].sort()]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  test('migrating again changes nothing', async () => {
    const database = await open();
    await database.migrate();
    expect(await database.kysely.selectFrom('pools').selectAll().execute()).toEqual([]);
  });
});

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function quoted(definition: string): readonly string[] {
  return [...definition.matchAll(/'([^']*)'::text/g)].map((match) => match[1] ?? '').sort();
}
