import { parseAnnouncement } from '#core/draw/announcement.ts';
import type { Files } from '#scripts/verify-draw/published.ts';
import type { Tell } from './check-files.ts';

/** The last are not there for each. */
const always = ['announcement.json', 'draw.json', 'capacity.json', 'pool.tsv', 'result.tsv'] as const;
const perhaps = ['season.json', 'draws.tsv', 'cosignatures.json', 'summary.json', 'freed.txt'] as const;

/** What a request takes in pool and result together, about: it is known before they are here. */
export const bytesEach = 240;
const goneStatus = 404;

/** All published files of a draw; throws where the line breaks or a list isn't public yet. */
export async function downloadDraw(day: string, tell: Tell): Promise<Files> {
  const files = new Map<string, Uint8Array>();
  let expected = Number.POSITIVE_INFINITY;
  let received = 0;
  const take = async (name: string, isNeeded: boolean) => {
    const answer = await fetch(`/api/draws/${day}/${name}`);
    if (!isNeeded && answer.status === goneStatus) return;
    if (!answer.ok) throw new Error(`expected ${name}, found status ${answer.status}`);
    const pieces: Uint8Array[] = [];
    const reader = answer.body?.getReader();
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      pieces.push(read.value);
      received += read.value.length;
      tell(Math.min(1, received / expected));
    }
    files.set(name, joined(pieces));
    if (name === 'announcement.json') expected = bytesEach * countIn(files.get(name));
  };
  for (const name of always) await take(name, true);
  for (const name of perhaps) await take(name, false);
  return files;
}

function countIn(announcement: Uint8Array | undefined): number {
  const read = parseAnnouncement(new TextDecoder().decode(announcement));
  return read.ok ? Math.max(1, read.value.count) : 1;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
