/**
 * `npm run budgets`: what each screen of an applicant weighs in the production build, against `budgets/budgets.json`. Builds
 * if the sources changed. Exit code 1 over a budget; the last line is JSON, with the worst screen of each measure.
 * `-- --built`: without a browser, what the build's files tell (`npm test`). `-- --locales ht,ru`: what a browser sees, in
 * these. `-- --lighthouse 3`: what Lighthouse says of each screen, the middle of three looks. `-- --taps`: how long a slow
 * phone takes to answer a tap. Both tell nothing on a machine that has something else to do.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadBuiltFiles } from '#server/http/built-files.ts';
import { readBudgets } from './budgets/budgets.ts';
import { weighBuiltScreens } from './budgets/built-screens.ts';
import { collectSeen } from './budgets/figure.ts';
import { installedVersions, measureFloor, whyFloorIsOld } from './budgets/floor.ts';
import { beyondFloor, judge } from './budgets/judge.ts';
import { jsonLine, screenTable, sentenceOf, worstTable } from './budgets/report.ts';
import { isBuilt, modeIn } from './build/stamp.ts';
import { runStep } from './run/steps.ts';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    built: { type: 'boolean', default: false },
    lighthouse: { type: 'string' },
    locales: { type: 'string' },
    taps: { type: 'boolean', default: false },
  },
});
const by = values.built ? 'files' : values.lighthouse ? 'lighthouse' : values.taps ? 'taps' : 'browser';
const say = (text: string) => process.stdout.write(`${text}\n`);

if (!isBuilt(root, modeIn(process.env))) {
  const { passed, unseen } = await runStep({ name: 'build', command: ['node', 'scripts/build.ts'] }, false);
  if (!passed) throw new Error(`expected the project to be built, found:\n${unseen}`);
}
const files = await loadBuiltFiles(root);
if (!files) throw new Error('expected the files that the build leaves for the gateway, found none');

const budgets = readBudgets(root);
const floor = values.built ? budgets.floor : await measureFloor(root);
const why = whyFloorIsOld(budgets.floor, values.built ? { versions: installedVersions(root) } : floor);
const whole = [...(await weighBuiltScreens(files)), ...(values.built ? [] : await weighInBrowser())];
const figures = beyondFloor(whole, budgets, floor);
const judged = judge(figures, budgets, by);
const verdict = { ...judged, findings: [...judged.findings, ...(why ? [{ kind: 'old-floor', why } as const] : [])] };

say(screenTable(figures, budgets, floor));
say(`\n${worstTable(verdict, budgets)}\n`);
say(`Floor: an empty page of the framework, gzip ${floor.gzip} bytes, brotli ${floor.brotli}.`);
for (const finding of verdict.findings) say(`FAILED: ${sentenceOf(finding, budgets)}`);
process.exitCode = verdict.findings.length > 0 ? 1 : 0;
say(jsonLine(verdict, budgets, floor));

/** Each screen in each language as Chromium loads it, with the person whom it takes to get there. */
async function weighInBrowser() {
  const folder = mkdtempSync(join(tmpdir(), 'puente-budgets-'));
  try {
    const walk = await runStep(
      {
        name: 'screens in a browser',
        command: ['playwright', 'test', '--config', 'tests/budgets/playwright.config.ts'],
        environment: {
          PUENTE_BUDGETS: folder,
          ...(values.lighthouse ? { PUENTE_LIGHTHOUSE: values.lighthouse } : {}),
          ...(values.taps ? { PUENTE_TAPS: '1' } : {}),
          ...(values.locales ? { PUENTE_LOCALES: values.locales } : {}),
        },
      },
      true,
    );
    if (!walk.passed) throw new Error('expected every screen to be seen in a browser, found the failure above');
    return collectSeen(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
