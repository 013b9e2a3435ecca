import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

export type Studio = {
  /** As it is printed: with its token, where it has one. */
  readonly address: string;
  readonly root: string;
  readonly close: () => Promise<void>;
};

/** The studio as `npm run studio` starts it, for a folder that goes with it. */
export async function openStudio(root: string): Promise<Studio> {
  return opened(root, ['--port', String(await freePort())]);
}

/** As `npm run studio -- --server` starts it, with the sandbox's provider. */
export async function openStudioOnServer(root: string): Promise<Studio> {
  return opened(root, ['--server'], { PORT: String(await freePort()) });
}

async function opened(
  root: string,
  options: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Studio> {
  const child = spawn('node', ['scripts/studio.ts', ...options, '--root', root], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, ...environment },
  });
  const isGone = new Promise((resolve) => child.once('exit', resolve));
  return {
    address: await printedAddress(child),
    root,
    close: async () => {
      child.kill();
      await isGone;
      rmSync(root, { recursive: true });
    },
  };
}

async function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const keep = (part: unknown) => {
      printed += String(part);
      const found = /http:\S+/.exec(printed)?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('exit', () => reject(new Error(`the studio ended: ${printed}`)));
  });
}
