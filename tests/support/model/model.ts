import type { FreedAct, FreedReason } from '#core/draw/freed-log.ts';
import type { PersonId, PortCode, RegistrationId, RequestId } from '#core/ids.ts';
import type { AppointmentState } from '#core/offer/appointment.ts';
import type { OfferState } from '#core/offer/offer.ts';
import { shippedPolicies } from '#core/policy/policies.ts';
import { policyNamed } from '#core/policy/policy.ts';
import type { PoolState } from '#core/pool/pool.ts';
import type { RequestState } from '#core/pool/request.ts';
import type { StandingReason, StandingState } from '#core/pool/standing-request.ts';
import type { Instant, LocalDay, LocalMinute } from '#core/time/instant.ts';

/**
 * What the project promises, in memory: who stands where, who holds which place, who was told what. It shares words and
 * the calendar with the project, and no rule: each is written down here a second time, so that the two can disagree.
 * Chance isn't modelled: what a draw chose is read from the project (seen.ts), judged, and gone on with.
 */
export type Model = {
  now: Instant;
  readonly accounts: Map<string, RegistrationId>;
  readonly groups: Map<RegistrationId, Group>;
  /** In the order of their days. */
  readonly pools: Pool[];
  readonly asks: Ask[];
  readonly offers: Offer[];
  readonly bookings: Booking[];
  readonly helps: Help[];
  /** By `port slot`. */
  readonly slots: Map<string, Slot>;
};

export type Group = {
  readonly id: RegistrationId;
  joinedInto: RegistrationId | null;
  /** Its date in line. */
  since: Instant;
  size: number;
  ports: readonly PortCode[];
  hasTerms: boolean;
  /** In the order of their positions. */
  members: Member[];
  standing: StandingWish | null;
  /** Kinds of all that it was told, in no order. */
  readonly told: string[];
};

export type Member = {
  readonly id: PersonId;
  readonly birthDate: string;
  position: number;
  /** Since when she counts; null: not yet. */
  since: Instant | null;
  home: RegistrationId | null;
  guardian: PersonId | null;
  /** She told once what a group tells once. */
  wasHead: boolean;
};

export type StandingWish = {
  state: StandingState;
  reason: StandingReason | null;
  lastSignAt: Instant;
  warnedDays: number | null;
  lapses: number;
  lookedDay: string;
};

export type Ask = {
  /** Known from the project as soon as it was seen. */
  id: RequestId | null;
  /** null: whose it was has deleted everything. */
  groupId: RegistrationId | null;
  readonly pool: Pool;
  state: RequestState;
  readonly ports: readonly PortCode[];
  size: number;
  since: Instant;
  endedAt: Instant | null;
  position: number | null;
};

export type Offer = {
  readonly ask: Ask;
  readonly port: PortCode;
  slot: LocalMinute;
  readonly size: number;
  state: OfferState;
  readonly madeAt: Instant;
  deadlineAt: Instant;
  misses: number;
};

export type Booking = {
  readonly offer: Offer;
  slot: LocalMinute;
  size: number;
  state: AppointmentState;
  readonly bookedAt: Instant;
  endedAt: Instant | null;
};

export type Pool = {
  /** Later where nobody could draw in time: a pool takes its requests along. */
  day: LocalDay;
  state: PoolState;
  drawnAt: Instant | null;
  /** What was left to give when it closed: places by port. */
  room: ReadonlyMap<string, number>;
  readonly log: LogLine[];
};

export type LogLine = {
  readonly act: FreedAct;
  readonly port: PortCode;
  readonly ask: Ask | null;
  readonly size: number;
  readonly why: FreedReason;
  readonly slot: LocalMinute | null;
};

export type HelpStep = 'ask' | 'confirm' | 'newborn';

export type Help = {
  readonly groupId: RegistrationId;
  readonly step: HelpStep;
  state: 'waiting' | 'done' | 'withdrawn';
  isPlain: boolean;
  readonly askedAt: Instant;
  decision: 'for' | 'against' | null;
  by: string | null;
  doneAt: Instant | null;
  isEntered: boolean;
};

export type Slot = {
  readonly port: PortCode;
  readonly slot: LocalMinute;
  readonly places: number;
  readonly reserve: number;
  taken: number;
};

export const policy = policyNamed('2027-01', shippedPolicies);
export const hour = 3_600_000;
export const never = '2000-01-01';

export function emptyModel(now: Instant): Model {
  return {
    now,
    accounts: new Map(),
    groups: new Map(),
    pools: [],
    asks: [],
    offers: [],
    bookings: [],
    helps: [],
    slots: new Map(),
  };
}

export function groupOf(model: Model, name: string): Group | undefined {
  const id = model.accounts.get(name);
  return id && model.groups.get(id);
}

export function theGroup(model: Model, id: RegistrationId): Group {
  const group = model.groups.get(id);
  if (!group) throw new Error(`the model knows no group ${id}`);
  return group;
}

export function isLive({ state }: Ask): boolean {
  return state === 'waiting' || state === 'closed' || state === 'chosen';
}

export function liveAsk(model: Model, id: RegistrationId): Ask | undefined {
  return model.asks.find((ask) => ask.groupId === id && isLive(ask));
}

export function isHeld({ state }: Offer): boolean {
  return state === 'open' || state === 'extended';
}

export function liveOffer(model: Model, id: RegistrationId): Offer | undefined {
  return model.offers.find((offer) => offer.ask.groupId === id && isHeld(offer));
}

export function bookedOf(model: Model, id: RegistrationId): Booking | undefined {
  return model.bookings.find(({ offer, state }) => offer.ask.groupId === id && state === 'booked');
}

export function waitingHelp(model: Model, id: RegistrationId, step: HelpStep): Help | undefined {
  return model.helps.find((help) => help.groupId === id && help.step === step && help.state === 'waiting');
}

export function withdrawHelp(model: Model, id: RegistrationId, step: HelpStep): void {
  const help = waitingHelp(model, id, step);
  if (help) help.state = 'withdrawn';
}

export function slotAt(model: Model, port: string, slot: string): Slot {
  const found = model.slots.get(`${port} ${slot}`);
  if (!found) throw new Error(`the model knows no slot ${slot} at ${port}`);
  return found;
}

export function openPool({ pools }: Model): Pool | undefined {
  return pools.find(({ state }) => state === 'open');
}

/** Nothing is told to who is gone. */
export function tell(model: Model, id: RegistrationId | null, kind: string): void {
  if (id) theGroup(model, id).told.push(kind);
}

export function endAsk(ask: Ask, state: RequestState, now: Instant): void {
  ask.state = state;
  ask.endedAt = now;
}
