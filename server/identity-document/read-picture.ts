import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { err, ok, type Result } from '#core/result.ts';
import { readMrz } from './read-mrz.ts';
import { likelyLines } from './repair-lines.ts';
import { straighten } from './straighten.ts';

export type DocumentReader = {
  /** The lines in a photo (JPEG, upright), proved by their check digits. Kind: `picture-unreadable`, also when it takes too long. */
  read(photo: Uint8Array): Promise<Result<readonly string[], { readonly kind: 'picture-unreadable' }>>;
  stop(): Promise<void>;
};

/** The lines stand at the foot of a passport's page and of a card's back; where that fails, anywhere. */
const partsFrom = [0.5, 0];

const packages = createRequire(import.meta.url);
const languageFolder = join(dirname(packages.resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');

/**
 * Reads one picture at a time, in a worker that is started when it is first needed and let go when nobody needs it: it
 * holds 150 MB. `patience` in milliseconds covers waiting for others, too: she can always type the lines.
 */
export function createDocumentReader({ patience = 20_000, idle = 60_000 } = {}): DocumentReader {
  let worker: Promise<Worker> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let letGo: NodeJS.Timeout | undefined;

  const stop = async () => {
    clearTimeout(letGo);
    const running = worker;
    worker = null;
    await running?.then((started) => started.terminate()).catch(() => undefined);
  };

  const readOne = async (photo: Uint8Array): Promise<readonly string[] | null> => {
    worker ??= startWorker();
    const own = worker;
    const reader = await own;
    for (const from of partsFrom) {
      const part = await straighten(photo, from);
      // Asked of a worker that was let go meanwhile, tesseract.js rejects where nobody can catch it.
      if (worker !== own) return null;
      const { data } = await reader.recognize(part);
      const lines = likelyLines(data.text).find((likely) => readMrz(likely).ok);
      if (lines) return lines;
    }
    return null;
  };

  return {
    stop,
    async read(photo) {
      clearTimeout(letGo);
      // A worker that fell over, or was let go while it read, read nothing; the next person gets a new one.
      const turn = last
        .then(() => readOne(photo))
        .catch(async () => {
          await stop();
          return null;
        });
      last = turn;
      const lines = await within(patience, turn);
      // A reading that hangs must not hold up the next person's.
      if (lines === 'late') {
        last = Promise.resolve();
        await stop();
      }
      letGo = setTimeout(() => void stop(), idle).unref();
      return lines === null || lines === 'late' ? err({ kind: 'picture-unreadable' }) : ok(lines);
    },
  };
}

/** From the packages alone: nothing is fetched, nothing is written. */
async function startWorker(): Promise<Worker> {
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    langPath: languageFolder,
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => undefined,
  });
  await worker.setParameters({
    tessedit_char_whitelist: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<',
    tessedit_pageseg_mode: PSM.SINGLE_BLOCK,
  });
  return worker;
}

async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
