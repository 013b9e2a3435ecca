import type { Policy } from '#core/policy/policy.ts';
import type { Document } from '../documents.ts';

export type PolicyServices = {
  /** The policy in force: what screens say of rules and questions is what the use cases go by. */
  policy(): Policy;
  /** The terms that it names. */
  terms(locale: string): Promise<Document>;
};
