import { randomUUID } from 'node:crypto';
import type { PersonId, RegistrationId } from '#core/ids.ts';
import type { RegistrationStep } from '#core/registration/answers.ts';
import { checkStep } from '#core/registration/checks.ts';
import { mrzFields } from '#core/registration/mrz-lines.ts';
import { skipField } from '#core/registration/question-rule.ts';
import { askedSteps, isFor, nextStep } from '#core/registration/steps.ts';
import { err, ok } from '#core/result.ts';
import type { TimeZone } from '#core/time/instant.ts';
import { dayIn } from '#core/time/zone.ts';
import {
  addAcceptance,
  lockRegistrationOf,
  type Registration,
  setPrimaryLanguage,
  startRegistration,
} from '#server/db/repositories/registrations.ts';
import type { Trx } from '#server/db/schema.ts';
import type { AfterStep, Applicant, Outcome } from '#server/services.ts';
import { acceptTermsAgain } from './accept-terms-again.ts';
import { head, readPerson, writePhoto, writeRecord } from './person-record.ts';
import { registrationPolicy, type Tools } from './tools.ts';

export type SaveAnswersInput = {
  readonly applicant: Applicant;
  /** Of her group; null for the head herself. */
  readonly person: PersonId | null;
  readonly step: RegistrationStep;
  readonly fields: Readonly<Record<string, string>>;
  /** As uploaded; cleaned here. */
  readonly photo: Uint8Array | undefined;
};

/** Whose calendar says that a birth date lies in the future: the last place on earth where today is still to come. */
const latestZone = 'Pacific/Kiritimati' as TimeZone;

/**
 * One step of a registration: checked, sealed, and what is asked next; the same step where she has to look at what was
 * read for her. Kinds: `fields` (the answers before stay as they were), `registration-complete`, `not-asked` (by no
 * policy now), `not-found` for a person of another group, or a step that her head answers for all.
 */
export async function saveAnswers(tools: Tools, input: SaveAnswersInput): Outcome<{ readonly next: AfterStep }> {
  const now = tools.now();
  const policy = registrationPolicy(tools);
  const { applicant, step } = input;
  if (!askedSteps(policy.questions, 'head').includes(step)) return err({ kind: 'not-asked' });
  const fields = await withLinesRead(tools, input);
  if (!fields.ok) return fields;
  const photo = step === 'photo' && input.photo ? await tools.cleanPhoto(input.photo) : null;
  if (photo && !photo.ok) return err({ kind: 'fields', fields: [{ field: 'photo', ...photo.error }] });
  const terms = await tools.readTerms(applicant.locale);

  return tools.db.transaction(async (trx) => {
    const registration = await findOrStart(tools, trx, applicant);
    if (registration.state === 'registered' && step === 'terms' && input.person === null)
      return acceptTermsAgain(trx, registration, { fields: input.fields, terms, now });
    if (registration.state !== 'incomplete') return err({ kind: 'registration-complete' });
    const { person } = input;
    const before = await readPerson(tools, trx, { registrationId: registration.id, person });
    const who = person === null || before?.position === head ? 'head' : 'member';
    if (person !== null && !before) return err({ kind: 'not-found' });
    if (!isFor(step, who)) return err({ kind: 'not-found' });
    const checked = checkStep(step, fields.value, {
      today: dayIn(now, latestZone),
      questions: policy.questions,
      terms,
      hasPhoto: photo !== null || before?.answers.hasPhoto === true,
      before: before?.answers ?? {},
      readMrz: tools.readMrz,
    });
    if (!checked.ok) return checked;

    const answers = { ...before?.answers, ...checked.value };
    const record = await writeRecord(tools, trx, { registrationId: registration.id, before, answers });
    if (photo) await writePhoto(tools, trx, { person: record, photo: photo.value });
    const { primaryLanguage } = checked.value;
    if (primaryLanguage) await setPrimaryLanguage(trx, registration.id, primaryLanguage);
    if (step === 'terms') {
      await addAcceptance(trx, {
        registrationId: registration.id,
        document: terms.slug,
        version: terms.version,
        locale: terms.locale,
        sha256: terms.sha256,
        now,
      });
    }
    // What was read for her she sees before it counts as her own words.
    const isRead = Boolean(checked.value.document?.read);
    return ok({ next: isRead ? step : nextStep(answers, policy, who) });
  });
}

/** A picture of the document stands for its lines: from here on they are as if she had typed them. */
async function withLinesRead(
  tools: Tools,
  { step, fields, photo }: SaveAnswersInput,
): Outcome<Readonly<Record<string, string>>> {
  if (step !== 'document' || !photo || fields[skipField]) return ok(fields);
  const clean = await tools.cleanPhoto(photo);
  const read = clean.ok ? await tools.readDocumentPicture(clean.value) : clean;
  if (!read.ok) return err({ kind: 'fields', fields: [{ field: 'photo', ...read.error }] });
  const lines = mrzFields.map((field, index) => [field, read.value[index] ?? ''] as const);
  return ok({ ...fields, ...Object.fromEntries(lines) });
}

async function findOrStart(tools: Tools, trx: Trx, applicant: Applicant): Promise<Registration> {
  const known = await lockRegistrationOf(trx, applicant.accountId);
  if (known) return known;
  const id = randomUUID() as RegistrationId;
  const secretSealed = tools.vault.seal(tools.randomBytes(32), {
    table: 'registrations',
    column: 'secret_sealed',
    row: id,
  });
  await startRegistration(trx, { id, accountId: applicant.accountId, secretSealed, now: tools.now() });
  const started = await lockRegistrationOf(trx, applicant.accountId);
  if (!started) throw new Error('expected the registration that was just started');
  return started;
}
