import type { Generated } from 'kysely';
import type { AccountId, PersonId, PortCode, RegistrationId } from '#core/ids.ts';
import type { RegistrationState } from '#core/registration/state.ts';
import type { Fixed, Json, NullableTimestamp, Timestamp } from '../columns.ts';

/** Groups, their people, and what is written down about them. */
export type RegistrationTables = {
  readonly registrations: RegistrationsTable;
  readonly people: PeopleTable;
  readonly acceptances: AcceptancesTable;
  readonly changes: ChangesTable;
  readonly groupEvents: GroupEventsTable;
  readonly groupCodes: GroupCodesTable;
  readonly groupCodeTries: GroupCodeTriesTable;
  readonly deviceRegistrations: DeviceRegistrationsTable;
  readonly signals: SignalsTable;
  readonly coarsePlaces: CoarsePlacesTable;
  readonly rhythms: RhythmsTable;
};

// Lists that the core doesn't know: a test holds them against the check constraints.
export const groupCodeKinds = ['hand-over', 'join'] as const;
/** `joined`: its people came into another group; `parted`: they came out of one. */
export const groupEventKinds = ['joined', 'parted', 'group-grew', 'newborn', 'group-shrank', 'date-moved'] as const;

export type GroupCodeKind = (typeof groupCodeKinds)[number];
export type GroupEventKind = (typeof groupEventKinds)[number];

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
  /** Whether these people may ask as one group: false while a child lacks a guardian. As it was when the group last changed. */
  isTogether: Generated<boolean>;
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

/** A trace: what an answer was before. `personId` may be of somebody who is no longer there. */
type ChangesTable = {
  id: Generated<string>;
  registrationId: RegistrationId;
  personId: Fixed<PersonId>;
  step: string;
  oldSealed: Uint8Array | null;
  at: Timestamp;
};

type GroupEventsTable = {
  id: Generated<string>;
  registrationId: Fixed<RegistrationId>;
  kind: GroupEventKind;
  at: Timestamp;
  /** Of `date-moved`: the date in line from then on. */
  registeredAt: NullableTimestamp;
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
