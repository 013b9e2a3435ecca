import type { Generated } from 'kysely';
import type { AccountId } from '#core/ids.ts';
import type { Policy } from '#core/policy/policy.ts';
import type { Fixed, Json, NullableTimestamp, Timestamp } from '../columns.ts';

/** What keeps the operation right: nothing twice, who did what, which keys. */
export type OperationTables = {
  readonly repeats: RepeatsTable;
  readonly captchaUses: CaptchaUsesTable;
  readonly audit: AuditTable;
  readonly policies: PoliciesTable;
  readonly keyChecks: KeyChecksTable;
};

// A list that the core doesn't know: a test holds it against the check constraint.
export const repeatStates = ['running', 'done'] as const;

export type RepeatState = (typeof repeatStates)[number];

type RepeatsTable = {
  key: Fixed<string>;
  requestHash: string;
  state: RepeatState;
  status: number | null;
  answerSealed: Uint8Array | null;
  createdAt: Timestamp;
};

type CaptchaUsesTable = { id: string; until: Timestamp };

type AuditTable = {
  id: Generated<string>;
  at: Timestamp;
  /** An account's id, or `schedule`. */
  actor: string;
  action: string;
  detail: Json<Readonly<Record<string, unknown>>>;
};

/** Proposed by one person, and published by another: until then nothing goes by it. */
type PoliciesTable = {
  name: Fixed<string>;
  beginsAt: Timestamp;
  policy: Json<Policy>;
  proposedBy: Fixed<AccountId>;
  /** Who is the same: the token of her address, or her account. */
  proposer: Fixed<string>;
  proposedAt: Timestamp;
  publishedBy: AccountId | null;
  publishedAt: NullableTimestamp;
};

type KeyChecksTable = { keyId: Fixed<string>; sealed: Fixed<Uint8Array>; token: Fixed<string> };
