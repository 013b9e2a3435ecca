import { appendDraw, parseDrawLog, writeDrawLog } from '#core/draw/draws-log.ts';
import { nobleHash, toHex, utf8 } from '#core/draw/hash.ts';
import type { PoolRequest } from '#core/draw/pool.ts';
import { writePool } from '#core/draw/pool.ts';
import { type Attempt, verdictOn } from './evidence.ts';
import { capacityOn, filesOf, firstDay, friend, must, newSeason, people, requestOf } from './small-draw.ts';

/** Attacks after the close: each changes the published files, and anybody who does the draw again finds it. */
type Files = Map<string, string>;
const pool = people.map((person) => requestOf(person));

async function honest(): Promise<Files> {
  return filesOf({ pool, season: await newSeason() });
}

async function changed(name: string, change: (text: string) => string): Promise<Attempt> {
  const files = await honest();
  return verdictOn(files.set(name, change(files.get(name) ?? '')));
}

/** The friend gets what the foremost with a place got. */
export function favour(): Promise<Attempt> {
  return changed('result.tsv', (result) => {
    const [, place = ''] = /\t(\w+ \w+)\n/.exec(result) ?? [];
    return result.replace(/\t-\n/, `\t${place}\n`);
  });
}

/** Somebody's line becomes an invented one's. */
export function withOther(requests: readonly PoolRequest[], invented: string): readonly PoolRequest[] {
  const [first, ...rest] = requests;
  return first ? [{ ...first, id: toHex(nobleHash.sha256(utf8(invented))) }, ...rest] : [];
}

export function swap(): Promise<Attempt> {
  return changed('pool.tsv', () => writePool(withOther(pool, 'a friend')));
}

export function places(): Promise<Attempt> {
  return changed('capacity.json', () => capacityOn(firstDay, 4));
}

/** All is done again for another list, but witnesses sign one announcement of a draw and no second. */
export async function reseal(): Promise<Attempt> {
  const season = await newSeason();
  if (!season) return { outcome: 'unknown' };
  const [first, second] = [
    await filesOf({ pool, season }),
    await filesOf({ pool: withOther(pool, 'a friend'), season }),
  ];
  const own = signaturesIn(second);
  const others = signaturesIn(first);
  const mixed = own.replace(/"announcement":\["(\w+)",.*?\]/, (_, operator: string) => {
    const [, witnesses = ''] = /"announcement":\["\w+",(.*?)\]/.exec(others) ?? [];
    return `"announcement":["${operator}",${witnesses}]`;
  });
  return verdictOn(second.set('cosignatures.json', mixed));
}

function signaturesIn(files: Files): string {
  return files.get('cosignatures.json') ?? '';
}

export function withhold(): Promise<Attempt> {
  return changed('draw.json', (draw) => draw.replace(/,"\w+"\]/, ']'));
}

export function otherSecret(): Promise<Attempt> {
  return changed('draw.json', (draw) =>
    draw.replace(/(,")\w+("\])/, `$1${toHex(nobleHash.sha256(utf8('another')))}$2`),
  );
}

/** A second draw of the same day, well linked to the first. */
export function again(): Promise<Attempt> {
  return changed('draws.tsv', (text) => {
    const log = must(parseDrawLog(text));
    const hash = toHex(nobleHash.sha256(utf8(friend.id)));
    return writeDrawLog([
      ...log,
      appendDraw(log.at(-1) ?? null, { day: firstDay, announcementHash: hash, resultHash: hash }),
    ]);
  });
}
