import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding } from './finding.ts';
import { publishable, stopsBuild } from './publication.ts';
import { writePublished } from './published-files.ts';
import { applyRepairs } from './repair.ts';
import { githubReport, humanReport, jsonReport } from './report.ts';
import type { Rule } from './rule.ts';
import { sarifReport } from './sarif.ts';
import { readTree, type Tree } from './tree.ts';
import { startThreads, type Threads } from './two-threads.ts';
import { lookAgain } from './watch.ts';

type Start = (rules: readonly Rule[], root: string) => Threads;
type Report = (findings: readonly Finding[], rules: readonly Rule[]) => string;

const formats: Readonly<Record<string, Report>> = {
  human: humanReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
};

/**
 * Runs the check as the command line asks for. Gives the exit code; `--watch` goes on until it is interrupted. With `--publish` the
 * languages that can be shown are written down, and one that can't be doesn't stop the others. `start` says where rules look.
 */
export async function runCheck(rules: readonly Rule[], start: Start = startThreads): Promise<number> {
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

  const threads = start(rules, root);

  async function look(): Promise<number> {
    let { tree, findings } = await threads.look(() => readTree(root));
    if (values.fix && applyRepairs(root, findings).length > 0)
      ({ tree, findings } = await threads.look(() => readTree(root)));
    process.stdout.write(report?.(findings, rules) ?? '');
    if (values.publish) return publish(tree, findings);
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  }

  try {
    if (!values.watch) return await look();
    await lookAgain(root, interrupted(), async (changed) => {
      // A terminal shows what is true now, a file keeps all that was said.
      if (process.stdout.isTTY) process.stdout.write('\u001B[2J\u001B[3J\u001B[H');
      const begun = performance.now();
      await look().catch((error: unknown) => process.stderr.write(couldNotRun(error)));
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      process.stdout.write(`${noteOn(changed)}Looked in ${seconds} s, and looking on; Ctrl-C ends it.\n`);
    });
    return 0;
  } finally {
    await threads.end();
  }
}

export function couldNotRun(error: unknown): string {
  return `The catalogs could not be checked: ${error instanceof Error ? error.message : String(error)}\n`;
}

function interrupted(): AbortSignal {
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => ended.abort());
  return ended.signal;
}

/** Lists such as the kinds of errors are part of the program that looks. */
function noteOn(changed: ReadonlySet<string>): string {
  const [file] = [...changed].filter((path) => path.startsWith('core'));
  return file === undefined ? '' : `${file} has changed: begin again, if it holds a list that needs words.\n`;
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
