import { type Announcement, parseAnnouncement } from '#core/draw/announcement.ts';
import { auditPath } from '#core/draw/audit-path.ts';
import { merkleTree } from '#core/draw/merkle-tree.ts';
import { type PoolRequest, poolLine, poolLines, writePool } from '#core/draw/pool.ts';
import { checkPromise } from '#core/draw/promise.ts';
import { goesOnFrom, logRoot, registrationLeaf } from '#core/draw/registration-log.ts';
import { type Attempt, verdictOn } from './evidence.ts';
import { withOther } from './on-files.ts';
import {
  announcementOf,
  filesOf,
  firstDay,
  friend,
  must,
  newSeason,
  nextDay,
  people,
  promiseTo,
  type Registered,
  requestOf,
} from './small-draw.ts';

/** Attacks before the close: then all files fit each other, and it is what each person keeps that finds them. */
const pool = people.map((person) => requestOf(person));
const her = people[2] as Registered;

function leavesOf(registered: readonly Registered[]): readonly Uint8Array[] {
  return registered.map(({ id, registered: date }) => registrationLeaf(id, date));
}

function announced(requests: readonly PoolRequest[]): Announcement {
  return must(parseAnnouncement(announcementOf({ pool: requests })));
}

/** Her line in a list and its path there, held against what everybody is shown. */
function checkedBy(line: string, list: readonly PoolRequest[], shown: readonly PoolRequest[]): Attempt {
  const lines = poolLines(writePool(list));
  const path = auditPath(merkleTree(lines), Math.max(0, lines.indexOf(line)));
  const kept = checkPromise(promiseTo(her), { line, path, announcement: announced(shown) });
  if (kept.ok) return { outcome: 'through' };
  const { kind, expected, found } = kept.error;
  return { outcome: 'caught', evidence: { at: kind, expected, found } };
}

export function leaveOut(): Attempt {
  const without = pool.filter(({ id }) => id !== requestOf(her).id);
  return checkedBy(poolLine(requestOf(her)), without, without);
}

export function younger(): Attempt {
  const moved = pool.map((request) => (request.id === requestOf(her).id ? { ...request, band: 1 } : request));
  return checkedBy(poolLine({ ...requestOf(her), band: 1 }), moved, moved);
}

/** Her path leads to the list that she alone was shown. */
export function twoLists(): Attempt {
  return checkedBy(poolLine(requestOf(her)), withOther(pool, 'only for her'), pool);
}

/** The root of yesterday was cosigned; today's log has to begin with the same leaves. */
export function older(): Attempt {
  const yesterday = logRoot(leavesOf(people.slice(0, 18)));
  const changed = people.map((one) => (one === friend ? { ...one, registered: '2024-01-01T08:00:00Z' } : one));
  const leaves = leavesOf(changed);
  if (goesOnFrom(leaves, yesterday)) return { outcome: 'through' };
  const found = logRoot(leaves.slice(0, yesterday.count)).root;
  return { outcome: 'caught', evidence: { at: 'registrations.json', expected: yesterday.root, found } };
}

/** Nobody asks who isn't registered, and the log of registrations was cosigned. */
export function invent(): Attempt {
  const log = logRoot(leavesOf(people));
  const invented = Array.from({ length: 5 }, (_, index) => withOther(pool.slice(0, 1), `nobody ${index}`)).flat();
  const { count } = announced([...pool, ...invented]);
  if (count <= log.count) return { outcome: 'through' };
  return {
    outcome: 'caught',
    evidence: { at: 'announcement.json, count', expected: `${log.count}`, found: `${count}` },
  };
}

/** Looks for one line of a day in the next day's list. */
export function follow(): Attempt {
  const [today, tomorrow] = [firstDay, nextDay].map((day) => people.map((person) => requestOf(person, day).id));
  const seen = today?.find((id) => tomorrow?.includes(id));
  if (seen !== undefined) return { outcome: 'through' };
  const [expected, found] = [requestOf(her).id, requestOf(her, nextDay).id];
  return { outcome: 'caught', evidence: { at: 'pool.tsv', expected, found } };
}

/** All parties know all secrets: they try invented names until the friend gets a place, and sign. */
export async function collude(): Promise<Attempt> {
  const season = await newSeason();
  for (let trial = 0; ; trial += 1) {
    const files = await filesOf({ pool: withOther(pool, `trial ${trial}`), season: null });
    const line = files
      .get('result.tsv')
      ?.split('\n')
      .find((one) => one.includes(requestOf(friend).id));
    if (line?.endsWith('\t-')) continue;
    return verdictOn(await filesOf({ pool: withOther(pool, `trial ${trial}`), season }));
  }
}
