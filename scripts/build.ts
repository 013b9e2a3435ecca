// npm run build: everything that `npm start` serves. Exit code 1 at the first step that fails, with what it said.
import { join } from 'node:path';
import { writeGatewayFiles } from './build/gateway-files.ts';
import { buildPlainScript } from './build/plain-script.ts';
import { hashOfSources, modeIn, writeStamp } from './build/stamp.ts';
import { writeWorker } from './build/worker.ts';
import { report, runStep, type Step } from './run/steps.ts';

const root = join(import.meta.dirname, '..');
// Before the build: what is changed while it runs counts as changed after it.
const sources = hashOfSources(root, modeIn(process.env));

const steps: readonly Step[] = [
  // Before what is made of the English: that says of a broken file neither where nor why.
  { name: 'catalogs', command: ['node', 'scripts/catalogs-check.ts', '--publish'] },
  { name: 'pseudo-languages', command: ['node', 'scripts/catalogs-prepare.ts'] },
  { name: 'types of routes and messages', command: ['next', 'typegen'] },
  { name: 'pages', command: ['next', 'build'], environment: { NEXT_TELEMETRY_DISABLED: '1' } },
];

async function build(): Promise<boolean> {
  for (const step of steps) {
    const outcome = await runStep(step, false);
    report(outcome);
    if (!outcome.passed) return false;
  }
  const begun = performance.now();
  const { pages, plain, assets } = await writeGatewayFiles(root, await buildPlainScript(root));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(
    `passed  ${pages} pages (${plain} also without run-time) and ${assets} assets compressed, scripts hashed  (${seconds} s)\n`,
  );
  const { heaviest, bytes } = await writeWorker(root);
  process.stdout.write(
    `passed  service worker; what a phone keeps of ${heaviest}, the heaviest language: ${bytes} bytes\n`,
  );
  writeStamp(root, sources);
  return true;
}

process.exitCode = (await build()) ? 0 : 1;
