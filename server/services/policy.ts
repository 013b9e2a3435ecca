import type { AccountId } from '#core/ids.ts';
import type { Policy } from '#core/policy/policy.ts';
import type { RuleChange } from '#core/policy/proposal.ts';
import type { Document } from '../documents.ts';
import type { Outcome } from './outcome.ts';

export type ProposalView = {
  readonly policy: Policy;
  /** Whoever looks proposed it. */
  readonly isMine: boolean;
  readonly changes: readonly RuleChange[];
};

export type PolicyServices = {
  /** The policy in force: what screens say of rules and questions is what the use cases go by. */
  policy(): Policy;
  /** All there ever were or are to come, oldest first, and which of them is in force. */
  policies(): { readonly policies: readonly Policy[]; readonly nowIn: number };
  /** Those that may still be published, the earliest first. */
  proposals(actor: AccountId): Promise<readonly ProposalView[]>;
  /** A whole policy as JSON. Kind: `fields`. */
  proposePolicy(input: { readonly actor: AccountId; readonly text: string }): Outcome<{ readonly name: string }>;
  /** By another than who proposed it. Kinds: `form-stale` (none such, or it begins too soon), `needs-second-person`. */
  publishPolicy(input: { readonly actor: AccountId; readonly name: string }): Outcome<null>;
  /** The terms that it names. */
  terms(locale: string): Promise<Document>;
};
