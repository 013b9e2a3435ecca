import { type Policy, policyAt } from '#core/policy/policy.ts';
import type { FieldProblemKind } from '#core/problem/kinds.ts';
import type { Result } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Captcha } from '#server/captcha/contract.ts';
import type { AskWriter } from '#server/db/ask-statement.ts';
import type { Database } from '#server/db/database.ts';
import type { Vault } from '#server/db/vault/vault.ts';
import type { Document } from '#server/documents.ts';
import type { Presence } from '#server/presence/contract.ts';

/** What use cases work with: contracts, never adapters. Made once by `wiring`, replaced whole by tests. */
export type Tools = {
  readonly db: Database;
  readonly vault: Vault;
  readonly asks: AskWriter;
  readonly presence: Presence;
  /** Milliseconds that a look at a photo may take; 25 seconds unless told. */
  readonly presencePatience?: number;
  readonly captcha: Captcha;
  readonly now: () => Instant;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Re-encodes and strips a photo; the kind says why it can't be taken. */
  readonly cleanPhoto: (
    bytes: Uint8Array,
  ) => Promise<Result<Uint8Array, { readonly kind: FieldProblemKind; readonly limit?: number }>>;
  /** Compact JWS over the claims of `core/offer/proof.ts`. */
  readonly signProof: (claims: object) => Promise<string>;
  readonly readTerms: (locale: string) => Promise<Document>;
  /** What browsers know us by, and push services besides their makers' own. */
  readonly push: { readonly publicKey: string; readonly ownOrigins: readonly string[] };
};

export function policyNow(tools: Pick<Tools, 'now'>): Policy {
  return policyAt(tools.now());
}
