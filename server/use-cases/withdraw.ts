import { err, ok } from '#core/result.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import { withdrawRequest } from '#server/db/repositories/requests.ts';
import type { Applicant, Outcome } from '#server/services.ts';
import type { Tools } from './tools.ts';

/** Takes the waiting request back; the date in line stays. Kind: `nothing-to-withdraw`, also once the pool is closed. */
export async function withdraw(tools: Tools, input: { readonly applicant: Applicant }): Outcome<null> {
  const registration = await findRegistrationOf(tools.db.kysely, input.applicant.accountId);
  const withdrawn = registration && (await withdrawRequest(tools.db.kysely, registration.id, tools.now()));
  return withdrawn ? ok(null) : err({ kind: 'nothing-to-withdraw' });
}
