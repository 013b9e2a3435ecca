import type { Generated } from 'kysely';
import type { AccountId } from '#core/ids.ts';
import type { StaffRole } from '#core/staff/permissions.ts';
import type { Fixed, NullableTimestamp, Timestamp } from '../columns.ts';

/** How people and staff come in, and what a session holds. */
export type AccountTables = {
  readonly accounts: AccountsTable;
  readonly accountDevices: AccountDevicesTable;
  readonly freshCodes: FreshCodesTable;
  readonly tries: TriesTable;
  readonly staff: StaffTable;
  readonly sessions: SessionsTable;
};

// A list that the core doesn't know: a test holds it against the check constraint.
export const sessionRoles = ['anonymous', 'applicant', 'operator', 'supervisor', 'officer'] as const;

export type SessionRole = (typeof sessionRoles)[number];

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
