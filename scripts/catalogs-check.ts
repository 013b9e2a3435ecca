import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { humanReport, jsonReport } from './catalogs/report.ts';
import { findingsOf, type Rule } from './catalogs/rule.ts';
import { argumentsDiffer } from './catalogs/rules/arguments.ts';
import { contentPages } from './catalogs/rules/content-pages.ts';
import { description } from './catalogs/rules/description.ts';
import { duplicateKey } from './catalogs/rules/duplicate-key.ts';
import { empty } from './catalogs/rules/empty.ts';
import { enumerated } from './catalogs/rules/enumerated.ts';
import { extra } from './catalogs/rules/extra.ts';
import { forbiddenFormat } from './catalogs/rules/forbidden-format.ts';
import { icuSyntax } from './catalogs/rules/icu-syntax.ts';
import { jsonSyntax } from './catalogs/rules/json-syntax.ts';
import { missing } from './catalogs/rules/missing.ts';
import { pluralForms } from './catalogs/rules/plural-forms.ts';
import { stale } from './catalogs/rules/stale.ts';
import { status } from './catalogs/rules/status.ts';
import { undefinedKey } from './catalogs/rules/undefined.ts';
import { unreadableUse } from './catalogs/rules/unreadable-use.ts';
import { unused } from './catalogs/rules/unused.ts';
import { wordsComplete } from './catalogs/rules/words-complete.ts';
import { wordsSorted } from './catalogs/rules/words-sorted.ts';
import { readTree } from './catalogs/tree.ts';

// npm run catalogs:check -- [--format json] [--root DIR]
// Exit code 0: nothing, or only things to look at; 1: something to put right; 2: the check could not run.

/** What is looked at, in the order of the report. */
export const rules: readonly Rule[] = [
  // Can the files be read?
  jsonSyntax,
  duplicateKey,
  icuSyntax,
  // Does every language say what the source says?
  missing,
  empty,
  extra,
  argumentsDiffer,
  pluralForms,
  forbiddenFormat,
  // Do the sources and the catalogs agree?
  undefinedKey,
  unused,
  unreadableUse,
  enumerated,
  // Words of calendars, countries and languages, and the long texts
  wordsComplete,
  wordsSorted,
  contentPages,
  // What translators work with
  description,
  status,
  stale,
];

function run(): number {
  const { values } = parseArgs({
    options: {
      format: { type: 'string', default: 'human' },
      root: { type: 'string', default: join(import.meta.dirname, '..') },
    },
  });
  if (values.format !== 'human' && values.format !== 'json')
    throw new Error(`--format is human or json, found ${values.format}`);
  const findings = findingsOf(rules, readTree(resolve(values.root)));
  process.stdout.write(values.format === 'json' ? jsonReport(findings) : humanReport(findings, rules));
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

if (import.meta.main) {
  try {
    process.exitCode = run();
  } catch (error) {
    process.stderr.write(
      `The catalogs could not be checked: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exitCode = 2;
  }
}
