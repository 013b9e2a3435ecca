import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { rules } from '../catalogs-check.ts';
import { findingsOf } from './rule.ts';
import { readTree } from './tree.ts';
import { type Answer, rulesOfWords } from './two-threads.ts';

// The other thread of `two-threads.ts`: each message asks for a look at the tree as it is now.
const root = z.string().parse(workerData);
const own = rules.filter(({ name }) => rulesOfWords.has(name));
parentPort?.on('message', () => parentPort?.postMessage(answer()));

function answer(): Answer {
  try {
    return { findings: findingsOf(own, readTree(root)) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
