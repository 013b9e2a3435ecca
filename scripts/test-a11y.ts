/**
 * `npm run test:a11y`: walks the browser tests and looks at each screen and state that they come to in ten ways, with axe and
 * our own rules, and writes a report that a tester reads: `test-results/a11y/index.html`.
 * `-- --locale ht --screen offer --state lapsed --variant dark,keyboard --browser chromium`: a part of it, each may be left out;
 * `--list`: what there is; `--keep`: what a whole run came to goes into the
 * public statement. Exit code 1 where something was found, 2 where the options were not understood.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pseudoLocales } from '#core/language/locales.ts';
import { publishedLocales } from '#core/language/published.ts';
import { isBuilt, modeIn } from './build/stamp.ts';
import { hasBrowser } from './run/browser.ts';
import { runStep } from './run/steps.ts';
import { walkProjects, walks } from './run/walks.ts';
import { readLooked } from './test-a11y/looked.ts';
import { type Asked, readOptions } from './test-a11y/options.ts';
import { reportOf } from './test-a11y/report.ts';
import { findingsOfReport } from './test-a11y/report-itself.ts';
import { resultsOf, type Summary, summaryOf } from './test-a11y/results.ts';
import { knownStates, walksTo } from './test-a11y/screens.ts';
import { variants } from './test-a11y/variants.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'test-results/a11y');
const say = (text: string) => process.stdout.write(`${text}\n`);

const known = { states: knownStates(root), locales: [...publishedLocales, ...pseudoLocales] };
const asked = readOptions(process.argv.slice(2), known);
if ('wrong' in asked) {
  process.stderr.write(`${asked.wrong}\n`);
  process.exitCode = 2;
} else if (asked.isList) list();
else if (!hasBrowser(asked.browser)) {
  process.stderr.write(
    `expected ${asked.browser} on this machine, found none: npx playwright install ${asked.browser}\n`,
  );
  process.exitCode = 2;
} else await test(asked);

function list(): void {
  say(`Languages: ${known.locales.join(', ')}\nVariants:`);
  for (const [name, { how }] of Object.entries(variants)) say(`  ${name}: ${how}`);
  say('Screens, each with its states:');
  for (const screen of new Set(known.states.map((one) => one.screen))) {
    const its = known.states.filter((one) => one.screen === screen);
    say(`  ${screen}: ${its.map(({ state }) => state || '(as usual)').join(', ')}`);
  }
}

/** For the page of the accessibility statement, which the next build makes of it. */
function keep(summary: Summary): void {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  const results = resultsOf(summary, { on: new Date().toISOString().slice(0, 10), version });
  writeFileSync(join(root, 'app/[locale]/accessibility/last-tests.json'), `${JSON.stringify(results, null, 2)}\n`);
}

async function test(what: Asked): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (!isBuilt(root, modeIn(process.env))) {
    const { passed, unseen } = await runStep({ name: 'build', command: ['node', 'scripts/build.ts'] }, false);
    if (!passed) throw new Error(`expected the project to be built, found:\n${unseen}`);
  }
  const names = what.states.map(({ name }) => name);
  const files = what.isWhole ? walks : (walksTo(root, names) ?? walks);
  const failed: string[] = [];
  // A language after the other: some states last for a minute or two.
  for (const locale of what.locales) {
    const walk = await runStep(
      {
        name: `screens in ${locale}`,
        command: ['playwright', 'test', ...files, ...walkProjects, '--pass-with-no-tests'],
        environment: {
          PUENTE_A11Y: folder,
          PUENTE_A11Y_SCREENS: names.join(','),
          PUENTE_A11Y_VARIANTS: what.variants.join(','),
          PUENTE_LOCALES: locale,
          PUENTE_BROWSER: what.browser,
        },
      },
      true,
    );
    if (!walk.passed) failed.push(locale);
  }
  rmSync(join(folder, 'claimed'), { recursive: true, force: true });
  const looked = readLooked(folder);
  const summary = summaryOf(looked, what, failed);
  const page = join(folder, 'index.html');
  writeFileSync(page, reportOf(looked, summary));
  const ofReport = await findingsOfReport(page);
  if (what.isKept && failed.length === 0) keep(summary);

  for (const { locale, screen, looks } of looked)
    for (const { variant, findings } of looks)
      for (const { rule, criteria, what: wrong, where } of findings)
        say(`FOUND  ${screen} in ${locale}, ${variant}: ${rule} (${criteria.join(', ')}): ${wrong} ${where[0] ?? ''}`);
  for (const { screen, locale } of summary.unreached) say(`NOT REACHED  ${screen} in ${locale}`);
  for (const finding of ofReport) say(`FOUND  in the report itself: ${finding}`);
  for (const locale of failed) say(`FAILED  a walk in ${locale}: see above`);
  say(
    `${summary.screens} screens and states in ${summary.locales.length} languages, looked at ${summary.looks} times: ${summary.findings} findings, ${summary.undecided} that a person has to decide.`,
  );
  say(`The report: ${page}`);
  process.exitCode = summary.findings + ofReport.length + failed.length > 0 || looked.length === 0 ? 1 : 0;
}
