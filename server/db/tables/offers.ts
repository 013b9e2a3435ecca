import type { Generated } from 'kysely';
import type { AppointmentId, OfferId, PortCode, RegistrationId, RequestId } from '#core/ids.ts';
import type { AppointmentState } from '#core/offer/appointment.ts';
import type { OfferState } from '#core/offer/offer.ts';
import type { Decision, DecisionReason } from '#core/review/decision.ts';
import type { Found, ReviewReason } from '#core/review/reason.ts';
import type { LocalDay, LocalMinute } from '#core/time/instant.ts';
import type { Fixed, Json, NullableTimestamp, Timestamp } from '../columns.ts';

/** What comes after a draw: offers, appointments, and what waits for a person. */
export type OfferTables = {
  readonly offers: OffersTable;
  readonly appointments: AppointmentsTable;
  readonly assistance: AssistanceTable;
};

// Lists that the core doesn't know: a test holds them against the check constraints.
/** The draw's two lists, and `freed` for a place that came after it. */
export const drawLists = ['oldest', 'shuffled', 'freed'] as const;
export const assistanceSteps = ['ask', 'confirm', 'newborn', 'photo', 'new-code'] as const;
export const assistanceStates = ['waiting', 'done', 'withdrawn'] as const;

export type DrawList = (typeof drawLists)[number];
export type AssistanceStep = (typeof assistanceSteps)[number];
export type AssistanceState = (typeof assistanceStates)[number];

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
  /** Of one that nobody came to: who said so, and when. */
  sheSaidMissedAt: NullableTimestamp;
  portSaidMissedAt: NullableTimestamp;
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
  /** A member of staff who asked for her: she can't decide it as well. */
  askedBy: string | null;
  /** When one that was decided for her came into a pool. */
  enteredAt: NullableTimestamp;
};
