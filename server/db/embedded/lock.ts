import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#core/result.ts';
import { isRunning, ownIdentity, type ProcessIdentity } from './process-identity.ts';

export type Lock = { release(): void };
type Holder = ProcessIdentity | { readonly released: true };

/**
 * Takes the folder for this process alone. Two PGlites on one folder lose acknowledged rows without an error.
 *
 * The highest numbered `lock.<n>` holds. Who finds its process gone makes the next number, which only one can do, so
 * that two who find the same stale lock can't both have it; a number is never used again, not even after a release.
 */
export function takeLock(folder: string): Result<Lock, { readonly kind: 'database-in-use'; readonly pid: number }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (;;) {
    const last = Math.max(0, ...numbers(folder));
    const holder = last === 0 ? undefined : read(join(folder, `lock.${last}`));
    if (holder && 'pid' in holder && isRunning(holder)) return err({ kind: 'database-in-use', pid: holder.pid });

    const mine = join(folder, `lock.${last + 1}`);
    if (!create(mine, ownIdentity())) continue;
    if (Math.max(...numbers(folder)) > last + 1) {
      // Somebody took and cleared this number and the next while we looked.
      rmSync(mine);
      continue;
    }
    for (const number of numbers(folder)) if (number <= last) rmSync(join(folder, `lock.${number}`), { force: true });
    return ok({ release: () => replace(mine, { released: true }) });
  }
}

function numbers(folder: string): readonly number[] {
  return readdirSync(folder)
    .flatMap((name) => /^lock\.(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number);
}

function read(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    // Cleared by the next holder in this moment: there is a higher number then, or the folder is free.
    return undefined;
  }
}

/** Whole or not at all, and false if it is there already. */
function create(path: string, holder: Holder): boolean {
  const draft = write(path, holder);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

function replace(path: string, holder: Holder): void {
  renameSync(write(path, holder), path);
}

function write(path: string, holder: Holder): string {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  return draft;
}
