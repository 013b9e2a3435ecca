import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Nobody but the witness's own user reads what lies in its folder. */
const ownFile = 0o600;
const ownFolder = 0o700;

/** Makes the folder, or takes an empty one; false where anything is in it already. */
export function makeFolder(folder: string): boolean {
  mkdirSync(folder, { recursive: true, mode: ownFolder });
  const isEmpty = readdirSync(folder).length === 0;
  if (isEmpty) syncFolder(dirname(resolve(folder)));
  return isEmpty;
}

/** A new file: whole and on the disk when this returns, or not there at all. Throws where there is one already. */
export function writeNew(file: string, text: string): void {
  if (existsSync(file)) throw new Error(`expected no ${file}, found one: it is never written over`);
  writeOver(file, text);
}

/** Whole and on the disk when this returns, or as it was before. */
export function writeOver(file: string, text: string): void {
  const unfinished = `${file}.new`;
  put(unfinished, text, 'w');
  renameSync(unfinished, file);
  syncFolder(dirname(file));
}

/** Puts text at the end of a file; on the disk when this returns. */
export function append(file: string, text: string): void {
  const isNew = !existsSync(file);
  put(file, text, 'a');
  if (isNew) syncFolder(dirname(file));
}

function put(file: string, text: string, flag: 'a' | 'w'): void {
  const opened = openSync(file, flag, ownFile);
  try {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length; ) written += writeSync(opened, bytes, written);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** A file's name is in its folder, which is written by itself. Windows can't, and needn't. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
