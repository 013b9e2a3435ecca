import type { AccountId, OfferId, PersonId, PortCode } from '#core/ids.ts';
import type { Policy } from '#core/policy/policy.ts';
import type { PoolState } from '#core/pool/pool.ts';
import type { OurStop } from '#core/pool/standing-request.ts';
import type { Answers, RegistrationStep } from '#core/registration/answers.ts';
import type { ReviewReason } from '#core/review/reason.ts';
import type { StaffRole } from '#core/staff/permissions.ts';
import type { Instant, LocalDay, LocalMinute, TimeZone } from '#core/time/instant.ts';
import type { SignedIn } from '#server/sign-in/contract.ts';
import type { AccountServices } from './services/account.ts';
import type { AppointmentView, ConfirmationServices } from './services/confirmation.ts';
import type { DrawsServices } from './services/draws.ts';
import type { GroupServices } from './services/group.ts';
import type { MessagesServices } from './services/messages.ts';
import type { MyDataServices } from './services/my-data.ts';
import type { Actor, Applicant, Outcome } from './services/outcome.ts';
import type { PolicyServices } from './services/policy.ts';
import type { PoolServices } from './services/pool.ts';
import type { PortDayServices } from './services/port-day.ts';
import type { ReleaseServices } from './services/release.ts';
import type { ReviewServices } from './services/review.ts';
import type { SpeechServices } from './services/speech.ts';
import type { StatisticsServices } from './services/statistics.ts';
import type { TextReportServices } from './services/text-reports.ts';

export type { Actor, Applicant, Outcome } from './services/outcome.ts';

export type Role = 'anonymous' | 'applicant' | StaffRole;

/** Where a person stands: the one thing every personal page asks for. */
export type Standing =
  | {
      readonly step: 'registering';
      readonly next: RegisterPage;
      /** Whom the next question is about; null: the head. */
      readonly person: PersonId | null;
      readonly answers: Partial<Answers>;
    }
  | {
      readonly step: 'registered';
      readonly registeredAt: Instant;
      readonly people: number;
      readonly portChoices: readonly PortCode[];
      readonly last: LastRequest | null;
      /** Why we stopped asking for her since then; null where we did not, or it is mended. */
      readonly stopped: OurStop | null;
      /** She is asked for each day: her standing request is live. */
      readonly isStanding: boolean;
      /** The terms changed since she accepted them: she reads the new ones before she asks. */
      readonly needsTerms: boolean;
      readonly needsGuardian: GuardianNeeded | null;
    }
  /** Her people are in another's group, whose head asks for all of them; `group`: where that group stands. */
  | {
      readonly step: 'joined';
      readonly registeredAt: Instant;
      readonly group: 'registered' | 'waiting' | 'closed' | 'offered' | 'held' | 'booked';
    }
  | ({ readonly step: 'waiting' } & InPool)
  | ({ readonly step: 'closed' } & InPool)
  | { readonly step: 'offered'; readonly registeredAt: Instant; readonly offer: OfferView }
  /** The deadline is over, but a person has to help her first: until then the place is kept (DESIGN, rule 3). */
  | { readonly step: 'held'; readonly registeredAt: Instant; readonly offer: OfferView }
  | {
      readonly step: 'booked';
      readonly registeredAt: Instant;
      readonly appointment: AppointmentView;
      /** Its day is past, and the port has not written down yet whether she came. */
      readonly isOver: boolean;
    };

/** She names who answers for a child of her group before any asking is taken: by hand, or each day, which then goes on. */
export type GuardianNeeded = 'to-ask' | 'to-ask-daily';

type InPool = {
  readonly registeredAt: Instant;
  readonly people: number;
  readonly day: LocalDay;
  readonly ports: readonly PortCode[];
  readonly askedAt: Instant;
  readonly closesAt: Instant;
  readonly isStanding: boolean;
};

/** How the latest ended request ended. `not-chosen` is told with kindness; asking again is free. */
export type LastRequest = {
  readonly day: LocalDay;
  readonly how: 'withdrawn' | 'not-chosen' | 'declined' | 'lapsed' | 'cancelled' | 'missed';
  readonly at: Instant;
};

/** What is asked next; who accepts changed terms later goes on to where she was, and a guest to all that is kept of hers. */
export type AfterStep = RegisterPage | 'ask' | 'status' | 'my-data';

/** Terms that changed since she accepted them come before the asking. */
export type AfterPorts = { readonly next: 'ask' | 'terms' };

export type OfferView = {
  readonly id: OfferId;
  readonly port: PortCode;
  readonly portZone: TimeZone;
  readonly slot: LocalMinute;
  readonly startsAt: Instant;
  readonly deadlineAt: Instant;
  /** People that the place is for. */
  readonly size: number;
  /** Whose live photo confirms it. */
  readonly whoConfirms: Policy['whoConfirms'];
  readonly canExtend: boolean;
  readonly isExtended: boolean;
  /** Where she lets it lapse, the next pool takes her by itself: she is asked for each day, and it is the first time. */
  readonly asksAgain: boolean;
  readonly misses: number;
};

/** What the phone says of where it is. Becomes inside or outside at once; kept coarse and sealed for 24 hours only. */
export type ReportedPlace = { readonly latitude: number; readonly longitude: number; readonly accuracyMeters: number };

/** What the phone shows of itself (core/eligibility/signals): for people to look at, never a refusal. */
export type PhoneMarks = Readonly<Record<string, string | number | boolean>>;

export type AskInput = {
  readonly applicant: Applicant;
  readonly place: ReportedPlace | undefined;
  readonly captchaAnswer: string | undefined;
  readonly signals: PhoneMarks;
  /** The idempotency key; the same key twice asks once. */
  readonly repeatKey: string;
  /** Ask again for her each day until she gets a place. */
  readonly isStanding?: boolean;
};

export type ConfirmInput = {
  readonly applicant: Applicant;
  readonly offerId: OfferId;
  readonly place: ReportedPlace | undefined;
  readonly photo: Uint8Array | undefined;
  readonly signals?: PhoneMarks;
  /** Should the check not know her: whether the person who looks may see this photo. */
  readonly maySeePhoto?: boolean;
  readonly sandboxWish: string | undefined;
};

export type DrawView = {
  readonly pool: {
    readonly day: LocalDay;
    readonly state: PoolState;
    readonly requests: number;
    readonly closesAt: Instant;
  } | null;
  readonly lastDraw: {
    readonly day: LocalDay;
    readonly number: number;
    readonly requests: number;
    readonly chosen: number;
    readonly resultHash: string;
  } | null;
  /** Names of those whose signature or secret the closed pool's draw waits for. */
  readonly waitsFor: readonly string[];
  /** The pool before this one, where it was never drawn and its requests are in this one. */
  readonly postponedDay: LocalDay | null;
};

export type SlotView = {
  readonly port: PortCode;
  readonly slot: LocalMinute;
  readonly places: number;
  readonly taken: number;
};

export type AssistanceView = {
  readonly code: string;
  readonly step: 'ask' | 'confirm' | 'newborn' | 'photo' | 'new-code';
  readonly reason: ReviewReason;
  readonly askedAt: Instant;
};

/** Pages below `register/`: a question, everybody of the group, one person's answers, or the head's to send. */
export type RegisterPage = RegistrationStep | 'group' | 'person' | 'check';
export type RegisterNext = { readonly next: RegisterPage; readonly person: PersonId | null };

/** What comes after an answer, and about whom; null: about the head, or about all. */
export type AfterAnswer = { readonly next: AfterStep; readonly person: PersonId | null };

/** Those of each area, in files of their own below `services/`. */
type AreaServices = AccountServices &
  ConfirmationServices &
  DrawsServices &
  GroupServices &
  MessagesServices &
  PoolServices &
  PolicyServices &
  PortDayServices &
  MyDataServices &
  ReleaseServices &
  ReviewServices &
  SpeechServices &
  StatisticsServices &
  TextReportServices;

/** Everything a page or a route may call. Made once a process by `wiring`, found through `services()`. */
export type Services = AreaServices & {
  readonly mode: 'demonstration' | 'production';
  /** Contracts that run as doubles: each page that meets one says so. */
  readonly sandboxes: readonly ('sign-in' | 'presence' | 'captcha' | 'notify' | 'beacon' | 'clock')[];
  now(): Instant;

  /** Who comes back from the provider: her account, made at her first visit, and what she may do. */
  arrive(input: {
    readonly signedIn: SignedIn;
    readonly locale: string;
  }): Promise<{ readonly accountId: AccountId; readonly role: Role }>;
  /** From now on she is written to in this language. */
  speak(input: { readonly accountId: AccountId; readonly locale: string }): Promise<void>;
  standing(accountId: AccountId): Promise<Standing>;
  /** The sealed answers opened to fill in the forms: the head's own, or those of a person of her group. null: nobody of hers. */
  answers(accountId: AccountId, person: PersonId | null): Promise<Partial<Answers> | null>;
  openPool(): Promise<{ readonly day: LocalDay; readonly closesAt: Instant } | null>;
  ports(): Promise<readonly { readonly code: PortCode; readonly timeZone: TimeZone }[]>;

  saveAnswers(input: {
    readonly applicant: Applicant;
    /** Of her group; null for the head herself. */
    readonly person: PersonId | null;
    readonly step: RegistrationStep;
    readonly fields: Readonly<Record<string, string>>;
    readonly photo: Uint8Array | undefined;
  }): Outcome<AfterAnswer>;
  register(input: { readonly applicant: Applicant }): Outcome<{ readonly registeredAt: Instant }>;
  choosePorts(input: {
    readonly applicant: Applicant;
    readonly fields: Readonly<Record<string, string>>;
  }): Outcome<AfterPorts>;
  ask(input: AskInput): Outcome<{ readonly day: LocalDay }>;
  extendOffer(input: {
    readonly applicant: Applicant;
    readonly offerId: OfferId;
  }): Outcome<{ readonly deadlineAt: Instant }>;
  declineOffer(input: { readonly applicant: Applicant; readonly offerId: OfferId }): Outcome<null>;
  /** `assisted` where the live photo needs a person's look: three misses, or the check was unsure. */
  confirmOffer(input: ConfirmInput): Outcome<{ readonly next: 'confirmation' | 'assisted' }>;
  assistance(accountId: AccountId): Promise<AssistanceView | null>;

  /** Operator's minimum. The actor is the signed-in staff member; each act is in the audit trail. */
  drawView(): Promise<DrawView>;
  slots(day: LocalDay): Promise<readonly SlotView[]>;
  /** Days that have slots, from today on, soonest first. */
  slotDays(): Promise<readonly LocalDay[]>;
  /** Those of the two weeks before today, earliest first: a port writes down later, too, who did not come. */
  pastSlotDays(): Promise<readonly LocalDay[]>;
  setCapacity(input: { readonly actor: AccountId; readonly fields: Readonly<Record<string, string>> }): Outcome<null>;
  openNextPool(input: { readonly actor: Actor }): Outcome<{ readonly day: LocalDay }>;
  closePool(input: { readonly actor: Actor }): Outcome<{ readonly day: LocalDay }>;
  drawPool(input: { readonly actor: Actor }): Outcome<{ readonly day: LocalDay; readonly chosen: number }>;
};

const key = Symbol.for('puente.services');

/** Null where nothing runs: while pages are prerendered. */
export function runningServices(): Services | null {
  return (globalThis as { [key]?: Services })[key] ?? null;
}

/** The gateway's modules and Next's bundled copies are different instances in one process: the symbol joins them. */
export function services(): Services {
  const found = (globalThis as { [key]?: Services })[key];
  if (!found)
    throw new Error('services() was called before the wiring ran: start the project by `npm start` or `npm run dev`');
  return found;
}

export function provideServices(made: Services): void {
  (globalThis as { [key]?: Services })[key] = made;
}
