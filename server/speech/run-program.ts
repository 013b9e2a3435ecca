import { spawn } from 'node:child_process';
import { err, ok, type Result } from '#core/result.ts';

export type Run = {
  readonly args: readonly string[];
  /** For its standard input; never in the arguments, which every user of the machine can see. */
  readonly input: string;
  readonly patienceMs: number;
  readonly mostBytes: number;
};

/** Why a program gave nothing: one word for the log, and nothing of what it was given. */
export type RunFailure = { readonly kind: 'cannot-start' | 'too-slow' | 'too-much' | 'failed' };

/**
 * What a program writes to its standard output. What it says on the other one is not read: it may quote its input. Of our
 * environment it gets what it needs to be found, and no key or password.
 */
export function runProgram(
  program: string,
  { args, input, patienceMs, mostBytes }: Run,
): Promise<Result<Buffer, RunFailure>> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', NODE_ENV: 'production' } as const;
    const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'ignore'] });
    const parts: Buffer[] = [];
    let length = 0;
    const end = (result: Result<Buffer, RunFailure>) => {
      clearTimeout(timer);
      // A child of its own may hold the pipe open; nobody waits for it.
      child.stdout.destroy();
      child.kill('SIGKILL');
      resolve(result);
    };
    const timer = setTimeout(() => end(err({ kind: 'too-slow' })), patienceMs);
    child.once('error', () => end(err({ kind: 'cannot-start' })));
    child.once('close', (code) => end(code === 0 ? ok(Buffer.concat(parts)) : err({ kind: 'failed' })));
    child.stdout.on('data', (part: Buffer) => {
      length += part.length;
      if (length > mostBytes) end(err({ kind: 'too-much' }));
      else parts.push(part);
    });
    // One that ends without reading breaks the pipe: how it ended says what there is to say.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
