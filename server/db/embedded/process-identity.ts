import { readFileSync } from 'node:fs';

/** A process told from a later one with the same number. `startedAt` is opaque, and empty where there is no /proc. */
export type ProcessIdentity = { readonly pid: number; readonly startedAt: string };

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, startedAt: startOf(process.pid) ?? '' };
}

/** Whether that very process still runs. A zombie (state Z) does not, though it answers signal 0. */
export function isRunning(identity: ProcessIdentity): boolean {
  if (identity.startedAt !== '') return startOf(identity.pid) === identity.startedAt;
  try {
    process.kill(identity.pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Boot and start time (proc(5): field 22 of stat, in clock ticks since boot), or undefined for one that is gone. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 2 is the command in parentheses and may hold spaces and parentheses itself.
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${rest[18]}`;
  } catch {
    return undefined;
  }
}
