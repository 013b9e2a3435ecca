import type { Signal } from '#core/eligibility/signals/signal.ts';
import type { AccountId, PersonId } from '#core/ids.ts';
import type { Decision, DecisionReason } from '#core/review/decision.ts';
import type { Found, ReviewReason } from '#core/review/reason.ts';
import type { Instant } from '#core/time/instant.ts';
import type { AnswerChange } from './my-data.ts';
import type { Applicant, Outcome } from './outcome.ts';

type Step = 'ask' | 'confirm' | 'newborn' | 'photo' | 'new-code';

/** What a person waits for, or was told: her own view. */
export type DecidedView = {
  readonly step: Step;
  readonly decision: Decision;
  readonly reason: DecisionReason;
  readonly decidedAt: Instant;
  /** Decided for her while no pool was open: the next one takes her first. */
  readonly entersNext: boolean;
};

/** One line of the list of staff. */
export type ReviewRow = {
  readonly code: string;
  readonly step: Step;
  readonly reason: ReviewReason;
  readonly askedAt: Instant;
};

/** All that staff see of one review: of names and answers only those that were changed. */
export type ReviewView = ReviewRow & {
  readonly state: 'waiting' | 'done' | 'withdrawn';
  readonly registeredAt: Instant | null;
  /** What she was told, in figures. */
  readonly found: Found;
  /** In her own words; empty where she wrote none. */
  readonly statement: string;
  /** Of each of her group who answered otherwise before, the latest first; none once it is decided. */
  readonly changes: readonly {
    readonly id: PersonId;
    readonly name: string;
    readonly isHead: boolean;
    /** Of all of the group, by id: a guardian is told by her name. */
    readonly names: ReadonlyMap<string, string>;
    readonly changes: readonly AnswerChange[];
  }[];
  /** The newest first. */
  readonly signals: readonly (Signal & { readonly at: Instant })[];
  /** JPEG; null where she does not want them seen. */
  readonly photos: {
    /** From registering, of everybody who may confirm. */
    readonly registration: readonly Uint8Array[];
    readonly live: Uint8Array | null;
    /** Of her group, those that were refused at registration and wait for a person. */
    readonly refused: readonly Uint8Array[];
    /** Those that others took the place of, of each person the newest few. */
    readonly earlier: readonly Uint8Array[];
  } | null;
  /** What another decided before, with her note. */
  readonly before: { readonly reason: DecisionReason; readonly note: string; readonly at: Instant } | null;
  /** False for who decided against it before, and for who asked for it. */
  readonly mayDecide: boolean;
  readonly isOwnAsking: boolean;
};

/** Somebody whose photo was refused; null for the head herself. */
export type RefusedPhoto = { readonly person: PersonId | null; readonly name: string };

export type ReviewServices = {
  /** The assisted way: the step waits for a person, the date in line is kept. Asking twice gives the same code. */
  requestAssistance(input: {
    readonly applicant: Applicant;
    readonly step: 'ask' | 'confirm' | 'photo';
    /** `reason`, its figures, `statement`, `maySeePhoto`, as they came; none is plain help. */
    readonly fields?: Readonly<Record<string, string>>;
  }): Outcome<{ readonly code: string }>;
  /** The last decision about her, for two weeks; null where there is none, or she asked again since. */
  decided(accountId: AccountId): Promise<DecidedView | null>;
  /** Whose photo of her group was refused, by a person or too often by the machine, and is still to be sent. */
  refusedPhotos(accountId: AccountId): Promise<readonly RefusedPhoto[]>;
  /** What waits, longest first. */
  reviews(reason: ReviewReason | null): Promise<readonly ReviewRow[]>;
  /** Looking is in the audit trail. Null where nobody has that code. */
  review(input: { readonly actor: AccountId; readonly code: string }): Promise<ReviewView | null>;
  /** `sessionHash`: the session that shows a new sign-in code, where one is given. */
  decideReview(input: {
    readonly actor: AccountId;
    readonly sessionHash?: string;
    readonly fields: Readonly<Record<string, string>>;
  }): Outcome<{ readonly decision: Decision; readonly step: Step }>;
  /** Name and birth date of who lost phone and code and stands there: a colleague decides. Gives the code of the review. */
  askForNewCode(input: {
    readonly actor: AccountId;
    readonly fields: Readonly<Record<string, string>>;
  }): Outcome<{ readonly code: string }>;
  /** It is on paper: the session shows it no longer. */
  hideCode(sessionHash: string): Promise<void>;
};
