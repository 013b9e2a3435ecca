import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { parseAnnouncement, writeAnnouncement } from '#core/draw/announcement.ts';
import { parseCapacity } from '#core/draw/capacity.ts';
import { tipBelow } from '#core/draw/chain.ts';
import { writeCosignatures } from '#core/draw/cosignatures.ts';
import { countsByPort } from '#core/draw/counts.ts';
import { appendDraw, type DrawLogLine, writeDrawLog } from '#core/draw/draws-log.ts';
import { appendFreed, writeFreed } from '#core/draw/freed-log.ts';
import { nobleHash, toHex, utf8 } from '#core/draw/hash.ts';
import { parsePool } from '#core/draw/pool.ts';
import { runDraw } from '#core/draw/run-draw.ts';
import { writeSeason } from '#core/draw/season.ts';
import { writeSummary } from '#core/draw/summary.ts';
import recorded from '../vectors/drand/quicknet.json' with { type: 'json' };
import { type DrawVector, readDrawVector } from './draw-vectors.ts';

type Success<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: object };

function must<Value>(result: Success<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** RFC 8410: what stands before the 32 bytes of a private key. Each party's is its name, made up. */
const keyPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

export function privateKeyOf(party: string) {
  const key = Buffer.concat([keyPrefix, nobleHash.sha256(utf8(party))]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

export function signature(party: string, text: string): string {
  return sign(null, Buffer.from(text), privateKeyOf(party)).toString('hex');
}

export function publicKeyOf(party: string): string {
  const der = createPublicKey(privateKeyOf(party)).export({ format: 'der', type: 'spki' });
  return der.subarray(-32).toString('hex');
}

/** A vector's draw with everything that a season publishes beside it, by file, and a round of drand's that was one. */
export function seasonOf(vectorName: string): ReadonlyMap<string, string> {
  return seasonAround(withRecordedRound(readDrawVector(vectorName)));
}

/** The same with the vector's own round, which nobody signed. */
export function seasonWithMadeUpRound(vectorName: string): ReadonlyMap<string, string> {
  return seasonAround(readDrawVector(vectorName));
}

function withRecordedRound(vector: DrawVector): DrawVector {
  const [drand] = recorded;
  if (vector.drandSignature === null || !drand) return vector;
  const announced = must(parseAnnouncement(vector.announcement));
  const announcement = must(writeAnnouncement({ ...announced, drandRound: drand.round }));
  const changed = { ...vector, announcement, drandSignature: drand.signature };
  const { seed, cutOffs, result, resultHash, slots, slotRoot } = must(runDraw(changed));
  return { ...changed, seed, cutOffs, result, resultHash, slots, slotRoot };
}

function seasonAround(vector: DrawVector): ReadonlyMap<string, string> {
  const announcement = must(parseAnnouncement(vector.announcement));
  const { parties, draw, day, bands } = announcement;
  const capacity = must(parseCapacity(vector.capacity));
  const requests = must(parsePool(vector.pool, { capacity, bounds: bands.length }));
  const { seed, cutOffs, resultHash, slotRoot, reveals, drandSignature, slotKey } = vector;
  const counts = countsByPort(
    requests.rests,
    capacity.ports.map(({ port }) => port),
  );
  const summary = writeSummary({
    announcement: vector.announcement,
    counts,
    seed,
    cutOffs,
    resultHash,
    slotRoot,
    reveals,
    drandSignature,
  });
  const names = parties.map(({ name }) => name);
  const season = must(
    writeSeason({
      parties: names.map((name, index) => ({
        key: publicKeyOf(name),
        name,
        tip: tipBelow(reveals[index] ?? '', draw),
      })),
    }),
  );
  const [, id = '', outcome = ''] = /^[0-9a-f]{64}\t([0-9a-f]{64})\t([^\t]+ [^\t]+)$/m.exec(vector.result) ?? [];
  const size = [...requests].find((request) => request.id === id)?.size ?? 0;
  const port = outcome.split(' ')[0] ?? '';
  const freed = appendFreed(null, { act: 'free', port, id, size, why: 'lapsed' }, { resultHash });
  return new Map([
    ['pool.tsv', vector.pool],
    ['capacity.json', vector.capacity],
    ['announcement.json', vector.announcement],
    ['result.tsv', vector.result],
    ['slots.tsv', vector.slots],
    ['draw.json', JSON.stringify({ reveals, drandSignature, slotKey, seed, resultHash, slotRoot, cutOffs }, null, 1)],
    ['season.json', season],
    [
      'cosignatures.json',
      writeCosignatures({
        announcement: names.map((name) => signature(name, vector.announcement)),
        summary: names.map((name) => signature(name, summary)),
      }),
    ],
    ['summary.json', summary],
    ['draws.tsv', writeDrawLog(logOf({ draw, day, previousResult: announcement.previousResult }, vector))],
    ['freed.txt', writeFreed([freed])],
  ]);
}

/** The log up to two draws after this one; of the others nothing is known but the result before. */
function logOf(
  { draw, day, previousResult }: { readonly draw: number; readonly day: string; readonly previousResult: string },
  { announcement, resultHash }: { readonly announcement: string; readonly resultHash: string },
): readonly DrawLogLine[] {
  const lines: DrawLogLine[] = [];
  const drawnAt = Date.parse(day);
  for (let number = 1; number <= draw + 2; number += 1) {
    const other = toHex(nobleHash.sha256(utf8(`draw ${number}`)));
    const isThis = number === draw;
    const line = {
      day: new Date(drawnAt + (number - draw) * 86_400_000).toISOString().slice(0, 10),
      announcementHash: isThis ? toHex(nobleHash.sha256(utf8(announcement))) : other,
      resultHash: isThis ? resultHash : number === draw - 1 ? previousResult : other,
    };
    lines.push(appendDraw(lines.at(-1) ?? null, line));
  }
  return lines;
}
