import { rmSync } from 'node:fs';
import type { Case } from './cases.ts';
import { outcomeOf, type Result } from './counting.ts';
import { differenceOf } from './difference.ts';
import type { Told, Tool } from './tool.ts';

export type LeftOut = { readonly rule: string; readonly why: string };
/** `flaw` says which: what a rule of ours does not find has to be known by name. */
export type Comparison = {
  readonly results: readonly (Result & { readonly flaw: string })[];
  readonly leftOut: readonly LeftOut[];
};

type Clean = { readonly root: string; readonly told: Promise<readonly (readonly Told[])[]> };

/** Puts each flaw into a clean tree and shows both to every tool: `width` flaws at a time. */
export async function runCases(cases: readonly Case[], tools: readonly Tool[], width: number): Promise<Comparison> {
  const clean = new Map<Case['clean'], Clean>();
  const results: Comparison['results'][number][] = [];
  const leftOut: LeftOut[] = [];
  const look = (root: string) => Promise.all(tools.map(async (tool) => (await tool.look(root)).told));

  function cleanOf(write: Case['clean']): Clean {
    const known = clean.get(write);
    if (known) return known;
    const root = write();
    const fresh = { root, told: look(root) };
    clean.set(write, fresh);
    return fresh;
  }

  async function run({ rule, flaw, clean: write, outside, seed }: Case): Promise<void> {
    const before = cleanOf(write);
    const root = write();
    try {
      seed(root);
      const difference = differenceOf(before.root, root);
      if (outside !== undefined || difference.kind === 'elsewhere') {
        leftOut.push({ rule, why: outside ?? (difference.kind === 'elsewhere' ? difference.why : '') });
        return;
      }
      const [told, flawed] = await Promise.all([before.told, look(root)]);
      const outcomes = tools.map((_, tool) => outcomeOf(difference.places, told[tool] ?? [], flawed[tool] ?? []));
      results.push({ rule, flaw, outcomes });
    } finally {
      rmSync(root, { recursive: true });
    }
  }

  const waiting = [...cases];
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await run(next);
      if (waiting.length % 20 === 0) process.stdout.write(`${waiting.length} flaws to go\n`);
    }
  }
  try {
    await Promise.all(Array.from({ length: width }, work));
  } finally {
    for (const { root } of clean.values()) rmSync(root, { recursive: true });
  }
  return { results, leftOut };
}
