import { type SignalKind, signalKinds } from '#core/eligibility/signals/signal.ts';
import type { AccountId } from '#core/ids.ts';
import { readCode } from '#core/offer/code.ts';
import { mayDecide } from '#core/review/decision.ts';
import type { ReviewReason } from '#core/review/reason.ts';
import { type Assistance, findAssistance, findWaitingAssistance } from '#server/db/repositories/assistance.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import { findRegistration, findRegistrationOf, type Registration } from '#server/db/repositories/registrations.ts';
import { findLastDecided, listReviews } from '#server/db/repositories/reviews.ts';
import { findSignals } from '#server/db/repositories/signals.ts';
import type { Db } from '#server/db/schema.ts';
import type { DecidedView, RefusedPhoto, ReviewRow, ReviewView } from '#server/services/review.ts';
import { nameOf } from './group-record.ts';
import { type HerPeople, herPeople } from './her-people.ts';
import { openAssistance } from './open-assistance.ts';
import { readPhoto } from './person-record.ts';
import { isRefused, isWaiting } from './photo-review.ts';
import { readOldPhoto, readTrace } from './read-trace.ts';
import type { Tools } from './tools.ts';
import { confirmingPhotos } from './who-confirms.ts';

const shownFor = 14 * 24 * 3_600_000;
/** Of these the newest: a review is about one asking, not about a year. */
const mostSignals = 40;
/** The newest of each person. */
const mostEarlierPhotos = 3;

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
  if (!registration) return [];
  const { hers, self } = await herPeople(tools, tools.db.kysely, registration);
  return hers.filter(isRefused).map(({ id, answers }) => ({
    person: id === self?.id ? null : id,
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
    statement: openAssistance(tools, found).statement,
    changes: registration ? await changesOf(tools, { registration, found }) : [],
    signals: signals.flatMap(({ kind, detail, at }) => (isSignalKind(kind) ? [{ kind, detail, at }] : [])),
    photos: registration ? await photosOf(tools, { registration, found }) : null,
    before:
      before?.decisionReason && before.doneAt !== null
        ? { reason: before.decisionReason, note: openAssistance(tools, before).note, at: before.doneAt }
        : null,
    mayDecide: mayDecide(actor, before?.doneBy ? { by: before.doneBy } : null) && found.askedBy !== actor,
    isOwnAsking: found.askedBy === actor,
  };
}

type Asked = { readonly registration: Registration; readonly found: Assistance };

/** Who answered otherwise before, and what: while it waits, as with the photos. */
async function changesOf(tools: Tools, { registration, found }: Asked): Promise<ReviewView['changes']> {
  if (found.state !== 'waiting') return [];
  const { group, hers, self } = await herPeople(tools, tools.db.kysely, registration);
  const names = new Map<string, string>(group.map(({ id, answers }) => [id, nameOf(answers)]));
  const traces = await tracesOf(tools, { registration, hers });
  return hers.flatMap((one) => {
    const { id, answers } = one;
    const changes = traces.get(id) ?? [];
    return changes.length === 0 ? [] : [{ id, name: nameOf(answers), isHead: one === self, names, changes }];
  });
}

/** A trace is kept where the people are: a guest's in the group that she came to. */
function tracesOf(
  tools: Tools,
  { registration, hers }: { readonly registration: Registration; readonly hers: HerPeople['hers'] },
): ReturnType<typeof readTrace> {
  const { id, joinedInto } = registration;
  return readTrace(tools, tools.db.kysely, { registrationId: joinedInto ?? id, people: hers });
}

/** Only what she agreed to, and only while it waits: decided means seen enough. */
async function photosOf(tools: Tools, { registration, found }: Asked): Promise<ReviewView['photos']> {
  if (!found.maySeePhoto || found.state !== 'waiting') return null;
  const db = tools.db.kysely;
  const { hers, self } = await herPeople(tools, db, registration);
  return {
    registration: await (found.step === 'confirm'
      ? confirmingPhotos(tools, db, registration.id)
      : photosIn(tools, db, self?.answers.hasPhoto ? [self] : [])),
    refused: found.step === 'photo' ? await photosIn(tools, db, hers.filter(isWaiting)) : [],
    live: openAssistance(tools, found).livePhoto,
    earlier: await earlierPhotos(tools, { registration, hers }),
  };
}

/** Which others took the place of: somebody who brings a face of her own to a place that she bought would show here. */
async function earlierPhotos(
  tools: Tools,
  of: { readonly registration: Registration; readonly hers: HerPeople['hers'] },
): Promise<readonly Uint8Array[]> {
  const db = tools.db.kysely;
  const photos: Uint8Array[] = [];
  for (const [person, changes] of await tracesOf(tools, of)) {
    for (const change of changes.filter(({ step }) => step === 'photo').slice(0, mostEarlierPhotos)) {
      const photo = await readOldPhoto(tools, db, { person, id: change.id });
      if (photo) photos.push(photo);
    }
  }
  return photos;
}

async function photosIn(tools: Tools, db: Db, people: HerPeople['hers']): Promise<readonly Uint8Array[]> {
  const photos: Uint8Array[] = [];
  for (const one of people) {
    const photo = await readPhoto(tools, db, one);
    if (photo) photos.push(photo);
  }
  return photos;
}

function rowOf({ code, step, reason, askedAt }: Assistance): ReviewRow {
  return { code, step, reason, askedAt };
}

function isSignalKind(kind: string): kind is SignalKind {
  return (signalKinds as readonly string[]).includes(kind);
}
