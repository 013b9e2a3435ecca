import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});
const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

export type Counts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly postgresMissing: boolean;
};

/** Where the scratch cluster's set-up leaves word that there is no PostgreSQL on this machine. */
export const postgresMissingMark = 'test-results/postgres-missing';

/** Adds up the reports of both runners; a runner that left no report counts as one failure. */
export function readCounts(vitestReport: string, browserReport: string): Counts {
  const unit = existsSync(vitestReport)
    ? vitestSchema.parse(JSON.parse(readFileSync(vitestReport, 'utf8')))
    : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
  const browser = existsSync(browserReport)
    ? playwrightSchema.parse(JSON.parse(readFileSync(browserReport, 'utf8'))).stats
    : { expected: 0, unexpected: 1, flaky: 0, skipped: 0 };
  return {
    passed: unit.numPassedTests + browser.expected,
    failed: unit.numFailedTests + browser.unexpected + browser.flaky,
    skipped: unit.numPendingTests + browser.skipped,
    postgresMissing: existsSync(postgresMissingMark),
  };
}
