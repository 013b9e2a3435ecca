import type { Generated, Kysely, Transaction } from 'kysely';
import type { FreedAct, FreedReason } from '#core/draw/freed-log.ts';
import type { LastPositions } from '#core/draw/last-positions.ts';
import type { AccountId, AppointmentId, OfferId, PersonId, PortCode, RegistrationId, RequestId } from '#core/ids.ts';
import type { SellerAct } from '#core/notice/seller-report.ts';
import type { AppointmentState } from '#core/offer/appointment.ts';
import type { OfferState } from '#core/offer/offer.ts';
import type { PoolState } from '#core/pool/pool.ts';
import type { RequestState } from '#core/pool/request.ts';
import type { StandingReason, StandingState } from '#core/pool/standing-request.ts';
import type { RegistrationState } from '#core/registration/state.ts';
import type { Decision, DecisionReason } from '#core/review/decision.ts';
import type { Found, ReviewReason } from '#core/review/reason.ts';
import type { StaffRole } from '#core/staff/permissions.ts';
import type { LocalDay, LocalMinute, TimeZone } from '#core/time/instant.ts';
import type { Channel } from '#server/notify/contract.ts';
import type { Fixed, Json, NullableTimestamp, Timestamp } from './columns.ts';

/** The tables as Kysely sees them: camelCase here, snake_case in SQL. A test holds them against information_schema. */
export type Schema = {
  readonly accounts: AccountsTable;
  readonly staff: StaffTable;
  readonly sessions: SessionsTable;
  readonly registrations: RegistrationsTable;
  readonly people: PeopleTable;
  readonly acceptances: AcceptancesTable;
  readonly deviceRegistrations: DeviceRegistrationsTable;
  readonly signals: SignalsTable;
  readonly coarsePlaces: CoarsePlacesTable;
  readonly rhythms: RhythmsTable;
  readonly ports: PortsTable;
  readonly slots: SlotsTable;
  readonly pools: PoolsTable;
  readonly requests: RequestsTable;
  readonly standingRequests: StandingRequestsTable;
  readonly draws: DrawsTable;
  readonly freedPlaces: FreedPlacesTable;
  readonly operatorChain: OperatorChainTable;
  readonly offers: OffersTable;
  readonly appointments: AppointmentsTable;
  readonly assistance: AssistanceTable;
  readonly outbox: OutboxTable;
  readonly sandboxMailbox: SandboxMailboxTable;
  readonly messageCodes: MessageCodesTable;
  readonly pushSubscriptions: PushSubscriptionsTable;
  readonly messageChoices: MessageChoicesTable;
  readonly deliveries: DeliveriesTable;
  readonly sellerReports: SellerReportsTable;
  readonly repeats: RepeatsTable;
  readonly captchaUses: CaptchaUsesTable;
  readonly audit: AuditTable;
  readonly keyChecks: KeyChecksTable;
  readonly accountDevices: AccountDevicesTable;
  readonly freshCodes: FreshCodesTable;
  readonly tries: TriesTable;
  readonly changes: ChangesTable;
  readonly groupCodes: GroupCodesTable;
  readonly groupCodeTries: GroupCodeTriesTable;
};

/** What every repository function takes: the database, or the transaction that its caller is in. */
export type Db = Kysely<Schema> | Transaction<Schema>;
export type Trx = Transaction<Schema>;

// Lists that the core doesn't know. A test holds these and the core's unions against the check constraints.
export const sessionRoles = ['anonymous', 'applicant', 'operator', 'officer'] as const;
/** The draw's two lists, and `freed` for a place that came after it. */
export const drawLists = ['oldest', 'shuffled', 'freed'] as const;
export const assistanceSteps = ['ask', 'confirm', 'newborn'] as const;
export const assistanceStates = ['waiting', 'done', 'withdrawn'] as const;
export const deliveryStates = ['waiting', 'sent', 'failed', 'dropped'] as const;
export const groupCodeKinds = ['hand-over', 'join'] as const;
export const repeatStates = ['running', 'done'] as const;

export type SessionRole = (typeof sessionRoles)[number];
export type DrawList = (typeof drawLists)[number];
export type AssistanceStep = (typeof assistanceSteps)[number];
export type AssistanceState = (typeof assistanceStates)[number];
export type DeliveryState = (typeof deliveryStates)[number];
export type GroupCodeKind = (typeof groupCodeKinds)[number];
export type RepeatState = (typeof repeatStates)[number];

type AccountsTable = {
  id: Generated<AccountId>;
  /** Keyed token of issuer and subject. This and the two of the e-mail: all three or none. */
  subjectToken: string | null;
  emailToken: string | null;
  emailSealed: Uint8Array | null;
  locale: string;
  createdAt: Timestamp;
  /** Slow keyed hash of the recovery code; the code itself is nowhere. */
  recoveryToken: string | null;
  recoveryMadeAt: NullableTimestamp;
  /** She has proved that she kept the code. */
  recoveryKeptAt: NullableTimestamp;
};

/** Where an account was used: there its recovery code needs no second factor. */
type AccountDevicesTable = { accountId: Fixed<AccountId>; deviceToken: Fixed<string>; since: Timestamp };

/** A code that one session still shows, sealed for `fresh_codes` and the session's hash. */
type FreshCodesTable = { sessionHash: Fixed<string>; accountId: AccountId; sealed: Uint8Array; madeAt: Timestamp };

/** `bucket` is a keyed token: of a session, a code, a network address, or of all. */
type TriesTable = { bucket: Fixed<string>; level: number; at: Timestamp };

type StaffTable = { emailToken: Fixed<string>; role: StaffRole; createdAt: Timestamp };

type SessionsTable = {
  tokenHash: Fixed<string>;
  accountId: AccountId | null;
  role: SessionRole;
  locale: string;
  createdAt: Timestamp;
  seenAt: Timestamp;
  /** The path, without locale, of the page that the outcome is for. All three or none. */
  outcomePage: string | null;
  outcomeSealed: Uint8Array | null;
  outcomeAt: NullableTimestamp;
  flowSealed: Uint8Array | null;
  /** Whose values wait here after the session expired: given back to this account only. */
  formerAccountId: AccountId | null;
};

type RegistrationsTable = {
  id: Generated<RegistrationId>;
  /** null: split off, and waiting for whoever brings its code; or of nobody any more (state `closed`), kept for its draws. */
  accountId: AccountId | null;
  state: RegistrationState;
  primaryLanguage: string | null;
  startedAt: Timestamp;
  /** The date in line. */
  registeredAt: NullableTimestamp;
  /** The registration's random secret, from which the draw's daily ids come. */
  secretSealed: Uint8Array;
  portChoices: Generated<readonly PortCode[]>;
  deviceToken: string | null;
  /** People of the group who count: what a request asks places for. */
  size: Generated<number>;
  /** Of a joined one: where its people are. */
  joinedInto: RegistrationId | null;
};

type PeopleTable = {
  id: Generated<PersonId>;
  registrationId: RegistrationId;
  position: number;
  sealed: Uint8Array;
  dataKeyWrapped: Uint8Array;
  keyId: string;
  givenTokens: Generated<readonly string[]>;
  familyTokens: Generated<readonly string[]>;
  birthToken: string | null;
  birthYearToken: string | null;
  birthMonthDayToken: string | null;
  phoneToken: string | null;
  photoSealed: Uint8Array | null;
  photoAt: NullableTimestamp;
  /** Since when she counts in the line; null while her answers are still being asked. */
  registeredAt: NullableTimestamp;
  /** The registration that she came with, where she joined another's group. */
  homeId: RegistrationId | null;
};

type AcceptancesTable = {
  id: Generated<string>;
  registrationId: Fixed<RegistrationId>;
  document: string;
  version: string;
  locale: string;
  /** 64 hex: of the text that was shown. */
  sha256: string;
  acceptedAt: Timestamp;
};

/** `place` counts from 1 to the limit, so two who come at once can't both take the last one. */
type DeviceRegistrationsTable = { deviceToken: string; place: number; registrationId: RegistrationId };

type SignalsTable = {
  id: Generated<string>;
  registrationId: RegistrationId;
  kind: string;
  detail: Json<Readonly<Record<string, string | number | boolean>>>;
  at: Timestamp;
};

type CoarsePlacesTable = {
  id: Generated<string>;
  registrationId: RegistrationId;
  sealed: Uint8Array;
  at: Timestamp;
  /** Keyed, over registration and coordinates: only the very same place again is known by it. */
  placeToken: string | null;
};

/** Keyed tokens of the pauses between somebody's touches, to know a program by. */
type RhythmsTable = { token: Fixed<string>; registrationId: Fixed<RegistrationId>; at: Timestamp };

type PortsTable = { code: PortCode; ordinal: number; timeZone: TimeZone; dailyPlaces: number };

type SlotsTable = {
  port: PortCode;
  slotLocal: LocalMinute;
  day: LocalDay;
  places: number;
  reserve: number;
  taken: Generated<number>;
};

type PoolsTable = {
  day: LocalDay;
  drawNumber: number;
  state: PoolState;
  policy: string;
  openedAt: Timestamp;
  closedAt: NullableTimestamp;
  drawnAt: NullableTimestamp;
};

type RequestsTable = {
  id: Generated<RequestId>;
  registrationId: Fixed<RegistrationId>;
  day: Fixed<LocalDay>;
  state: RequestState;
  ports: readonly PortCode[];
  size: number;
  registeredAt: Timestamp;
  askedAt: Timestamp;
  endedAt: NullableTimestamp;
  /** 64 hex and the band of seniority, set when the pool closes. */
  dailyId: string | null;
  band: number | null;
  /** The draw's outcome: `port list` or `-`. */
  outcome: string | null;
  repeatKey: string | null;
  /** Where the draw's shuffle put it, from 1. */
  ticketPosition: number | null;
};

type StandingRequestsTable = {
  registrationId: Fixed<RegistrationId>;
  state: StandingState;
  /** Null while it is live. */
  reason: StandingReason | null;
  since: Timestamp;
  changedAt: Timestamp;
  lastSignAt: Timestamp;
  /** Of the last warning since the last sign of life: so many days were left. */
  warnedDays: number | null;
  /** Offers in a row that lapsed. */
  lapses: Generated<number>;
  /** The last pool that was gone through for it. */
  lookedDay: Generated<LocalDay>;
};

type DrawsTable = {
  day: LocalDay;
  number: number;
  announcement: string;
  capacity: string;
  pool: string;
  previousResult: string;
  slotKeySealed: Uint8Array;
  // From here on null until the draw: all of them or none.
  result: string | null;
  slots: string | null;
  reveal: string | null;
  seed: string | null;
  resultHash: string | null;
  slotRoot: string | null;
  cutoffs: Json<unknown> | null;
  drawnAt: NullableTimestamp;
  /** The cut-offs in words that a person can follow: core/draw/last-positions.ts. */
  lastPositions: Json<LastPositions> | null;
};

/** The log of section 7 of the protocol. `slotLocal` isn't in the public text. */
type FreedPlacesTable = {
  day: Fixed<LocalDay>;
  n: Fixed<number>;
  act: Fixed<FreedAct>;
  port: Fixed<PortCode>;
  dailyId: Fixed<string>;
  size: Fixed<number>;
  why: Fixed<FreedReason>;
  link: Fixed<string>;
  slotLocal: Fixed<LocalMinute | null>;
  at: Timestamp;
};

type OperatorChainTable = {
  season: string;
  length: number;
  firstTip: string;
  /** s_N: every earlier link follows from it by hashing. */
  lastSecretSealed: Uint8Array;
};

type OffersTable = {
  id: Generated<OfferId>;
  requestId: Fixed<RequestId>;
  day: Fixed<LocalDay>;
  registrationId: Fixed<RegistrationId>;
  port: PortCode;
  slotLocal: LocalMinute;
  list: DrawList;
  size: number;
  state: OfferState;
  madeAt: Timestamp;
  deadlineAt: Timestamp;
  extendedAt: NullableTimestamp;
  endedAt: NullableTimestamp;
  misses: Generated<number>;
};

type AppointmentsTable = {
  id: Generated<AppointmentId>;
  offerId: Fixed<OfferId>;
  registrationId: Fixed<RegistrationId>;
  port: PortCode;
  slotLocal: LocalMinute;
  size: number;
  state: AppointmentState;
  code: string;
  proof: string;
  bookedAt: Timestamp;
  endedAt: NullableTimestamp;
};

type AssistanceTable = {
  code: Fixed<string>;
  registrationId: Fixed<RegistrationId>;
  step: AssistanceStep;
  state: AssistanceState;
  askedAt: Timestamp;
  doneAt: NullableTimestamp;
  doneBy: string | null;
  reason: ReviewReason;
  /** What she was told, in figures. */
  found: Json<Found>;
  statementSealed: Uint8Array | null;
  maySeePhoto: boolean;
  /** The last live photo, only with her leave and only while it waits. */
  livePhotoSealed: Uint8Array | null;
  decision: Decision | null;
  decisionReason: DecisionReason | null;
  noteSealed: Uint8Array | null;
  /** When one that was decided for her came into a pool. */
  enteredAt: NullableTimestamp;
};

type OutboxTable = {
  id: Generated<string>;
  kind: string;
  registrationId: RegistrationId;
  detail: Json<Readonly<Record<string, unknown>>>;
  createdAt: Timestamp;
  /** Not before this moment does anybody try (again): a lease, so that two senders don't take the same one. */
  nextAt: Timestamp;
  /** When it was handed on to the channels (`deliveries`), and to how many. */
  sentAt: NullableTimestamp;
  receipt: string | null;
  tries: Generated<number>;
};

type SandboxMailboxTable = {
  id: string;
  /** Null in rows from before there was a page that shows a person hers. */
  toToken: string | null;
  sealed: Uint8Array;
  at: Timestamp;
};

/** Keyed token of a message's code; of whom it was sent to there is nothing. */
type MessageCodesTable = { token: string; kind: string; at: Timestamp };

type PushSubscriptionsTable = {
  id: Generated<string>;
  accountId: Fixed<AccountId>;
  deviceToken: string;
  endpointToken: string;
  /** A `PushTarget`. */
  sealed: Uint8Array;
  createdAt: Timestamp;
};

type MessageChoicesTable = { accountId: Fixed<AccountId>; isDiscreet: boolean };

type DeliveriesTable = {
  id: Generated<string>;
  outboxId: Fixed<string>;
  channel: Fixed<Channel>;
  /** Null for e-mail, and for a phone that is reached no longer. */
  subscriptionId: string | null;
  state: DeliveryState;
  madeAt: Timestamp;
  nextAt: Timestamp;
  endedAt: NullableTimestamp;
  tries: Generated<number>;
  receipt: string | null;
  /** Kind and cause of the latest failure, such as `notify-unavailable 451`. */
  failure: string | null;
};

type SellerReportsTable = { id: Generated<string>; act: SellerAct; sealed: Uint8Array; at: Timestamp };

type RepeatsTable = {
  key: Fixed<string>;
  requestHash: string;
  state: RepeatState;
  status: number | null;
  answerSealed: Uint8Array | null;
  createdAt: Timestamp;
};

type CaptchaUsesTable = { id: string; until: Timestamp };

type AuditTable = {
  id: Generated<string>;
  at: Timestamp;
  /** An account's id, or `schedule`. */
  actor: string;
  action: string;
  detail: Json<Readonly<Record<string, unknown>>>;
};

/** A trace: what an answer was before. `personId` may be of somebody who is no longer there. */
type ChangesTable = {
  id: Generated<string>;
  registrationId: RegistrationId;
  personId: Fixed<PersonId>;
  step: string;
  oldSealed: Uint8Array | null;
  at: Timestamp;
};

type GroupCodesTable = {
  token: Fixed<string>;
  kind: GroupCodeKind;
  registrationId: RegistrationId;
  madeAt: Timestamp;
  expiresAt: Timestamp;
  usedAt: NullableTimestamp;
};

type GroupCodeTriesTable = { id: Generated<string>; accountId: AccountId; at: Timestamp };

type KeyChecksTable = { keyId: Fixed<string>; sealed: Fixed<Uint8Array>; token: Fixed<string> };
