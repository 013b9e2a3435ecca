import { err, ok, type Result } from '#core/result.ts';
import type { Engine } from '../engine.ts';
import { startEngineThread } from './engine-thread.ts';
import { takeLock } from './lock.ts';

export type EmbeddedFailure =
  | { readonly kind: 'database-in-use'; readonly folder: string; readonly pid: number }
  | { readonly kind: 'database-unreachable'; readonly reason: string };

export async function openEmbedded(options: {
  readonly folder: string | undefined;
  readonly template?: string;
}): Promise<Result<Engine, EmbeddedFailure>> {
  const { folder, template } = options;
  const lock = folder === undefined ? undefined : takeLock(folder);
  if (lock && !lock.ok) return err({ ...lock.error, folder: folder ?? '' });

  const release = (): void => lock?.value.release();
  const thread = await startEngineThread({ folder, template });
  if (!thread.ok) {
    release();
    return thread;
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
