import type { AccountId } from '#core/ids.ts';
import type { Problem } from '#core/problem/kinds.ts';
import { err, ok, type Result } from '#core/result.ts';
import { checkStatement } from '#core/review/decision.ts';
import { isReviewReason, readFound } from '#core/review/reason.ts';
import { findWaitingAssistance } from '#server/db/repositories/assistance.ts';
import { findRegistrationOf, type Registration } from '#server/db/repositories/registrations.ts';
import { findLastDecided } from '#server/db/repositories/reviews.ts';
import type { Applicant, AssistanceView, Outcome } from '#server/services.ts';
import { type About, assistAsking, assistConfirming } from './assist.ts';
import { assistWithPhoto } from './photo-review.ts';
import type { Tools } from './tools.ts';

type Step = 'ask' | 'confirm' | 'photo';
type Fields = Readonly<Record<string, string>>;

/**
 * The assisted way (design, rules 3 and 5): the step waits for a person, who is told what she was refused for; she gets a
 * short code to show to a helper or at an office. Kinds: `registration-incomplete`, `ports-missing` (ask), `no-offer`
 * (confirm), `fields` (`statement`: has to say something new where a person said no before).
 */
export async function requestAssistance(
  tools: Tools,
  input: { readonly applicant: Applicant; readonly step: Step; readonly fields?: Fields },
): Outcome<{ readonly code: string }> {
  const { step, fields = {} } = input;
  const registration = await findRegistrationOf(tools.db.kysely, input.applicant.accountId);
  if (registration && step === 'photo') {
    const about = await aboutOf(tools, registration, { step, fields: { ...fields, reason: 'registration-photo' } });
    return about.ok ? assistWithPhoto(tools, { applicant: input.applicant, about: about.value }) : about;
  }
  if (registration?.state !== 'registered') return err({ kind: 'registration-incomplete' });
  if (step === 'ask' && registration.portChoices.length === 0) return err({ kind: 'ports-missing' });
  const about = await aboutOf(tools, registration, { step, fields });
  if (!about.ok) return about;
  const code =
    step === 'ask'
      ? await assistAsking(tools, registration.id, about.value)
      : await assistConfirming(tools, registration.id, about.value);
  return code === null ? err({ kind: 'no-offer' }) : ok({ code });
}

async function aboutOf(
  tools: Tools,
  { id }: Registration,
  { step, fields }: { readonly step: Step; readonly fields: Fields },
): Promise<Result<About, Problem>> {
  const statement = checkStatement(fields, 'statement');
  if (!statement.ok) return err({ kind: 'fields', fields: [statement.error] });
  const last = await findLastDecided(tools.db.kysely, id, step);
  // Another photo is news enough.
  if (last?.decision === 'against' && statement.value === '' && step !== 'photo')
    return err({ kind: 'fields', fields: [{ field: 'statement', kind: 'missing' }] });
  const { reason = '' } = fields;
  return ok({
    reason: isReviewReason(reason) ? reason : 'help',
    found: readFound(fields),
    statement: statement.value,
    maySeePhoto: fields['maySeePhoto'] === 'yes',
    livePhoto: null,
  });
}

export async function assistanceOf(tools: Tools, accountId: AccountId): Promise<AssistanceView | null> {
  const registration = await findRegistrationOf(tools.db.kysely, accountId);
  if (!registration) return null;
  // Of several codes the one by which a place is kept: it has to be shown first.
  const waiting =
    (await findWaitingAssistance(tools.db.kysely, registration.id, 'confirm')) ??
    (await findWaitingAssistance(tools.db.kysely, registration.id));
  return waiting ? { code: waiting.code, step: waiting.step, reason: waiting.reason, askedAt: waiting.askedAt } : null;
}
