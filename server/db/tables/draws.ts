import type { Generated } from 'kysely';
import type { FreedAct, FreedReason } from '#core/draw/freed-log.ts';
import type { LastPositions } from '#core/draw/last-positions.ts';
import type { AccountId, PortCode, RegistrationId, RequestId } from '#core/ids.ts';
import type { PoolState } from '#core/pool/pool.ts';
import type { RequestState } from '#core/pool/request.ts';
import type { StandingReason, StandingState } from '#core/pool/standing-request.ts';
import type { DrawStatistics } from '#core/statistics/of-draw.ts';
import type { LocalDay, LocalMinute, TimeZone } from '#core/time/instant.ts';
import type { Fixed, Json, NullableTimestamp, Timestamp } from '../columns.ts';

/** Ports with their places, pools, requests, and the draws. */
export type DrawTables = {
  readonly ports: PortsTable;
  readonly slots: SlotsTable;
  readonly pools: PoolsTable;
  readonly requests: RequestsTable;
  readonly standingRequests: StandingRequestsTable;
  readonly draws: DrawsTable;
  readonly drawReleases: DrawReleasesTable;
  readonly drawStatistics: DrawStatisticsTable;
  readonly freedPlaces: FreedPlacesTable;
  readonly operatorChain: OperatorChainTable;
};

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
  /** Its season and its number there; with the day's root of the registrations' log. Null before there were seasons. */
  season: number | null;
  draw: number | null;
  logSize: number | null;
  logRoot: string | null;
  /** With the result. */
  summary: string | null;
  /** Of the announced round. */
  drandSignature: string | null;
};

/** Who released the counts of a closed pool. `person` tells who is the same: the token of her address, or her account. */
type DrawReleasesTable = {
  day: Fixed<LocalDay>;
  announcementHash: Fixed<string>;
  person: Fixed<string>;
  actor: Fixed<AccountId>;
  at: Timestamp;
};

// A list that the core doesn't know: a test holds it against the check constraint.
export const statisticsStages = ['draw', 'end'] as const;
export type StatisticsStage = (typeof statisticsStages)[number];

/** What may be told of a draw: few people are hidden in it already. */
type DrawStatisticsTable = {
  day: Fixed<LocalDay>;
  stage: Fixed<StatisticsStage>;
  published: Json<DrawStatistics>;
  at: Timestamp;
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
