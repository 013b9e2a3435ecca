import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Something that a tool tells of a catalog. What it leaves out is empty: an area alone is a whole file. */
export type Told = {
  readonly locale: string;
  readonly area: string;
  /** Below the area. */
  readonly key: string;
  readonly what: string;
};

/** `seconds`: of the tool alone, without the writing of the layout it reads. */
export type Look = { readonly told: readonly Told[]; readonly seconds: number };

/** A check of catalogs. `look` takes the root of a project with `locales/<tag>/<area>.json`. */
export type Tool = {
  readonly name: string;
  readonly version: string;
  /** The command line, and the layout it reads. */
  readonly call: string;
  readonly reads: string;
  readonly look: (root: string) => Promise<Look>;
};

type Printed = { readonly out: string; readonly error: string; readonly seconds: number };

/**
 * Runs a program of Node in a folder; how it ends does not matter here, only what it prints. It prints into files: a program
 * that calls `process.exit` loses what still waits in a pipe, which cut the lists of one tool at random.
 */
export function printedBy(file: string, parameters: readonly string[], folder: string): Promise<Printed> {
  const begun = performance.now();
  // The tables of some tools are as wide as the window, and colours would come between the words.
  const env = { ...process.env, COLUMNS: '500', NO_COLOR: '1', FORCE_COLOR: '0', GITHUB_ACTIONS: '' };
  const prints = mkdtempSync(join(tmpdir(), 'printed-'));
  const [out, error] = [join(prints, 'out'), join(prints, 'error')];
  const [outFile, errorFile] = [openSync(out, 'w'), openSync(error, 'w')];
  return new Promise<Printed>((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...parameters], {
      cwd: folder,
      env,
      stdio: ['ignore', outFile, errorFile],
    });
    child.on('error', reject);
    child.on('close', () => {
      const seconds = (performance.now() - begun) / 1000;
      resolve({ out: readFileSync(out, 'utf8'), error: readFileSync(error, 'utf8'), seconds });
    });
  }).finally(() => {
    closeSync(outFile);
    closeSync(errorFile);
    rmSync(prints, { recursive: true });
  });
}

/** `start.steps.ask` as an area and a key. */
export function placed(locale: string, dotted: string, what: string): Told {
  const [area = '', ...path] = dotted.split('.');
  return { locale, area, key: path.join('.'), what };
}
