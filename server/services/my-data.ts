import type { AccountId, PersonId } from '#core/ids.ts';
import type { Problem } from '#core/problem/kinds.ts';
import type { Answers, RegistrationStep } from '#core/registration/answers.ts';
import type { Result } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';

/** Rows of one kind as they are stored, what is sealed for her opened; `docs/my-data.md` tells what each means. */
export type StoredRow = Readonly<Record<string, unknown>>;

/** An answer that was changed after she was registered: what is stored of its step. */
export type AnswerChange = {
  readonly id: string;
  readonly step: RegistrationStep;
  readonly at: Instant;
  /** Of a photo only that there was one: `myPhoto` opens it. */
  readonly before: Partial<Answers>;
  readonly after: Partial<Answers>;
};

export type PersonData = {
  readonly id: PersonId;
  /** In her group, from 1 for its head. */
  readonly position: number;
  readonly answers: Partial<Answers>;
  readonly photoAt: Instant | null;
  /** Name of the adult who answers for her; null for an adult, or where nobody is named. */
  readonly guardianName: string | null;
  /** The latest first; kept as long as signals are. */
  readonly changes: readonly AnswerChange[];
};

/** Everything held about a person and her group, opened for herself alone. */
export type MyData = {
  readonly account: {
    readonly email: string | null;
    readonly language: string;
    readonly createdAt: Instant;
    readonly codeMadeAt: Instant | null;
    /** Where her sign-in code needs no birth date. */
    readonly devices: number;
    readonly sessions: number;
  };
  readonly registration: {
    readonly state: string;
    readonly startedAt: Instant;
    readonly registeredAt: Instant | null;
    readonly portChoices: readonly string[];
  } | null;
  readonly people: readonly PersonData[];
  /** Each table that names her registration, by its name: requests, offers, appointments, signals, messages and the like. */
  readonly records: Readonly<Record<string, readonly StoredRow[]>>;
  /** Coarse cells of where she was, of the last 24 hours. */
  readonly places: readonly { readonly cell: string; readonly at: Instant }[];
};

export type MyDataServices = {
  myData(accountId: AccountId): Promise<MyData>;
  /** JPEG of somebody of her own group, or of a change the one from before; null where there is none. */
  myPhoto(input: {
    readonly accountId: AccountId;
    readonly person: PersonId;
    readonly change?: string;
  }): Promise<Uint8Array | null>;
  /** The same as a JSON text with the photos in it. */
  exportData(accountId: AccountId): Promise<string>;
  /** Everything goes, once and for all. Kind: `fields`. */
  deleteAccount(input: {
    readonly accountId: AccountId;
    readonly fields: Readonly<Record<string, string>>;
  }): Promise<Result<null, Problem>>;
};
