/**
 * Runs dependency-cruiser and proves that it read the tree: with an unsuitable TypeScript it reads nothing, warns and
 * exits with 0. The floor rises with the project; lower it only together with a deletion that explains it.
 */
import { join } from 'node:path';
import { cruise, type IReporterOutput } from 'dependency-cruiser';
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const root = join(import.meta.dirname, '..');
const floor = 150;
const folders = ['core', 'server', 'app', 'scripts', 'tests'];

const { options, ...ruleSet } = await extractDepcruiseConfig(join(root, '.dependency-cruiser.cjs'));
const answer: IReporterOutput = await cruise(folders, { ...options, ruleSet, validate: true }, undefined, {
  tsConfig: extractTsConfig('tsconfig.json'),
});
if (typeof answer.output === 'string') throw new Error('dependency-cruiser answered text where a result was expected');

const { summary } = answer.output;
for (const violation of summary.violations) {
  process.stderr.write(`${violation.rule.name}: ${violation.from} → ${violation.to}\n`);
}
if (summary.totalCruised < floor) {
  process.stderr.write(
    `Import rules read ${summary.totalCruised} modules, expected at least ${floor}: nothing was proved.\n`,
  );
}
process.stdout.write(`Import rules: ${summary.totalCruised} modules, ${summary.violations.length} violations.\n`);
process.exitCode = summary.error > 0 || summary.totalCruised < floor ? 1 : 0;
