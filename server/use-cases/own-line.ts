import { auditPath } from '#core/draw/audit-path.ts';
import { type CutOffs, placeByCutOffs } from '#core/draw/cut-offs.ts';
import { dailyId } from '#core/draw/daily-id.ts';
import { protocol } from '#core/draw/forms.ts';
import { toHex, utf8 } from '#core/draw/hash.ts';
import { type MerkleTree, merkleTree } from '#core/draw/merkle-tree.ts';
import type { OwnLine } from '#core/draw/own-line.ts';
import { poolLine, poolLines } from '#core/draw/pool.ts';
import { writePromise } from '#core/draw/promise.ts';
import { ticketOf } from '#core/draw/ticket.ts';
import type { AccountId } from '#core/ids.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { type AnnouncedDraw, announcementBefore, findAnnounced, findDraw } from '#server/db/repositories/draws.ts';
import { findRegistrationOf, type Registration } from '#server/db/repositories/registrations.ts';
import { type PastRequest, requestsOf } from '#server/db/repositories/requests.ts';
import { type DrawParty, partiesOf } from '#server/db/repositories/rounds.ts';
import type { Db } from '#server/db/schema.ts';
import type { DrawsServices } from '#server/services/draws.ts';
import { seasonFile, seasonText } from './draw-files.ts';
import { nodeHash } from './hash.ts';
import { operatorKey } from './operator-key.ts';
import type { Tools } from './tools.ts';

/** All of it follows from what is kept, the same each time: nothing is stored for it. */
export function ownLines(tools: Tools): DrawsServices['ownLine'] {
  const grow = keptTrees(tools.db.kysely);
  return async (accountId, day) => {
    const db = tools.db.kysely;
    const found = await findOwn(db, accountId, day);
    if (!found) return null;
    const { request } = found;
    const promise = await promiseOf(tools, found);
    const { sign } = await operatorKey(tools, db);
    const drawn = await findAnnounced(db, request.day);
    const season = drawn ? await seasonText(db, drawn.season) : (await seasonFile(tools, 'season.json'))?.text;
    const own: Omit<OwnLine, 'closed' | 'drawn'> = {
      protocol,
      season: season ?? null,
      promise,
      promiseSignature: sign(promise),
    };
    const line = lineOf(request);
    if (!drawn || !line) return { ...own, closed: null, drawn: null };
    const parties = await partiesOf(db, request.day);
    const inPool = await grow(request.day, 'pool');
    const path = pathTo(inPool, line);
    if (!path) throw new Error(`expected the request ${request.id} in the pool of ${request.day}`);
    const signatures = ofAll(parties, 'announcementSignature');
    return {
      ...own,
      closed: { announcement: drawn.announcement, signatures, line, path },
      drawn: drawn.summary === null ? null : await outcomeOf(request, { ...drawn, parties, grow }),
    };
  };
}

type Found = { readonly registration: Registration; readonly request: PastRequest };

async function findOwn(db: Db, accountId: AccountId, day: LocalDay | null): Promise<Found | null> {
  const registration = await findRegistrationOf(db, accountId);
  if (!registration) return null;
  const [request] = (await requestsOf(db, registration.id))
    .filter((one) => one.state !== 'withdrawn' && (day === null || one.day === day))
    .toSorted((one, other) => (one.day < other.day ? 1 : -1));
  return request ? { registration, request } : null;
}

/** As the request stands now; of a closed one, as the close found it. */
async function promiseOf(tools: Tools, { registration, request }: Found): Promise<string> {
  const { day, ports, size, registeredAt, poolClosedAt } = request;
  const place = { table: 'registrations', column: 'secret_sealed', row: registration.id };
  const before = await announcementBefore(tools.db.kysely, day);
  const promise = writePromise({
    day,
    id: dailyId(tools.vault.open(registration.secretSealed, place), day, nodeHash),
    lastAnnouncement: before === undefined ? '0'.repeat(64) : toHex(nodeHash.sha256(utf8(before))),
    ports,
    registered: timeOf(registeredAt),
    size,
    time: timeOf(poolClosedAt ?? tools.now()),
  });
  if (!promise.ok) throw new Error(`expected a promise for ${request.id}, found ${promise.error.kind}`);
  return promise.value;
}

/** Null while she still waits for the close. */
function lineOf({ dailyId: id, band, size, ports }: PastRequest): string | null {
  return id === null || band === null ? null : poolLine({ id, size, band, ports });
}

type Drawn = AnnouncedDraw & { readonly parties: readonly DrawParty[]; readonly grow: Grow };

async function outcomeOf(
  { day, dailyId: id, band, ports }: PastRequest,
  { summary, parties, grow }: Drawn,
): Promise<OwnLine['drawn']> {
  if (summary === null || id === null || band === null) return null;
  const { seed, cutOffs } = JSON.parse(summary) as { readonly seed: string; readonly cutOffs: CutOffs };
  const ticket = ticketOf(seed, id, nodeHash);
  const place = placeByCutOffs({ band, ports, ticket }, cutOffs);
  return {
    summary,
    signatures: ofAll(parties, 'summarySignature'),
    ticket,
    outcome: place ? `${place.port} ${place.list}` : '-',
    slot: place && slotOf(await grow(day, 'slots'), id),
  };
}

function slotOf(slots: Grown, id: string): NonNullable<OwnLine['drawn']>['slot'] {
  const line = slots.lines[indexOf(slots.lines, id)];
  const path = line?.startsWith(id) ? pathTo(slots, line) : null;
  return line !== undefined && path ? { line, path } : null;
}

/** None until all have signed. */
function ofAll(parties: readonly DrawParty[], what: 'announcementSignature' | 'summarySignature'): readonly string[] {
  const all = parties.flatMap((party) => party[what] ?? []);
  return all.length === parties.length ? all : [];
}

type Grown = { readonly lines: readonly string[]; readonly tree: MerkleTree };
type Grow = (day: LocalDay, file: 'pool' | 'slots') => Promise<Grown>;

/** The trees of the day that was asked for last: a tree of a million takes seconds, and all ask on the same day. */
function keptTrees(db: Db): Grow {
  const kept = new Map<'pool' | 'slots', { readonly day: LocalDay; readonly grown: Promise<Grown> }>();
  return (day, file) => {
    const known = kept.get(file);
    if (known?.day === day) return known.grown;
    const grown = grow(db, day, file);
    kept.set(file, { day, grown });
    // What failed is tried again.
    grown.catch(() => kept.delete(file));
    return grown;
  };
}

async function grow(db: Db, day: LocalDay, file: 'pool' | 'slots'): Promise<Grown> {
  const text = (await findDraw(db, day))?.[file];
  if (text === undefined || text === null) throw new Error(`expected the ${file} of ${day}`);
  const lines = poolLines(text);
  return { lines, tree: merkleTree(lines, nodeHash) };
}

function pathTo({ lines, tree }: Grown, line: string) {
  const index = indexOf(lines, line.slice(0, 64));
  return lines[index] === line ? auditPath(tree, index) : null;
}

/** Of the first line that isn't before that id; both files are sorted by it. */
function indexOf(lines: readonly string[], id: string): number {
  let [from, to] = [0, lines.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((lines[middle] ?? '') < id) from = middle + 1;
    else to = middle;
  }
  return from;
}

function timeOf(instant: Instant): string {
  return new Date(instant).toISOString();
}
