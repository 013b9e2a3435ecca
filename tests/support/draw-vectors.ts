import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Openings } from '#core/draw/commitments.ts';
import type { CutOffs } from '#core/draw/cut-offs.ts';
import type { InputTexts } from '#core/draw/inputs.ts';

type Expected = Openings & {
  readonly seed: string;
  readonly resultHash: string;
  readonly slotRoot: string;
  readonly cutOffs: CutOffs;
};

export type DrawVector = InputTexts & Expected & { readonly result: string; readonly slots: string };

export const drawVectorFolder = new URL('../vectors/draw/', import.meta.url).pathname;

/** The vectors' names, sound ones or those that are to be refused. */
export function drawVectorNames(which: 'sound' | 'malformed'): readonly string[] {
  const folders = readdirSync(drawVectorFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).filter((name) => name.startsWith('malformed-') === (which === 'malformed'));
}

export function readDrawVector(name: string): DrawVector {
  const text = (file: string): string => readFileSync(join(drawVectorFolder, name, file), 'utf8');
  return {
    ...(JSON.parse(text('draw.json')) as Expected),
    pool: text('pool.tsv'),
    capacity: text('capacity.json'),
    announcement: text('announcement.json'),
    result: text('result.tsv'),
    slots: text('slots.tsv'),
  };
}
