/**
 * The laboratory: `npm run lab` plays a season by the three phases of the predecessor and by today's policy, with honest
 * people and cheaters, and says who gets an appointment. A change of the policy is tried here first: `--policies FILE`.
 * `docs/laboratory.md` says how to read it; every assumption stands in `lab/assumptions.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assumptions } from './lab/assumptions.ts';
import { runLaboratory } from './lab/laboratory.ts';
import { readOptions } from './lab/options.ts';
import { pageOf } from './lab/report-page.ts';
import { textOf } from './lab/report-text.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const asked = readOptions(process.argv.slice(2), join(import.meta.dirname, '../var/lab'));
if ('wrong' in asked) {
  process.stderr.write(`${asked.wrong}\n`);
  process.exitCode = 2;
} else {
  const began = performance.now();
  const findings = runLaboratory(asked, say);
  mkdirSync(asked.folder, { recursive: true });
  writeFileSync(join(asked.folder, 'lab.json'), `${JSON.stringify({ ...findings, assumptions }, null, 2)}\n`);
  writeFileSync(join(asked.folder, 'index.html'), pageOf(findings));
  say(textOf(findings));
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1000);
  say(
    `${Math.round((performance.now() - began) / 1000)} s, at most ${megabytes} MB. The report: ${join(asked.folder, 'index.html')}`,
  );
  if (findings.exact.some(({ differs }) => differs !== null)) process.exitCode = 1;
}
