import { type Policy, policyAt } from '#core/policy/policy.ts';
import type { FieldProblemKind } from '#core/problem/kinds.ts';
import type { ReadMrz } from '#core/registration/mrz-lines.ts';
import type { Result } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Beacon } from '#server/beacon/contract.ts';
import type { Captcha } from '#server/captcha/contract.ts';
import type { AskWriter } from '#server/db/ask-statement.ts';
import type { Database } from '#server/db/database.ts';
import type { Vault } from '#server/db/vault/vault.ts';
import type { Document } from '#server/documents.ts';
import type { Presence } from '#server/presence/contract.ts';
import type { KnownWitness } from '#server/services/draws.ts';
import type { Speech } from '#server/speech/contract.ts';

/** What use cases work with: contracts, never adapters. Made once by `wiring`, replaced whole by tests. */
export type Tools = {
  readonly db: Database;
  readonly vault: Vault;
  readonly asks: AskWriter;
  readonly presence: Presence;
  /** Milliseconds that a look at a photo may take; 25 seconds unless told. */
  readonly presencePatience?: number;
  readonly captcha: Captcha;
  /** Null: no draw waits for one. */
  readonly beacon: Beacon | null;
  readonly speech: Speech;
  readonly now: () => Instant;
  /** All there ever were, oldest first; the last that has begun is in force. Grows where one is published. */
  readonly policies: readonly Policy[];
  /** Puts one that was published into `policies`, as this process has them. */
  readonly learnPolicy: (policy: Policy) => void;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Who may join the next season of draws, in its order; none: the operator draws alone. */
  readonly witnesses: readonly KnownWitness[];
  /** Re-encodes and strips a photo; the kind says why it can't be taken. */
  readonly cleanPhoto: (
    bytes: Uint8Array,
  ) => Promise<Result<Uint8Array, { readonly kind: FieldProblemKind; readonly limit?: number }>>;
  /** Takes the machine-readable lines of a document apart. */
  readonly readMrz: ReadMrz;
  /** The machine-readable lines in a cleaned picture of a document; nothing of the picture stays. */
  readonly readDocumentPicture: (
    bytes: Uint8Array,
  ) => Promise<Result<readonly string[], { readonly kind: FieldProblemKind }>>;
  /** Compact JWS over the claims of `core/offer/proof.ts`. */
  readonly signProof: (claims: object) => Promise<string>;
  /** The terms of that version. */
  readonly readTerms: (locale: string, version: string) => Promise<Document>;
  /** What browsers know us by, and push services besides their makers' own. */
  readonly push: { readonly publicKey: string; readonly ownOrigins: readonly string[] };
};

export type PolicyTools = Pick<Tools, 'now' | 'policies'>;

export function policyNow(tools: PolicyTools): Policy {
  return policyAt(tools.now(), tools.policies);
}
