import { spawn } from 'node:child_process';
import { join } from 'node:path';

export type Step = {
  readonly name: string;
  /** Program and arguments; programs of node_modules/.bin are on the path of an npm script. */
  readonly command: readonly [string, ...string[]];
  readonly environment?: Readonly<Record<string, string>>;
};

export type StepOutcome = {
  readonly step: Step;
  readonly passed: boolean;
  readonly seconds: number;
  /** What it printed and nobody has seen. */
  readonly unseen: string;
};

/** Half of what a short script takes is reading the same sources as the one before it. */
const compiled = join(import.meta.dirname, '../../node_modules/.cache/compiled');

/** Runs one step; what it prints is kept, or shown as it comes with `live`. */
export function runStep(step: Step, live: boolean): Promise<StepOutcome> {
  const [program, ...parameters] = step.command;
  const begun = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      env: { NODE_COMPILE_CACHE: compiled, ...process.env, ...step.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const parts: string[] = [];
    const keep = (part: Buffer) => {
      if (live) process.stdout.write(part);
      else parts.push(part.toString());
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const end = (passed: boolean) =>
      resolve({ step, passed, seconds: (performance.now() - begun) / 1000, unseen: parts.join('') });
    child.on('error', (error) => {
      parts.push(`${program} could not be started: ${error.message}\n`);
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/** Runs all steps, at most `width` at a time, says how each ended, and shows the output of those that failed. */
export async function runAll(steps: readonly Step[], width: number): Promise<readonly StepOutcome[]> {
  const waiting = [...steps];
  const ended: StepOutcome[] = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const outcome = await runStep(step, false);
      ended.push(outcome);
      report(outcome);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return ended;
}

export function report({ step, passed, seconds, unseen }: StepOutcome): void {
  process.stdout.write(`${passed ? 'passed' : 'FAILED'}  ${step.name}  (${seconds.toFixed(1)} s)\n`);
  if (!passed) process.stdout.write(`${unseen}\n`);
}
