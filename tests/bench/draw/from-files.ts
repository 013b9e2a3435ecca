/** A process of its own, so that nothing but the draw counts: `node from-files.ts DIR` prints one line of JSON. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Openings } from '#core/draw/commitments.ts';
import { runDraw } from '#core/draw/run-draw.ts';
import { nodeHash } from '../../../scripts/verify-draw/node-hash.ts';

const folder = process.argv[2] ?? '';
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

/** Processor time of the main thread and all others, in seconds: other work on the machine counts less than on a clock. */
function timed<Value>(work: () => Value): { readonly value: Value; readonly seconds: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: (user + system) / 1e6 };
}

const { value: draw, seconds } = timed(() =>
  runDraw(
    {
      pool: read('pool.tsv'),
      capacity: read('capacity.json'),
      announcement: read('announcement.json'),
      ...(JSON.parse(read('draw.json')) as Openings),
    },
    nodeHash,
  ),
);
if (!draw.ok) throw new Error(JSON.stringify(draw.error));
const mebibytes = process.resourceUsage().maxRSS / 1024;

// What any machine needs to hash what was read and what was written, once.
const written = Buffer.concat(Array.from(draw.value.resultPieces(), (piece) => Buffer.from(piece)));
const readAgain = readFileSync(join(folder, 'pool.tsv'));
const plain = timed(() => createHash('sha256').update(readAgain).update(written).digest());
const { resultHash, chosen } = draw.value;
process.stdout.write(
  `${JSON.stringify({ seconds, mebibytes, plainSeconds: plain.seconds, resultHash, chosen: chosen.length })}\n`,
);
