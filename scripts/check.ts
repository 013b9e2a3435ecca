/** `npm run check`: everything that can be judged without running the project, in less than a minute. */
import { checks, preparations } from './run/checks.ts';
import { runAll } from './run/steps.ts';

const prepared = await runAll(preparations, 1);
const outcomes = [...prepared, ...(await runAll(checks, 2))];
process.exitCode = outcomes.every((outcome) => outcome.passed) ? 0 : 1;
