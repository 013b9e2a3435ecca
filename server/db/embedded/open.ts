import { err, ok, type Result } from '#core/result.ts';
import type { Engine } from '../engine.ts';
import { startEngineThread } from './engine-thread.ts';
import { takeLock } from './lock.ts';

export type EmbeddedFailure =
  | { readonly kind: 'database-in-use'; readonly folder: string; readonly pid: number }
  /** Not a folder, not writable, or what is in it isn't a database that opens. */
  | { readonly kind: 'folder-unusable'; readonly folder: string; readonly reason: string };

export async function openEmbedded(options: {
  readonly folder: string | undefined;
  readonly template?: string;
}): Promise<Result<Engine, EmbeddedFailure>> {
  const { folder, template } = options;
  const place = folder ?? 'in memory';
  const lock = folder === undefined ? undefined : tryLock(folder);
  if (lock && !lock.ok) return err({ ...lock.error, folder: place });

  const release = (): void => lock?.value.release();
  const thread = await startEngineThread({ folder, template });
  if (!thread.ok) {
    release();
    return err({ kind: 'folder-unusable', folder: place, reason: thread.error.reason });
  }
  const { call, callInside } = thread.value;
  return ok({
    kind: 'embedded',
    source: { ...thread.value, close: () => thread.value.close().finally(release) },
    // PGlite prepares anew each time: the name is of no use to it.
    run: (statement, values) => call('own', statement.text, values),
    pgBoss: {
      backend: 'pglite',
      // Without values pg-boss may send many statements at once, `begin` and `commit` among them. And it looks its queue
      // up by itself, even where it is told to send in a transaction: that transaction has the only connection.
      async execute(text, values, isInside) {
        const ask = isInside ? callInside : call;
        const { rows } = await ask(isInside || values.length > 0 ? 'plain' : 'script', text, values);
        return { rows: [...rows] };
      },
    },
    async maintain() {
      await call('script', 'vacuum (analyze)');
    },
  });
}

function tryLock(folder: string) {
  try {
    return takeLock(folder);
  } catch (error) {
    // Of the file system: no right to write, a file where a folder is expected, a full disk.
    const { code, message } = error as NodeJS.ErrnoException;
    return err({ kind: 'folder-unusable', reason: code ?? message } as const);
  }
}
