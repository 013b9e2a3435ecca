import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Finding } from './finding.ts';
import { findingsOf, type Rule } from './rule.ts';
import type { Tree } from './tree.ts';

/**
 * Rules that take the texts apart into words: half of the work. They share what they have read, so they run together, in
 * a thread of their own beside all others.
 */
export const rulesOfWords: ReadonlySet<string> = new Set([
  ...['glossary-file', 'glossary-term', 'glossary-forbidden', 'customs', 'other-language', 'foreign-words'],
  ...['accent-variants', 'glued-words', 'kreyol-spelling', 'reading-grade', 'sentence-length'],
]);

export type Threads = {
  /** What all rules find, in their order. `read` is called as soon as the other thread works. */
  readonly look: (read: () => Tree) => Promise<{ readonly tree: Tree; readonly findings: readonly Finding[] }>;
  readonly end: () => Promise<unknown>;
};

/** Two threads for the rules of `../catalogs-check.ts` on one tree of files; both remember what they have read. */
export function startThreads(rules: readonly Rule[], root: string): Threads {
  const worker = new Worker(new URL('./rules-of-words.ts', import.meta.url), { workerData: root });
  const others = rules.filter(({ name }) => !rulesOfWords.has(name));
  const order = new Map(rules.map(({ name }, index) => [name, index]));
  return {
    async look(read) {
      worker.postMessage('look');
      // Both to the end: an answer that nobody waited for would be taken for the next one.
      const [there, here] = await Promise.allSettled([answerOf(worker), lookHere()]);
      if (here.status === 'rejected') throw here.reason;
      if (there.status === 'rejected') throw there.reason;
      const { tree, own } = here.value;
      const findings = [...own, ...there.value].toSorted(
        (one, other) => (order.get(one.rule) ?? 0) - (order.get(other.rule) ?? 0),
      );
      return { tree, findings };

      async function lookHere() {
        const tree = read();
        return { tree, own: findingsOf(others, tree) };
      }
    },
    end: () => worker.terminate(),
  };
}

/** This thread alone: for rules that are not those of the check. */
export function inThisThread(rules: readonly Rule[]): Threads {
  return {
    look(read) {
      const tree = read();
      return Promise.resolve({ tree, findings: findingsOf(rules, tree) });
    },
    end: () => Promise.resolve(),
  };
}

/** What the other thread found, or why it could not look. */
export type Answer = { readonly findings: readonly Finding[] } | { readonly problem: string };

async function answerOf(worker: Worker): Promise<readonly Finding[]> {
  const [answer] = (await once(worker, 'message')) as [Answer];
  if ('problem' in answer) throw new Error(answer.problem);
  return answer.findings;
}
