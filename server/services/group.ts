import type { AccountId, PersonId } from '#core/ids.ts';
import type { Answers, RegistrationStep } from '#core/registration/answers.ts';
import type { GroupHold, Relationship } from '#core/registration/group.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Applicant, Outcome } from './outcome.ts';

export type PersonView = {
  readonly id: PersonId;
  readonly isHead: boolean;
  /** Empty while it isn't known. */
  readonly name: string;
  readonly relationship: Relationship | null;
  readonly answers: Partial<Answers>;
  /** Name of the adult who answers for her; null for an adult, or where nobody is named. */
  readonly guardianName: string | null;
  readonly isAdult: boolean;
  readonly isNewborn: boolean;
  /** What is still asked of her, or `check`. */
  readonly next: RegistrationStep | 'check';
  /** Since when she counts in the group; null: not yet. */
  readonly registeredAt: Instant | null;
  /** Came with a registration of her own, and goes back to it. */
  readonly isGuest: boolean;
  /** Steps changed after she was registered, the latest first. */
  readonly changes: readonly { readonly step: string; readonly at: Instant }[];
};

export type GroupView = {
  readonly isRegistered: boolean;
  readonly hold: GroupHold;
  /** The date in line as it is now. */
  readonly registeredAt: Instant | null;
  /** The head first. */
  readonly people: readonly PersonView[];
  readonly limit: number;
  /** People who were split off while nobody has brought their code: of each part the one who leads it. */
  readonly gone: readonly { readonly id: PersonId; readonly name: string; readonly keptUntil: Instant }[];
};

/** What a head does with the people of her group. All but `group` answer `group-frozen` while a draw or an offer is on. */
export type GroupServices = {
  /** null: no registration of hers is here (none yet, or it joined another's). */
  group(accountId: AccountId): Promise<GroupView | null>;
  /** Adults who can answer for that person of hers; `isHead`: she herself. A guest names one of those who came with her. */
  guardians(
    accountId: AccountId,
    person: PersonId,
  ): Promise<readonly { readonly id: PersonId; readonly name: string; readonly isHead: boolean }[]>;
  /** Makes room for one more, about whom the questions are asked next. Kinds: `group-full`, `group-frozen`, `not-found`. */
  addPerson(input: { readonly applicant: Applicant }): Outcome<{ readonly person: PersonId }>;
  /**
   * Somebody added after registering counts from now on; of an adult, the group's date too. Kinds: `not-found`,
   * `registration-incomplete`, `group-full`, `group-frozen`, `group-booked`, `not-a-newborn`, `guardian-apart`.
   */
  admitPerson(input: { readonly applicant: Applicant; readonly person: PersonId }): Outcome<{
    readonly next: 'group' | 'confirmation' | 'assisted';
  }>;
  /** Takes somebody out. Kinds: `not-found` (the head, too), `group-frozen`, `group-booked`, `guardian-needed`. */
  removePerson(input: { readonly applicant: Applicant; readonly person: PersonId }): Outcome<null>;
  /** Some go their own way; the code, shown once, gives their registration to whoever brings it. Kinds: see the use case. */
  splitGroup(input: {
    readonly applicant: Applicant;
    readonly people: readonly string[];
  }): Outcome<{ readonly code: string }>;
  /** Another code for people who were split off, since the first is lost. Kind: `not-found`. */
  renewHandOver(input: {
    readonly applicant: Applicant;
    readonly person: PersonId;
  }): Outcome<{ readonly code: string }>;
  /** A code, shown once, with which another head brings her people into this group. */
  makeJoinCode(input: { readonly applicant: Applicant }): Outcome<{ readonly code: string }>;
  /** Either kind of code. Wrong, used and expired ones get the same answer. */
  enterGroupCode(input: {
    readonly applicant: Applicant;
    readonly fields: Readonly<Record<string, string>>;
  }): Outcome<null>;
  /** Back to her own registration, with all who came with her. */
  leaveGroup(input: { readonly applicant: Applicant }): Outcome<null>;
};
