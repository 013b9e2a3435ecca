import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '#core/result.ts';
import { DatabaseError } from '../errors.ts';
import type { LinkSource, Rows } from '../link.ts';
import type { Answer, Ready, Request, WorkerSetup } from './rpc.ts';
import { turnstile } from './turnstile.ts';

export type Call = (mode: Request['mode'], text: string, values?: readonly unknown[]) => Promise<Rows>;

export type EngineThread = LinkSource & {
  /** One call of its own, let through between other callers' transactions. */
  readonly call: Call;
  /** For who has the connection already, within her transaction. */
  readonly callInside: Call;
};

type Waiting = { readonly resolve: (rows: Rows) => void; readonly reject: (error: DatabaseError) => void };

/** PGlite in its thread, with its one connection handed out to one caller at a time. */
export async function startEngineThread(
  setup: WorkerSetup,
): Promise<Result<EngineThread, { readonly kind: 'database-unreachable'; readonly reason: string }>> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: setup });
  const waiting = new Map<number, Waiting>();
  let gone: DatabaseError | undefined;
  let lastId = 0;

  let start: (ready: Ready) => void = () => {};
  const started = new Promise<Ready>((resolve) => {
    start = resolve;
  });
  worker.on('message', (message: Ready | Answer) => {
    if ('ready' in message) {
      start(message);
      return;
    }
    const one = waiting.get(message.id);
    waiting.delete(message.id);
    if ('error' in message) one?.reject(new DatabaseError(message.error.message, message.error));
    else one?.resolve(message);
  });
  const end = (reason: string): void => {
    gone ??= new DatabaseError(reason);
    start({ ready: false, reason });
    for (const one of waiting.values()) one.reject(gone);
    waiting.clear();
  };
  worker.on('error', (error: unknown) => end(`the database's thread failed: ${String(error)}`));
  worker.on('exit', () => end("the database's thread has ended"));

  const send: Call = (mode, text, values = []) => {
    if (gone) return Promise.reject(gone);
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, text, values, mode } satisfies Request);
    });
  };

  const ready = await started;
  if (!ready.ready) {
    await worker.terminate();
    return err({ kind: 'database-unreachable', reason: ready.reason });
  }

  const gate = turnstile();
  return ok({
    engine: 'embedded',
    async acquire() {
      const leave = await gate.enter();
      return {
        query: (text, values) => send('own', text, values),
        release: leave,
      };
    },
    async call(mode, text, values) {
      const leave = await gate.enter();
      return send(mode, text, values).finally(leave);
    },
    callInside: send,
    async close() {
      await gate.enter();
      const exited = new Promise((resolve) => worker.once('exit', resolve));
      if (gone) return;
      await send('close', '', []);
      await exited;
    },
  });
}
