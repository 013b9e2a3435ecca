import { checkTerms } from '#core/registration/check-terms.ts';
import { err, ok } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import { addAcceptance, hasAccepted, type Registration } from '#server/db/repositories/registrations.ts';
import { resumeStanding } from '#server/db/repositories/standing-requests.ts';
import type { Trx } from '#server/db/schema.ts';
import type { Document } from '#server/documents.ts';
import type { Outcome } from '#server/services.ts';

/**
 * Terms that changed after she registered: accepted as the first ones were, and asking each day goes on. Leads to asking
 * where she was about to. Kinds: `fields`, `registration-complete` (these terms are accepted already).
 */
export async function acceptTermsAgain(
  trx: Trx,
  registration: Registration,
  given: {
    readonly fields: Readonly<Record<string, string>>;
    readonly terms: Document;
    readonly now: Instant;
  },
): Outcome<{ readonly next: 'ask' | 'status' }> {
  const { fields, terms, now } = given;
  if (await hasAccepted(trx, registration.id, terms.version)) return err({ kind: 'registration-complete' });
  const { problems } = checkTerms(fields, terms);
  if (problems.length > 0) return err({ kind: 'fields', fields: problems });
  const { slug: document, version, locale, sha256 } = terms;
  await addAcceptance(trx, { registrationId: registration.id, document, version, locale, sha256, now });
  const isResumed = await resumeStanding(trx, registration.id, { reason: 'terms-changed', now });
  return ok({ next: isResumed || registration.portChoices.length === 0 ? 'status' : 'ask' });
}
