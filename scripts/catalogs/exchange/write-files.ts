import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes all files beside their places first, then moves them there: a reader sees the old file or the new, never half of one. */
export function writeFiles(root: string, files: ReadonlyMap<string, string>): void {
  const moves = [...files].map(([file, text]) => {
    const path = join(root, file);
    return { path, text, beside: `${path}.${process.pid}.tmp` };
  });
  try {
    for (const { path, text, beside } of moves) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(beside, text);
    }
    for (const { path, beside } of moves) renameSync(beside, path);
  } catch (error) {
    for (const { beside } of moves) rmSync(beside, { force: true });
    throw error;
  }
}
