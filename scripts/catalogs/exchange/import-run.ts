import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { today } from '../../today.ts';
import type { Wish } from '../accept.ts';
import type { Rule } from '../rule.ts';
import { isSigner, isState } from '../status.ts';
import { bring } from './bring.ts';
import { toldPlan } from './told.ts';
import { writeFiles } from './write-files.ts';

/** Imports a file as the command line asks for. Gives the exit code: 1 where something was refused. */
export function runImport(rules: readonly Rule[]): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      locale: { type: 'string' },
      by: { type: 'string' },
      on: { type: 'string', default: today() },
      state: { type: 'string', default: 'translated' },
      'dry-run': { type: 'boolean', default: false },
      'all-or-nothing': { type: 'boolean', default: false },
      root: { type: 'string', default: join(import.meta.dirname, '../../..') },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new Error(`expected one file, found ${positionals.length}`);
  const isTrial = values['dry-run'];
  const wish = wishOf({ ...values, by: values.by ?? (isTrial ? 'nobody' : undefined) });
  const root = resolve(values.root);
  const { plan, files } = bring(root, readFileSync(path), { rules, wish, locale: values.locale });
  process.stdout.write(toldPlan(plan, path));
  const isRefused = plan.refused.length > 0;
  if (isTrial || (isRefused && values['all-or-nothing'])) {
    process.stdout.write(isTrial ? 'Nothing was written: --dry-run.\n' : 'Nothing was written: --all-or-nothing.\n');
  } else {
    writeFiles(root, files);
    for (const name of files.keys()) process.stdout.write(`${name}\n`);
  }
  return isRefused ? 1 : 0;
}

type Said = { readonly by: string | undefined; readonly on: string; readonly state: string };

function wishOf({ by, on, state }: Said): Wish {
  if (!by || !isSigner(by)) throw new Error(`--by is a name without spaces, found ${by ?? 'nothing'}`);
  if (!isState(state)) throw new Error(`--state is draft, translated or reviewed, found ${state}`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) throw new Error(`--on is a day such as 2027-01-31, found ${on}`);
  return { by, on, state };
}
