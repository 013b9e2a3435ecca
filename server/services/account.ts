import type { AccountId } from '#core/ids.ts';
import type { Problem } from '#core/problem/kinds.ts';
import type { Result } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';

type Outcome<Value> = Promise<Result<Value, Problem>>;

/** Somebody who isn't signed in: all that is known of her are the marks by which tries are counted. */
export type Stranger = {
  readonly deviceId: string;
  readonly locale: string;
  /** Hash of her session's token; null where she has none yet. */
  readonly sessionHash: string | null;
  /** Where she comes from, as far as the proxy in front tells; it is counted as a keyed token, and never kept. */
  readonly network: string | null;
};

export type CodeInput = {
  readonly stranger: Stranger;
  /** `code`; with `hasBirthDate` also `birthDay`, `birthMonth`, `birthYear`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly hasBirthDate: boolean;
};

/** null: the code alone is not enough here, whether or not it is somebody's: ask for the birth date. */
export type CodeAnswer = { readonly accountId: AccountId } | null;

export type AccountView = {
  /** Her own address; null where she signs in by a code alone. */
  readonly email: string | null;
  readonly codeMadeAt: Instant | null;
  /** She has proved that she kept it. */
  readonly isCodeKept: boolean;
  readonly devices: number;
};

/** Accounts with and without e-mail. */
export type AccountServices = {
  /** An account with nothing but a recovery code, which is told here and never again. Kind: `too-many-tries`. */
  makeCodeAccount(input: {
    readonly stranger: Stranger;
  }): Outcome<{ readonly accountId: AccountId; readonly code: string }>;
  /** Kinds: `fields`, `too-many-tries`; with a birth date also `account-not-found`. */
  signInByCode(input: CodeInput): Outcome<CodeAnswer>;
  /** From now on this session shows the code, until it is said to be kept. */
  showCode(input: {
    readonly sessionHash: string;
    readonly accountId: AccountId;
    readonly code: string;
  }): Promise<void>;
  shownCode(sessionHash: string): Promise<string | null>;
  /** She types the last group. Kind: `fields` (`code-differs`), `form-stale` (no code is shown any more). */
  confirmCode(input: {
    readonly accountId: AccountId;
    readonly sessionHash: string;
    readonly fields: Readonly<Record<string, string>>;
  }): Outcome<null>;
  /** A new code in the place of the old; every other session of the account ends. */
  renewCode(input: {
    readonly applicant: { readonly accountId: AccountId; readonly deviceId: string };
    readonly sessionHash: string;
  }): Outcome<null>;
  signOutEverywhere(accountId: AccountId): Promise<void>;
  account(accountId: AccountId): Promise<AccountView>;
};
