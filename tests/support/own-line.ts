import { parseAnnouncement } from '#core/draw/announcement.ts';
import { auditPath } from '#core/draw/audit-path.ts';
import { parseCosignatures } from '#core/draw/cosignatures.ts';
import { merkleTree } from '#core/draw/merkle-tree.ts';
import type { OwnLine } from '#core/draw/own-line.ts';
import { poolLines } from '#core/draw/pool.ts';
import { writePromise } from '#core/draw/promise.ts';
import { seasonOf, signature } from './draw-season.ts';

function must<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

/** After the draw: each part is there. */
export type WholeLine = { readonly [Name in keyof OwnLine]: NonNullable<OwnLine[Name]> };

/** What one person of a vector's draw keeps: the foremost in ticket order with this outcome, such as `-`. */
export function ownLineOf(vectorName: string, outcome: string): WholeLine {
  const file = (name: string): string => season.get(name) ?? '';
  const season = seasonOf(vectorName);
  const announcement = must(parseAnnouncement(file('announcement.json')));
  const cosignatures = must(parseCosignatures(file('cosignatures.json')));
  const found = poolLines(file('result.tsv')).find((one) => one.endsWith(`\t${outcome}`));
  const [ticket = '', id = ''] = found?.split('\t') ?? [];
  const pool = poolLines(file('pool.tsv'));
  const slots = poolLines(file('slots.tsv'));
  const [mine, slot] = [pool, slots].map((lines) => lines.findIndex((line) => line.startsWith(id)));
  if (!found || mine === undefined || slot === undefined) throw new Error(`expected somebody with ${outcome}`);
  const line = pool[mine] ?? '';
  const [, size, band, ports = ''] = line.split('\t');
  const promise = must(
    writePromise({
      day: announcement.day,
      id,
      lastAnnouncement: '0'.repeat(64),
      ports: ports.split(','),
      registered: announcement.bands[Number(band) - 1] ?? '2024-01-01T00:00:00Z',
      size: Number(size),
      time: '2027-02-28T15:00:00Z',
    }),
  );
  return {
    protocol: 'puente-draw-1',
    season: file('season.json'),
    promise,
    promiseSignature: signature(announcement.parties[0]?.name ?? '', promise),
    closed: {
      announcement: file('announcement.json'),
      signatures: cosignatures.announcement,
      line,
      path: auditPath(merkleTree(pool), mine),
    },
    drawn: {
      summary: file('summary.json'),
      signatures: cosignatures.summary,
      ticket,
      outcome,
      slot: slot < 0 ? null : { line: slots[slot] ?? '', path: auditPath(merkleTree(slots), slot) },
    },
  };
}
