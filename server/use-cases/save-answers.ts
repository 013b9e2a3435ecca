import { randomUUID } from 'node:crypto';
import type { PersonId, RegistrationId } from '#core/ids.ts';
import { policyAt } from '#core/policy/policy.ts';
import type { Answers, RegistrationStep } from '#core/registration/answers.ts';
import { checkStep } from '#core/registration/checks.ts';
import { isAdult } from '#core/registration/group.ts';
import { mrzFields } from '#core/registration/mrz-lines.ts';
import { skipField } from '#core/registration/question-rule.ts';
import type { Who } from '#core/registration/step-rule.ts';
import { isAsked, isFor, isForGuest } from '#core/registration/steps.ts';
import { err, ok } from '#core/result.ts';
import type { TimeZone } from '#core/time/instant.ts';
import { dayIn } from '#core/time/zone.ts';
import {
  addAcceptance,
  lockWithHost,
  type Registration,
  setPrimaryLanguage,
  startRegistration,
} from '#server/db/repositories/registrations.ts';
import type { Trx } from '#server/db/schema.ts';
import type { AfterAnswer, Applicant, Outcome } from '#server/services.ts';
import { acceptTermsAgain } from './accept-terms-again.ts';
import { renewProof } from './appointment-proof.ts';
import { keepTrace } from './edit-registered.ts';
import { groupDay, settleGroup } from './group-record.ts';
import { adultsBeside } from './group-view.ts';
import { herPeople } from './her-people.ts';
import { judgePhoto } from './judge-photo.ts';
import { nextAfter, nextOfGuest } from './next-question.ts';
import { head, writePhoto, writeRecord } from './person-record.ts';
import { endPhotoReviews } from './photo-review.ts';
import { type PolicyTools, policyNow, type Tools } from './tools.ts';

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
 * One step of a registration, also after it was sent: then what was there before is kept as a trace. Of a guest's own
 * people it is the group's that they are in, and what holds for that group holds for them. Leads to what comes
 * next, or to the same step where she has to look at what was read for her. Kinds: `fields` (the answers before stay as
 * they were), `photo-refused` (the third in a row: a person can look); `not-asked` (by no policy now); `not-found` for a
 * person whom she doesn't answer for, or a step that another does; `group-frozen` for a new photo while a place is drawn
 * or held, and for any change from the day of the appointment on; `group-needs-adult` and `guardian-apart` for a birth
 * date that would leave a child alone.
 */
export async function saveAnswers(tools: Tools, input: SaveAnswersInput): Outcome<AfterAnswer> {
  const now = tools.now();
  const policy = policyNow(tools);
  const { applicant, step, person } = input;
  if (!isAsked(step, policy.questions)) return err({ kind: 'not-asked' });
  const fields = await withLinesRead(tools, input);
  if (!fields.ok) return fields;
  const sandboxWish = input.fields['sandboxWish'];
  const photo =
    step === 'photo' && input.photo
      ? await judgePhoto(tools, { applicant, person, photo: input.photo, sandboxWish })
      : null;
  if (photo && !photo.ok) return photo;
  const terms = await tools.readTerms(applicant.locale, policy.termsVersion);

  return tools.db.transaction(async (trx) => {
    const { own: registration, host } = await findOrStart(tools, trx, applicant);
    if (registration.state === 'registered' && step === 'terms' && person === null) {
      const accepted = await acceptTermsAgain(trx, registration, { fields: input.fields, terms, now });
      return accepted.ok ? ok({ ...accepted.value, person: null }) : accepted;
    }
    const isGuest = registration.state === 'joined';
    const group = isGuest ? host : registration;
    if (!group || registration.state === 'closed') return err({ kind: 'not-found' });
    const { id: registrationId } = group;
    const { group: people, hers, self } = await herPeople(tools, trx, registration);
    const before = (person === null ? self : hers.find(({ id }) => id === person)) ?? null;
    if (!before && (person !== null || isGuest)) return err({ kind: 'not-found' });
    const who: Who = before && before !== self ? 'member' : 'head';
    const mayAnswer = isGuest ? isForGuest : isFor;
    if (!mayAnswer(step, who, policy.questions)) return err({ kind: 'not-found' });
    const checked = checkStep(step, fields.value, {
      today: dayIn(now, latestZone),
      questions: policy.questions,
      who,
      terms,
      adults: before ? adultsBeside(hers, before.id, tools).map(({ id }) => id) : [],
      hasPhoto: photo !== null || before?.answers.hasPhoto === true,
      before: before?.answers ?? {},
      readMrz: tools.readMrz,
    });
    if (!checked.ok) return checked;

    const wasRefused = before?.answers.photoMisses !== undefined;
    const accepted = photo && wasRefused ? { photoWaits: false, photoMissing: false, photoMisses: 0 } : {};
    const together = { ...before?.answers, ...checked.value, ...accepted };
    const isHeadThere = before === null || before.position === head;
    const answers = step === 'birth' && !isHeadThere ? withGuardian(together, tools) : together;
    if (before?.registeredAt) {
      const allowed = await keepTrace(tools, trx, {
        registrationId,
        people,
        before,
        answers,
        step,
        isNewPhoto: photo !== null,
      });
      if (!allowed.ok) return allowed;
    }
    const changed = await writeRecord(tools, trx, { registrationId, before, answers });
    const after = before ? people.map((one) => (one.id === changed.id ? changed : one)) : [changed, ...people];
    if (photo) {
      await writePhoto(tools, trx, { person: changed, photo: photo.value });
      await endPhotoReviews(tools, trx, { group: registrationId, people: after });
    }
    const { primaryLanguage } = checked.value;
    if (primaryLanguage) await setPrimaryLanguage(trx, registration.id, primaryLanguage);
    if (step === 'birth' || step === 'guardian') await settleGroup(tools, trx, group);
    if (step === 'name' && before?.registeredAt) await renewProof(tools, trx, registrationId);
    if (step === 'terms') {
      const { slug: document, version, locale, sha256 } = terms;
      await addAcceptance(trx, { registrationId, document, version, locale, sha256, now });
    }
    // What was read for her she sees before it counts as her own words.
    if (checked.value.document?.read) return ok({ next: step, person });
    if (isGuest) return ok(nextOfGuest(tools, { changed, who, hers }));
    return ok(nextAfter(tools, after, { changed, isRegistered: registration.state === 'registered' }));
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

/** An adult needs no guardian, and who turns out to be a minor is asked for hers. */
function withGuardian(answers: Partial<Answers>, tools: PolicyTools): Partial<Answers> {
  const now = tools.now();
  const { guardian, ...others } = answers;
  const { birthDate } = others;
  if (birthDate !== undefined && isAdult(birthDate, groupDay(tools, now), policyAt(now, tools.policies)))
    return { ...others, guardian: '' };
  return guardian ? answers : others;
}

async function findOrStart(
  tools: Tools,
  trx: Trx,
  applicant: Applicant,
): Promise<{ readonly own: Registration; readonly host: Registration | undefined }> {
  const known = await lockWithHost(trx, applicant.accountId);
  if (known) return known;
  const id = randomUUID() as RegistrationId;
  const secretSealed = tools.vault.seal(tools.randomBytes(32), {
    table: 'registrations',
    column: 'secret_sealed',
    row: id,
  });
  await startRegistration(trx, { id, accountId: applicant.accountId, secretSealed, now: tools.now() });
  const started = await lockWithHost(trx, applicant.accountId);
  if (!started) throw new Error('expected the registration that was just started');
  return started;
}
