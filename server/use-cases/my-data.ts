import type { AccountId, PersonId, RegistrationId } from '#core/ids.ts';
import { formatInstant } from '#core/time/rfc3339.ts';
import { findAccount } from '#server/db/repositories/accounts.ts';
import { assistanceOf } from '#server/db/repositories/assistance.ts';
import { findPeople } from '#server/db/repositories/people.ts';
import { findRegistrationOf, type Registration } from '#server/db/repositories/registrations.ts';
import { findCoarsePlaces } from '#server/db/repositories/signals.ts';
import { countSessions, rowsOf, type StoredRows } from '#server/db/repositories/stored-rows.ts';
import type { Db } from '#server/db/schema.ts';
import type { MyData } from '#server/services/my-data.ts';
import { account as accountView } from './account-code.ts';
import { nameOf } from './group-record.ts';
import { herPeople } from './her-people.ts';
import { openAssistance } from './open-assistance.ts';
import { head, type PersonRecord, readPhoto } from './person-record.ts';
import { isStep, readOldPhoto, readTrace } from './read-trace.ts';
import type { Tools } from './tools.ts';

/** The form of the file; a change of its shape is a new number (`docs/my-data.md`). */
const form = 'puente/my-data/1';

/** Everything held about her and her group. */
export async function myData(tools: Tools, accountId: AccountId): Promise<MyData> {
  const db = tools.db.kysely;
  const [view, row, registration] = await Promise.all([
    accountView(tools, accountId),
    findAccount(db, accountId),
    findRegistrationOf(db, accountId),
  ]);
  if (!row) throw new Error('expected the account of who is signed in, found none');
  const account = {
    email: view.email,
    language: row.locale,
    createdAt: row.createdAt,
    codeMadeAt: view.codeMadeAt,
    devices: view.devices,
    sessions: await countSessions(db, accountId),
  };
  const stored = await rowsOf(db, { accountId, registrationId: registration?.id ?? null });
  if (!registration) return { account, registration: null, people: [], records: stored, places: [] };
  const { own: people, group } = await ownPeople(tools, db, registration);
  const records = withoutGuests(await withHelp(tools, db, { stored, id: registration.id }), group);
  const { state, startedAt, registeredAt, portChoices } = registration;
  const there = registration.joinedInto ?? registration.id;
  const photos = new Map((await findPeople(db, there)).map(({ id, photoAt }) => [id, photoAt]));
  const changes = await readTrace(tools, db, { registrationId: there, people });
  const names = new Map<string, string>(group.map(({ id, answers }) => [id, nameOf(answers)]));
  return {
    account,
    registration: { state, startedAt, registeredAt, portChoices },
    people: people.map(({ id, answers }, index) => ({
      id,
      position: index + head,
      answers,
      photoAt: photos.get(id) ?? null,
      guardianName: names.get(answers.guardian ?? '') ?? null,
      changes: changes.get(id) ?? [],
    })),
    records,
    places: await placesOf(tools, registration.id),
  };
}

/** What is sealed of each asking for a person, opened beside it: her words, the note of who decided, the photo that waits. */
async function withHelp(
  tools: Tools,
  db: Db,
  { stored, id }: { readonly stored: StoredRows; readonly id: RegistrationId },
): Promise<StoredRows> {
  const byCode = new Map((await assistanceOf(db, id)).map((one) => [one.code, openAssistance(tools, one)]));
  const opened = (stored['assistance'] ?? []).map((row) => {
    const { livePhoto = null, ...texts } = byCode.get(String(row['code'])) ?? {};
    return { ...row, ...texts, live_photo: livePhoto && asBase64(livePhoto) };
  });
  return { ...stored, ...(opened.length > 0 && { assistance: opened }) };
}

/**
 * Those whose registration this is, her head first, wherever they are now: a joined one's are in another's group. Those who
 * came into hers with a registration of their own are not among them.
 */
async function ownPeople(
  tools: Tools,
  db: Db,
  registration: Pick<Registration, 'id' | 'joinedInto'>,
): Promise<{ readonly own: readonly PersonRecord[]; readonly group: readonly PersonRecord[] }> {
  const { group, hers } = await herPeople(tools, db, registration);
  const own = registration.joinedInto === null ? hers.filter(({ homeId }) => homeId === null) : hers;
  return { own, group };
}

/** What a guest put right is in her own file. */
function withoutGuests(stored: StoredRows, group: readonly PersonRecord[]): StoredRows {
  const guests = new Set<unknown>(group.filter(({ homeId }) => homeId !== null).map(({ id }) => id));
  const { changes } = stored;
  if (!changes) return stored;
  return {
    ...stored,
    changes: changes.filter((row) => !(guests.has(row['person_id']) && isStep(String(row['step'])))),
  };
}

/** Of her own group only: another person's id finds nothing. `change`: the one from before it. */
export async function myPhoto(
  tools: Tools,
  { accountId, person, change }: { readonly accountId: AccountId; readonly person: PersonId; readonly change?: string },
): Promise<Uint8Array | null> {
  const db = tools.db.kysely;
  const registration = await findRegistrationOf(db, accountId);
  const people = registration ? (await ownPeople(tools, db, registration)).own : [];
  const record = people.find(({ id }) => id === person);
  if (!record) return null;
  return change === undefined ? readPhoto(tools, db, record) : readOldPhoto(tools, db, { person, id: change });
}

/** `docs/my-data.md` describes it. Moments are RFC 3339 in UTC, photos base64 of JPEG. */
export async function exportData(tools: Tools, accountId: AccountId): Promise<string> {
  const { people, ...rest } = await myData(tools, accountId);
  const withPhotos = [];
  for (const { id: person, photoAt, position, answers, changes: kept } of people) {
    const photo = await myPhoto(tools, { accountId, person });
    const changes = [];
    for (const { id: change, ...changed } of kept) {
      const before = changed.step === 'photo' ? await myPhoto(tools, { accountId, person, change }) : null;
      changes.push({ ...changed, ...(before && { photo: { jpeg: asBase64(before) } }) });
    }
    withPhotos.push({ position, answers, photo: photo && { at: photoAt, jpeg: asBase64(photo) }, changes });
  }
  const whole = { form, exportedAt: tools.now(), ...rest, people: withPhotos };
  return `${JSON.stringify(whole, asText, 2)}\n`;
}

function asBase64(photo: Uint8Array): string {
  return Buffer.from(photo).toString('base64');
}

/** Every number that stands for a moment is named after it. */
function asText(name: string, value: unknown): unknown {
  return typeof value === 'number' && /(^at|At)$/.test(name) ? formatInstant(value as never) : value;
}

async function placesOf(tools: Tools, id: RegistrationId): Promise<MyData['places']> {
  const rows = await findCoarsePlaces(tools.db.kysely, id);
  return rows.map(({ id: row, sealed, at }) => ({
    cell: String(tools.vault.openJson(sealed, { table: 'coarse_places', column: 'sealed', row })),
    at,
  }));
}
