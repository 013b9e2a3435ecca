import { watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding } from './finding.ts';
import { applyRepairs } from './repair.ts';
import { githubReport, humanReport, jsonReport } from './report.ts';
import { findingsOf, type Rule } from './rule.ts';
import { sarifReport } from './sarif.ts';
import { readTree } from './tree.ts';

type Report = (findings: readonly Finding[], rules: readonly Rule[]) => string;

const formats: Readonly<Record<string, Report>> = {
  human: humanReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
};

/** Runs the check as the command line asks for. Gives the exit code; `--watch` goes on by itself. */
export function runCheck(rules: readonly Rule[]): number {
  const { values } = parseArgs({
    options: {
      format: { type: 'string', default: 'human' },
      root: { type: 'string', default: join(import.meta.dirname, '../..') },
      fix: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
    },
  });
  const report = formats[values.format];
  if (!report) throw new Error(`--format is ${Object.keys(formats).join(', ')}, found ${values.format}`);
  const root = resolve(values.root);

  function look(): number {
    let findings = findingsOf(rules, readTree(root));
    if (values.fix && applyRepairs(root, findings).length > 0) findings = findingsOf(rules, readTree(root));
    process.stdout.write(report?.(findings, rules) ?? '');
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  }

  if (values.watch) watchFolders(root, look);
  return look();
}

const watched = ['locales', 'content', 'app', 'server'];

/** An editor writes a file in several steps: what comes within this time (milliseconds) is one change. */
const settled = 50;

function watchFolders(root: string, look: () => void): void {
  let waiting: NodeJS.Timeout | undefined;
  for (const folder of watched) {
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        try {
          look();
        } catch (error) {
          // A file was there and is gone between two looks; the next change looks again.
          process.stderr.write(`${String(error)}\n`);
        }
      }, settled);
    }).on('error', (error) => process.stderr.write(`${String(error)}\n`));
  }
}
