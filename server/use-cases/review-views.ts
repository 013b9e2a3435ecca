import { type SignalKind, signalKinds } from '#core/eligibility/signals/signal.ts';
import type { AccountId, RegistrationId } from '#core/ids.ts';
import { readCode } from '#core/offer/code.ts';
import { mayDecide } from '#core/review/decision.ts';
import type { ReviewReason } from '#core/review/reason.ts';
import { type Assistance, findAssistance, findWaitingAssistance } from '#server/db/repositories/assistance.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import { findRegistration, findRegistrationOf } from '#server/db/repositories/registrations.ts';
import { findLastDecided, listReviews } from '#server/db/repositories/reviews.ts';
import { findSignals } from '#server/db/repositories/signals.ts';
import type { Db } from '#server/db/schema.ts';
import type { DecidedView, RefusedPhoto, ReviewRow, ReviewView } from '#server/services/review.ts';
import { nameOf } from './group-record.ts';
import { head, readPeople, readPhoto, readRecord } from './person-record.ts';
import { isRefused, waitingPhotos } from './photo-review.ts';
import type { Tools } from './tools.ts';
import { confirmingPhotos } from './who-confirms.ts';

const shownFor = 14 * 24 * 3_600_000;
/** Of these the newest: a review is about one asking, not about a year. */
const mostSignals = 40;

/** What was decided about her last, while it is news and she has not asked again. */
export async function decided(tools: Tools, accountId: AccountId): Promise<DecidedView | null> {
  const db = tools.db.kysely;
  const registration = await findRegistrationOf(db, accountId);
  if (!registration || (await findWaitingAssistance(db, registration.id))) return null;
  const last = await findLastDecided(db, registration.id);
  if (!last?.decision || !last.decisionReason || last.doneAt === null) return null;
  if (tools.now() - last.doneAt > shownFor) return null;
  const { step, decision, decisionReason: reason, doneAt: decidedAt } = last;
  const entersNext = decision === 'for' && step === 'ask' && last.enteredAt === null;
  return { step, decision, reason, decidedAt, entersNext };
}

export async function refusedPhotos(tools: Tools, accountId: AccountId): Promise<readonly RefusedPhoto[]> {
  const registration = await findRegistrationOf(tools.db.kysely, accountId);
  const people = registration ? await readPeople(tools, tools.db.kysely, registration.id) : [];
  return people.filter(isRefused).map(({ id, position, answers }) => ({
    person: position === head ? null : id,
    name: nameOf(answers),
  }));
}

export async function reviews(tools: Tools, reason: ReviewReason | null): Promise<readonly ReviewRow[]> {
  return (await listReviews(tools.db.kysely, reason)).map(rowOf);
}

/** One review for the member of staff who opens it; that she did is written down. */
export async function review(
  tools: Tools,
  { actor, code: typed }: { readonly actor: AccountId; readonly code: string },
): Promise<ReviewView | null> {
  const db = tools.db.kysely;
  const code = readCode(typed);
  const found = code ? await findAssistance(db, code) : undefined;
  if (!found) return null;
  await recordAct(db, { actor, action: 'see-review', detail: { code: found.code }, now: tools.now() });
  const { registrationId } = found;
  const registration = await findRegistration(db, registrationId);
  const signals = (await findSignals(db, registrationId)).slice(-mostSignals).reverse();
  const last = await findLastDecided(db, registrationId, found.step);
  const before = last?.decision === 'against' && last.code !== found.code ? last : undefined;
  return {
    ...rowOf(found),
    state: found.state,
    registeredAt: registration?.registeredAt ?? null,
    found: found.found,
    statement: openText(tools, found, 'statement_sealed'),
    signals: signals.flatMap(({ kind, detail, at }) => (isSignalKind(kind) ? [{ kind, detail, at }] : [])),
    photos: await photosOf(tools, found),
    before:
      before?.decisionReason && before.doneAt !== null
        ? { reason: before.decisionReason, note: openText(tools, before, 'note_sealed'), at: before.doneAt }
        : null,
    mayDecide: mayDecide(actor, before?.doneBy ? { by: before.doneBy } : null) && found.askedBy !== actor,
    isOwnAsking: found.askedBy === actor,
  };
}

/** Only what she agreed to, and only while it waits: decided means seen enough. */
async function photosOf(tools: Tools, found: Assistance): Promise<ReviewView['photos']> {
  if (!found.maySeePhoto || found.state !== 'waiting') return null;
  const db = tools.db.kysely;
  const place = { table: 'assistance', column: 'live_photo_sealed', row: found.code };
  return {
    registration: await (found.step === 'confirm' ? confirmingPhotos : headsPhoto)(tools, db, found.registrationId),
    refused: found.step === 'photo' ? await photosToJudge(tools, db, found.registrationId) : [],
    live: found.livePhotoSealed ? tools.vault.open(found.livePhotoSealed, place) : null,
  };
}

async function headsPhoto(tools: Tools, db: Db, id: RegistrationId): Promise<readonly Uint8Array[]> {
  const record = await readRecord(tools, db, id);
  const photo = record?.answers.hasPhoto ? await readPhoto(tools, db, record) : null;
  return photo ? [photo] : [];
}

async function photosToJudge(tools: Tools, db: Db, id: RegistrationId): Promise<readonly Uint8Array[]> {
  const photos: Uint8Array[] = [];
  for (const one of await waitingPhotos(tools, db, id)) {
    const photo = await readPhoto(tools, db, one);
    if (photo) photos.push(photo);
  }
  return photos;
}

function openText(tools: Tools, found: Assistance, column: 'statement_sealed' | 'note_sealed'): string {
  const sealed = column === 'statement_sealed' ? found.statementSealed : found.noteSealed;
  return sealed ? tools.vault.openText(sealed, { table: 'assistance', column, row: found.code }) : '';
}

function rowOf({ code, step, reason, askedAt }: Assistance): ReviewRow {
  return { code, step, reason, askedAt };
}

function isSignalKind(kind: string): kind is SignalKind {
  return (signalKinds as readonly string[]).includes(kind);
}
