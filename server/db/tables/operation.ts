import type { Generated } from 'kysely';
import type { Fixed, Json, Timestamp } from '../columns.ts';

/** What keeps the operation right: nothing twice, who did what, which keys. */
export type OperationTables = {
  readonly repeats: RepeatsTable;
  readonly captchaUses: CaptchaUsesTable;
  readonly audit: AuditTable;
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

type KeyChecksTable = { keyId: Fixed<string>; sealed: Fixed<Uint8Array>; token: Fixed<string> };
