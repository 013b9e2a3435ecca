import { existsSync, readFileSync, truncateSync } from 'node:fs';
import { append } from './durable.ts';

/** What a witness puts its name to. `registrations` goes with the announcement. */
const acts = ['announcement', 'registrations', 'reveal', 'result'] as const;
export type Act = (typeof acts)[number];

export type Entry = {
  readonly act: Act;
  readonly draw: number;
  readonly day: string;
  /** 64 hex of what was signed (announcement, result file, root of the registrations) or of the tip that was opened. */
  readonly hash: string;
  /** How many registrations; 0 for all other acts. */
  readonly size: number;
};

/**
 * The witness's own log, `TIME TAB act TAB draw TAB day TAB hash TAB size` each: what it signed, written before a signature
 * leaves. It is what keeps it from ever signing another thing of the same draw, however often it is killed.
 */
export type SignedLog = {
  readonly entries: () => readonly Entry[];
  /** The first of its kind and draw, which is the one that holds. */
  readonly find: (act: Act, draw: number) => Entry | undefined;
  /** Writes the entry down, unless this draw has one of that kind, and gives the one that holds. */
  readonly keep: (entry: Entry, now: number) => Entry;
};

/** Opens the log, or begins one. Throws at a line that the witness never wrote. */
export function openSignedLog(file: string): SignedLog {
  dropTornLine(file);
  const entries = () => readEntries(file);
  const find = (act: Act, draw: number) => entries().find((entry) => entry.act === act && entry.draw === draw);
  return {
    entries,
    find,
    keep(entry, now) {
      const kept = find(entry.act, entry.draw);
      if (kept) return kept;
      append(file, `${lineOf(entry, now)}\n`);
      // Another process may have been first, on the same folder: then its line stands above ours, and holds.
      return find(entry.act, entry.draw) ?? entry;
    },
  };
}

/** A process that was killed while it wrote has sent nothing yet. */
function dropTornLine(file: string): void {
  if (!existsSync(file)) return;
  const bytes = readFileSync(file);
  const whole = bytes.lastIndexOf('\n') + 1;
  if (whole < bytes.length) truncateSync(file, whole);
}

function readEntries(file: string): readonly Entry[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line, index) => {
    const [, act, draw = '', day = '', hash = '', size = ''] = line.split('\t');
    const known = acts.find((name) => name === act);
    if (!known || !/^[1-9]\d*$/.test(draw) || !/^[0-9a-f]{64}$/.test(hash) || !/^\d+$/.test(size)) {
      throw new Error(`${file}, line ${index + 1}: expected what this witness signed, found something else`);
    }
    return { act: known, draw: Number(draw), day, hash, size: Number(size) };
  });
}

function lineOf({ act, draw, day, hash, size }: Entry, now: number): string {
  return [new Date(now).toISOString(), act, draw, day, hash, size].join('\t');
}
