/**
 * `npm test`: checks, unit and database tests, build, then the browser. `--full` adds every language in every mode and more random acts.
 * The last line counts what passed; a PostgreSQL, a browser or an espeak-ng that can't be had is said there, and fails with CI=true.
 */
import { rmSync } from 'node:fs';
import { findBrowsers, installBrowsers, installShell } from './run/browser.ts';
import { checks, preparations } from './run/checks.ts';
import { readCounts } from './run/counts.ts';
import { findEspeak } from './run/espeak.ts';
import { readFailures } from './run/failures.ts';
import { report, runAll, runStep, type StepOutcome } from './run/steps.ts';

const full = process.argv.includes('--full');
const vitestReport = 'test-results/vitest.json';
const browserReport = 'test-results/browser.json';
rmSync('test-results', { recursive: true, force: true });

const outcomes: StepOutcome[] = [];
outcomes.push(...(await runAll(preparations, 1)));
outcomes.push(...(await runAll(checks, 2)));

const unit = await runStep(
  {
    name: 'unit, property and database tests',
    command: ['vitest', 'run'],
    environment: { VITEST_JSON: vitestReport, PUENTE_FULL: full ? '1' : '' },
  },
  true,
);
const build = await runStep({ name: 'build', command: ['node', 'scripts/build.ts'] }, false);
outcomes.push(unit, build);
[unit, build].forEach(report);
if (build.passed) {
  const budgets = await runStep(
    { name: 'budgets of the build', command: ['node', 'scripts/budgets.ts', '--built'] },
    false,
  );
  outcomes.push(budgets);
  report(budgets);
}

const missing: string[] = [];
installShell();
if (findBrowsers() ?? installBrowsers()) {
  const browser = await runStep(
    {
      name: 'end-to-end and accessibility tests',
      command: ['playwright', 'test'],
      environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport, PUENTE_FULL: full ? '1' : '' },
    },
    true,
  );
  outcomes.push(browser);
  report(browser);
  if (full && build.passed) {
    const budgets = await runStep({ name: 'budgets in a browser', command: ['node', 'scripts/budgets.ts'] }, true);
    outcomes.push(budgets);
    report(budgets);
  }
} else {
  missing.push('no Chromium could be had: the browser tests did not run');
}

const counts = readCounts(vitestReport, browserReport);
if (!findEspeak()) missing.push('no espeak-ng could be had: the voice of the server was not heard');
if (counts.postgresMissing) missing.push('no PostgreSQL could be had: database tests ran on PGlite alone');
for (const reason of missing) process.stdout.write(`NOT TESTED: ${reason}\n`);
const failedSteps = outcomes.filter((outcome) => !outcome.passed);
for (const { step } of failedSteps) process.stdout.write(`FAILED: ${step.name}\n`);
for (const failure of readFailures(vitestReport, browserReport)) process.stdout.write(`FAILED: ${failure}\n`);
const refused = missing.length > 0 && process.env['CI'] === 'true';
process.exitCode = failedSteps.length > 0 || refused ? 1 : 0;
const note = missing.length > 0 ? ` (${missing.join('; ')})` : '';
process.stdout.write(`Tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped${note}\n`);
