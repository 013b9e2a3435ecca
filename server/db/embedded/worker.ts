import { parentPort, workerData } from 'node:worker_threads';
import type { PGlite, Results } from '@electric-sql/pglite';
import { toDatabaseError } from '../errors.ts';
import type { Rows } from '../link.ts';
import { parsers } from '../parsers.ts';
import { openEngine, openInMemory } from './engine.ts';
import type { Answer, Ready, Request, WorkerSetup } from './rpc.ts';

// PGlite blocks its thread for as long as a query runs, so it has this one to itself.
const port = parentPort;
if (!port) throw new Error('embedded/worker.ts is a worker thread: open it by openDatabase()');

const setup = workerData as WorkerSetup;
// Undefined overrides ours, and PGlite falls back on its own.
const plainParsers = Object.fromEntries(Object.keys(parsers).map((id) => [id, undefined]));

try {
  const engine = await (setup.folder === undefined ? openInMemory(setup.template) : openEngine(setup.folder));
  port.on('message', (request: Request) => {
    void answer(engine, request).then((found) => {
      port.postMessage(found);
      // Nothing comes after it, and an open port would keep the thread alive.
      if (request.mode === 'close') port.close();
    });
  });
  port.postMessage({ ready: true } satisfies Ready);
} catch (error) {
  port.postMessage({ ready: false, reason: toDatabaseError(error).message } satisfies Ready);
}

async function answer(engine: PGlite, request: Request): Promise<Answer> {
  try {
    return { id: request.id, ...(await perform(engine, request)) };
  } catch (error) {
    const { message, code, constraint, table } = toDatabaseError(error);
    return { id: request.id, error: { message, code, constraint, table } };
  }
}

async function perform(engine: PGlite, request: Request): Promise<Rows> {
  switch (request.mode) {
    case 'own':
      return toRows(await engine.query(request.text, [...request.values]));
    case 'plain':
      return toRows(await engine.query(request.text, [...request.values], { parsers: plainParsers as never }));
    case 'script': {
      const results = await engine
        .exec(request.text, { parsers: plainParsers as never })
        .catch(async (error: unknown) => {
          // It may have begun a transaction, and the next caller has the same connection.
          await engine.exec('rollback');
          throw error;
        });
      return { rows: results.flatMap((result) => result.rows), affected: undefined, command: undefined };
    }
    case 'dump': {
      const dump = await engine.dumpDataDir('gzip');
      return { rows: [{ dump: new Uint8Array(await dump.arrayBuffer()) }], affected: undefined, command: undefined };
    }
    case 'close':
      await engine.close();
      return { rows: [], affected: undefined, command: undefined };
  }
}

function toRows(results: Results): Rows {
  return { rows: results.rows, affected: results.affectedRows, command: results.command };
}
