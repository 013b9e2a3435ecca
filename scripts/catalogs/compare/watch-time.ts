import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../../..');
const program = join(project, 'scripts/catalogs-check.ts');
const parts = [
  'locales',
  'content',
  'app',
  'server',
  'core',
  'scripts/catalogs/exceptions',
  'scripts/verify-draw',
  'scripts/verify-page',
];
export const savedFile = 'locales/ht/start.json';
const saves = 9;

/** Seconds from each save of one file, wrong and right in turn, to the end of what the watching check says of it. */
export async function watchSeconds(): Promise<readonly number[]> {
  const root = mkdtempSync(join(tmpdir(), 'watched-'));
  for (const part of parts) cpSync(join(project, part), join(root, part), { recursive: true });
  const right = readFileSync(join(root, savedFile), 'utf8');
  const wrong = right.replace('": "', '": " ');
  const watching = spawn(process.execPath, [program, '--root', root, '--watch'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const looked = looksOf(watching.stdout);
  try {
    await looked();
    const seconds: number[] = [];
    for (let save = 0; save < saves; save += 1) {
      const begun = performance.now();
      writeFileSync(join(root, savedFile), save % 2 === 0 ? wrong : right);
      const said = await looked();
      seconds.push((performance.now() - begun) / 1000);
      if (said.includes('no findings') === (save % 2 === 0)) throw new Error(`expected the other of ${said}`);
    }
    return seconds;
  } finally {
    watching.kill('SIGKILL');
    rmSync(root, { recursive: true });
  }
}

/** Waits for the next look to be over, and gives what it said. */
function looksOf(output: NodeJS.ReadableStream): () => Promise<string> {
  let said = '';
  let hear = () => {};
  output.on('data', (piece: Buffer) => {
    said += piece.toString('utf8');
    hear();
  });
  return async () => {
    for (;;) {
      const [look] = /^[\s\S]*?^Looked in .*\n/m.exec(said) ?? [];
      if (look !== undefined) {
        said = said.slice(look.length);
        return look;
      }
      await new Promise<void>((resolve) => {
        hear = resolve;
      });
    }
  };
}
