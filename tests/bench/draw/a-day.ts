import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { announce } from '#core/draw/announce.ts';
import { type Capacity, writeCapacity } from '#core/draw/capacity.ts';
import { writePool } from '#core/draw/pool.ts';

const ports = ['brownsville', 'calexico', 'eagle-pass', 'el-paso', 'hidalgo', 'laredo', 'nogales', 'san-ysidro'];
const hours = Array.from({ length: 10 }, (_, hour) => `2027-03-21T${String(8 + hour).padStart(2, '0')}:00`);
const h = (text: string | Buffer) => createHash('sha256').update(text).digest();
const hex = (text: string | Buffer) => h(text).toString('hex');

/** Writes the files of a made-up day's draw: places for one in a hundred requests, at the eight ports that were open. */
export function writeDay(folder: string, requests: number): void {
  const places = Math.max(1, Math.round(requests / 100 / ports.length / hours.length));
  const capacity = capacityOf(places);
  const pool = poolOf(requests);
  const [reveal, slotKey] = [h('reveal'), h('slot key')];
  const announcement = announce({
    pool,
    capacity,
    bands: Array.from({ length: 99 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString()),
    draw: 1,
    drandRound: null,
    policy: 'bench',
    parties: [{ name: 'operator', tip: hex(reveal) }],
    previousResult: null,
    slotKey: slotKey.toString('hex'),
  });
  if (!announcement.ok) throw new Error(JSON.stringify(announcement.error));
  const openings = { reveals: [reveal.toString('hex')], drandSignature: null, slotKey: slotKey.toString('hex') };
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of [
    ['pool.tsv', pool],
    ['capacity.json', capacity],
    ['announcement.json', announcement.value],
    ['draw.json', JSON.stringify(openings)],
  ] as const)
    writeFileSync(join(folder, file), text);
}

function capacityOf(places: number): string {
  const slots = hours.map((slot) => ({ places, slot }));
  const day: Omit<Capacity, 'protocol'> = {
    day: '2027-03-01',
    maxGroup: 12,
    oldestShare: 5_000,
    ports: ports.map((port) => ({ port, slots })),
  };
  const text = writeCapacity(day);
  if (!text.ok) throw new Error(JSON.stringify(text.error));
  return text.value;
}

/** Groups of one to four in a hundred bands, each with one to three ports. */
function poolOf(requests: number): string {
  return writePool(
    Array.from({ length: requests }, (_, index) => {
      const bytes = h(`request ${index}`);
      const [a = 0, b = 0, c = 0, d = 0] = bytes;
      const first = d % ports.length;
      return {
        id: hex(bytes),
        size: 1 + (a % 4),
        band: b % 100,
        ports: [...ports.slice(first), ...ports.slice(0, first)].filter((_, place) => place <= c % 3),
      };
    }),
  );
}
