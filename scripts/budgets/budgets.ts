import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const measure = z.strictObject({
  title: z.string(),
  /** The most that is allowed. A kilobyte is a thousand bytes here. */
  limit: z.number().min(0),
  /** `bytes` are those of gzip, which every phone takes. */
  unit: z.enum(['bytes', 'score', 'points', 'milliseconds']),
  /** What it takes to see it: the files of the build, a browser that loads the screen, Lighthouse, or taps on a slow phone. */
  seenBy: z.enum(['files', 'browser', 'lighthouse', 'taps']),
  /** Counted from what an empty page of the framework has. */
  isBeyondFloor: z.boolean().default(false),
  reason: z.string(),
});

const floor = z.strictObject({
  versions: z.record(z.string(), z.string()),
  gzip: z.number(),
  brotli: z.number(),
});

/** A screen that is over today: red again as soon as it gets worse, and when it is no longer needed. */
const exception = z.strictObject({
  measure: z.string(),
  screen: z.string(),
  limit: z.number(),
  since: z.iso.date(),
  reason: z.string(),
});

const budgetsSchema = z
  .strictObject({ measures: z.record(z.string(), measure), floor, exceptions: z.array(exception) })
  .refine(({ measures, exceptions }) => exceptions.every((one) => one.measure in measures), {
    error: 'expected each exception to name a measure',
  });

export type Measure = Readonly<z.infer<typeof measure>>;
export type Floor = Readonly<z.infer<typeof floor>>;
export type Exception = Readonly<z.infer<typeof exception>>;
export type Budgets = {
  readonly measures: Readonly<Record<string, Measure>>;
  /** As it was when somebody last looked, for runs that don't build an empty page. */
  readonly floor: Floor;
  readonly exceptions: readonly Exception[];
};

export const budgetsPath = join('scripts', 'budgets', 'budgets.json');

export function readBudgets(root: string): Budgets {
  return budgetsSchema.parse(JSON.parse(readFileSync(join(root, budgetsPath), 'utf8')));
}
