import { watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding } from './finding.ts';
import { publishable, stopsBuild } from './publication.ts';
import { writePublished } from './published-files.ts';
import { applyRepairs } from './repair.ts';
import { githubReport, humanReport, jsonReport } from './report.ts';
import { findingsOf, type Rule } from './rule.ts';
import { sarifReport } from './sarif.ts';
import { readTree, type Tree } from './tree.ts';

type Report = (findings: readonly Finding[], rules: readonly Rule[]) => string;

const formats: Readonly<Record<string, Report>> = {
  human: humanReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
};

/**
 * Runs the check as the command line asks for. Gives the exit code; `--watch` goes on by itself. With `--publish` the
 * languages that can be shown are written down, and one that can't be doesn't stop the others.
 */
export function runCheck(rules: readonly Rule[]): number {
  const { values } = parseArgs({
    options: {
      format: { type: 'string', default: 'human' },
      root: { type: 'string', default: join(import.meta.dirname, '../..') },
      fix: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
    },
  });
  const report = formats[values.format];
  if (!report) throw new Error(`--format is ${Object.keys(formats).join(', ')}, found ${values.format}`);
  const root = resolve(values.root);

  function look(): number {
    let tree = readTree(root);
    let findings = findingsOf(rules, tree);
    if (values.fix && applyRepairs(root, findings).length > 0) {
      tree = readTree(root);
      findings = findingsOf(rules, tree);
    }
    process.stdout.write(report?.(findings, rules) ?? '');
    if (values.publish) return publish(tree, findings);
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  }

  if (values.watch) watchFolders(root, look);
  return look();
}

function publish(tree: Tree, findings: readonly Finding[]): number {
  if (findings.some(stopsBuild)) return 1;
  const shown = publishable(tree, findings);
  writePublished(tree.root, shown);
  const back = tree.locales.filter((tag) => !shown.includes(tag));
  process.stdout.write(
    `Languages shown: ${shown.join(', ')}${back.length > 0 ? `; kept back: ${back.join(', ')}` : ''}.\n`,
  );
  return 0;
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
