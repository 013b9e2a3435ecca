import { announce } from '#core/draw/announce.ts';
import { bandOf } from '#core/draw/bands.ts';
import { writeCapacity } from '#core/draw/capacity.ts';
import { type Chain, chainSecret } from '#core/draw/chain.ts';
import { writeCosignatures } from '#core/draw/cosignatures.ts';
import { dailyId } from '#core/draw/daily-id.ts';
import { appendDraw, writeDrawLog } from '#core/draw/draws-log.ts';
import { nobleHash, toHex, utf8 } from '#core/draw/hash.ts';
import { type PoolRequest, writePool } from '#core/draw/pool.ts';
import { type PoolPromise, parsePromise, writePromise } from '#core/draw/promise.ts';
import { runDraw } from '#core/draw/run-draw.ts';
import { writeSeason } from '#core/draw/season.ts';
import { writeSummary } from '#core/draw/summary.ts';

/** A draw with made-up people, small enough for any phone: nothing of it is kept, nothing is sent. */
export const [firstDay, nextDay] = ['2027-03-01', '2027-03-02'] as const;
export const bands = ['2026-06-01T00:00:00Z'] as const;

const parties = ['operator', 'witness-a', 'witness-b'] as const;
type PartyName = (typeof parties)[number];
const chainLength = 9;

export type Registered = { readonly id: string; readonly registered: string; readonly ports: readonly string[] };

/** Twenty ask at two ports with three places each. */
export const people: readonly Registered[] = Array.from({ length: 20 }, (_, index) => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  registered: `2026-0${1 + (index % 9)}-0${1 + (index % 7)}T08:00:00Z`,
  ports: index % 3 === 0 ? ['laredo', 'nogales'] : index % 3 === 1 ? ['nogales'] : ['laredo'],
}));

export const friend = people[16] as Registered;

export function requestOf({ id, registered, ports }: Registered, day: string = firstDay): PoolRequest {
  const secret = nobleHash.sha256(utf8(`secret of ${id}`));
  return { id: dailyId(secret, day), size: 1, band: bandOf(Date.parse(registered), bands), ports };
}

/** What she was promised when she asked. */
export function promiseTo(person: Registered): PoolPromise {
  const { id, size, ports } = requestOf(person);
  const { registered } = person;
  const lastAnnouncement = '0'.repeat(64);
  const given = { day: firstDay, id, size, ports, registered, lastAnnouncement, time: '2027-02-28T17:00:00Z' };
  return must(parsePromise(must(writePromise(given))));
}

export function capacityOn(day: string, places: number): string {
  const ports = ['laredo', 'nogales'].map((port) => ({ port, slots: [{ places, slot: `${day}T08:00` }] }));
  return must(writeCapacity({ day, maxGroup: 4, oldestShare: 5000, ports }));
}

/** Signs for a party; null where this browser has no Ed25519. */
type Sign = (party: PartyName, text: string) => Promise<string>;
export type Season = { readonly file: string; readonly sign: Sign } | null;

export async function newSeason(): Promise<Season> {
  const keys = new Map<PartyName, CryptoKeyPair>();
  try {
    for (const name of parties) keys.set(name, await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']));
  } catch {
    return null;
  }
  const entries = await Promise.all(
    [...keys].map(async ([name, { publicKey }]) => {
      const key = toHex(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));
      return { name, key, tip: secretOf(name, 0) };
    }),
  );
  return {
    file: must(writeSeason({ parties: entries })),
    async sign(party, text) {
      const key = keys.get(party)?.privateKey;
      if (!key) throw new Error(`expected a key of ${party}`);
      return toHex(new Uint8Array(await crypto.subtle.sign('Ed25519', key, new Uint8Array(utf8(text)))));
    },
  };
}

export function secretOf(party: PartyName, draw: number): string {
  const chain: Chain = { last: nobleHash.sha256(utf8(`last secret of ${party}`)), length: chainLength };
  return toHex(must(chainSecret(chain, draw)));
}

export type Inputs = {
  readonly pool: readonly PoolRequest[];
  readonly capacity?: string;
  readonly season: Season;
};

/** The announcement of a pool, as the season's first draw. */
export function announcementOf({
  pool,
  capacity = capacityOn(firstDay, 3),
}: Pick<Inputs, 'pool' | 'capacity'>): string {
  return must(
    announce({
      pool: writePool(pool),
      capacity,
      bands,
      draw: 1,
      drandRound: null,
      parties: parties.map((name) => ({ name, tip: secretOf(name, 0) })),
      policy: 'example',
      previousResult: null,
      slotKey,
    }),
  );
}

const slotKey = toHex(nobleHash.sha256(utf8('slot key')));

/** All files of an honest draw, as everybody gets them in the end. */
export async function filesOf({
  pool,
  capacity = capacityOn(firstDay, 3),
  season,
}: Inputs): Promise<Map<string, string>> {
  const announcement = announcementOf({ pool, capacity });
  const reveals = parties.map((name) => secretOf(name, 1));
  const drawn = must(
    runDraw({ pool: writePool(pool), capacity, announcement, reveals, drandSignature: null, slotKey }),
  );
  const { seed, cutOffs, counts, result, resultHash, slotRoot } = drawn;
  const revealed = { reveals, drandSignature: null };
  const summary = writeSummary({ announcement, counts, seed, cutOffs, resultHash, slotRoot, ...revealed });
  const announcementHash = toHex(nobleHash.sha256(utf8(announcement)));
  const files = new Map([
    ['pool.tsv', writePool(pool)],
    ['capacity.json', capacity],
    ['announcement.json', announcement],
    ['result.tsv', result],
    ['draw.json', JSON.stringify({ ...revealed, slotKey: null, seed, resultHash, slotRoot, cutOffs })],
    ['summary.json', summary],
    ['draws.tsv', writeDrawLog([appendDraw(null, { day: firstDay, announcementHash, resultHash })])],
  ]);
  if (season) {
    files.set('season.json', season.file);
    const signAll = (text: string) => Promise.all(parties.map((name) => season.sign(name, text)));
    const signed = { announcement: await signAll(announcement), summary: await signAll(summary) };
    files.set('cosignatures.json', writeCosignatures(signed));
  }
  return files;
}

export function must<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value {
  if (!result.ok) throw new Error(`expected a sound example, found ${JSON.stringify(result)}`);
  return result.value;
}
