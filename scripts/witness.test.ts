import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DrawOperator } from '#tests/support/draw-operator.ts';
import { type DrawOperatorServer, startDrawOperator } from '#tests/support/draw-operator-server.ts';
import { openedWitness, scratchFolder } from '#tests/support/witness-folder.ts';
import { verifyFiles } from './verify-draw/verify-folder.ts';
import { commands } from './witness/commands.ts';
import { readOptions } from './witness/options.ts';

const day = '2027-01-05';
const now = Date.parse(`${day}T16:05:00Z`);
const keys = new Map<string, string>();
let folder = '';
let operator: DrawOperator;
let server: DrawOperatorServer;

beforeEach(async () => {
  folder = scratchFolder();
  operator = new DrawOperator();
  server = await startDrawOperator(operator, keys, () => now);
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

type Said = { readonly code: number; readonly out: string; readonly err: string };

/** A command as it is typed, but for the start of a process. */
async function witness(name: string, ...args: readonly string[]): Promise<Said> {
  const options = readOptions(args);
  const command = commands[name];
  if (!options.ok || !command) throw new Error(JSON.stringify(options));
  let [out, err] = ['', ''];
  const code = await command(options.value, {
    say: (line) => {
      out += `${line}\n`;
    },
    warn: (line) => {
      err += `${line}\n`;
    },
    clock: () => now,
    stop: new AbortController().signal,
  });
  return { code, out, err };
}

const at = (name: string) => ['--folder', join(folder, name), '--operator', server.address];
const run = (name: string) => witness('run', ...at(name), '--once');
const nothing = { code: 0, out: '', err: '' };
const told = (line: string) => ({ code: 0, out: `2027-01-05T16:05:00.000Z ${line}\n`, err: '' });
const refused = (line: string) => ({ code: 1, out: '', err: `${line}\n` });

async function begin(): Promise<readonly string[]> {
  for (const name of ['alpha', 'beta']) {
    const made = await witness('new', '--folder', join(folder, name), '--name', name, '--days', '5');
    expect(made.code).toBe(0);
    keys.set(name, openedWitness(join(folder, name)).deposit.key);
    expect(made.out).toContain(`${name}=${keys.get(name)}`);
    expect(await witness('join', ...at(name))).toMatchObject({ code: 0, err: '' });
  }
  operator.beginSeason();
  return [1, 2, 3].map((trustee) => {
    const kept = join(folder, `trustee-${trustee}`);
    writeFileSync(kept, readFileSync(join(folder, 'beta', 'for-trustees', `trustee-${trustee}.tsv`)));
    return kept;
  });
}

test('a witness is made, joins, and does its part of a draw; a lost one comes back by its trustees', async () => {
  const trustees = await begin();
  expect(await run('alpha')).toEqual(nothing);
  operator.close(day);
  for (const name of ['alpha', 'beta'])
    expect(await run(name)).toEqual(told(`signed the announcement of draw 1 (${day})`));
  rmSync(join(folder, 'beta'), { recursive: true });
  expect(await run('alpha')).toEqual(told(`revealed the secret of draw 1 (${day})`));
  expect(await run('alpha')).toEqual(nothing);

  /** What a trustee sends, in a file of whoever puts it together. */
  async function handed(trustee: number, ...of: readonly string[]): Promise<string> {
    const { code, out } = await witness('share', ...of, trustees[trustee - 1] ?? '');
    expect(code).toBe(0);
    const file = join(folder, `handed-${trustee}`);
    writeFileSync(file, out);
    return file;
  }
  const keyShares = [await handed(1, '--key'), await handed(3, '--key')];
  expect(await witness('restore', '--folder', join(folder, 'beta'), ...keyShares)).toMatchObject({ code: 0, err: '' });
  expect((await run('beta')).out).toContain('Ask the trustees for draw 1');
  const ofDraw = ['--draw', '1', '--operator', server.address];
  const shares = [await handed(2, ...ofDraw), await handed(3, ...ofDraw)];
  expect((await witness('recover', ...ofDraw, ...shares)).code).toBe(0);

  for (const name of ['alpha', 'beta'])
    expect(await run(name)).toEqual(told(`made draw 1 (${day}) again and signed its result`));
  expect(verifyFiles(operator.folderOf(day))).toMatchObject({ verdict: 'same' });
});

test('trustees hand out nothing, and nothing is put together, before all have signed', async () => {
  const trustees = await begin();
  const ofDraw = ['--draw', '1', '--operator', server.address];
  operator.close(day);
  expect(await run('alpha')).toMatchObject({ code: 0 });
  const early = refused('not-all-signed: there is no cosignatures.json');
  expect(await witness('share', ...ofDraw, trustees[0] ?? '')).toEqual(early);
  expect(await witness('recover', ...ofDraw, ...trustees)).toEqual(early);
  expect(await witness('share', '--draw', '2', '--operator', server.address, trustees[0] ?? '')).toEqual(
    refused('wrong-draw-number: expected draw 2 under way, found 1'),
  );
});

test('a refusal is one line that says why, and control characters of a stranger do not steer the terminal', async () => {
  await begin();
  operator.close(day);
  operator.lie = (file, truth) =>
    file === 'announcement.json' ? (truth ?? '').replace('"2027-01"', '"2027-01\\u001b[2J"') : undefined;
  const { code, out, err } = await run('alpha');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toBe(
    `2027-01-05T16:05:00.000Z REFUSED on ${day}: other-policy: expected 2027-01 or 2027-01, found 2027-01\\u{1b}[2J\n`,
  );
});

test('what only the witness may read has mode 600, and no witness is written over', async () => {
  await begin();
  const files = readdirSync(join(folder, 'alpha'), { recursive: true, encoding: 'utf8' });
  expect(files).toHaveLength(7);
  for (const file of files) {
    const stat = statSync(join(folder, 'alpha', file));
    expect((stat.mode & 0o777).toString(8), file).toBe(stat.isDirectory() ? '700' : '600');
  }
  const again = await witness('new', '--folder', join(folder, 'alpha'));
  expect(again).toMatchObject({ code: 2, out: '' });
  expect(again.err).toContain('not empty');
});

test('an operator that is down is asked again later', async () => {
  await begin();
  await server.stop();
  const { code, out, err } = await run('alpha');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(server.address);
  server = await startDrawOperator(operator, keys, () => now);
});

test('a request that another key signed is refused', async () => {
  await begin();
  keys.set('alpha', keys.get('beta') ?? '');
  expect(await witness('join', ...at('alpha'))).toEqual(
    refused('the operator did not take it: request-signature-wrong'),
  );
});

test.each<[string, readonly string[]]>([
  ['--operator', ['--operator', 'http://puente.example']],
  ['--operator', ['--operator', 'https://puente.example/api']],
  ['--name', ['--name', 'a;b']],
  ['--threshold', ['--threshold', '1']],
  ['--threshold', ['--threshold', '4']],
  ['--days', ['--days', '0']],
  ['--policies', ['--policies', '/nowhere']],
  ['options', ['--nonsense']],
])('%s is asked for again when it is wrong', (option, args) => {
  expect(readOptions(args)).toMatchObject({ ok: false, error: { kind: 'wrong-option', option } });
});

/** A process of its own. */
function program(...args: readonly string[]) {
  const child = spawn(process.execPath, [new URL('./witness.ts', import.meta.url).pathname, ...args]);
  let [out, err] = ['', ''];
  child.stdout.on('data', (piece) => {
    out += String(piece);
  });
  const warned = new Promise<string>((resolve) => {
    child.stderr.on('data', (piece) => {
      err += String(piece);
      resolve(err);
    });
  });
  const ended = new Promise<Said>((resolve) => child.on('close', (code) => resolve({ code: code ?? -1, out, err })));
  return { child, warned, ended };
}

test('as a program it tells how it is used, and ends when it is told to', async () => {
  const usage = await program().ended;
  expect(usage).toMatchObject({ code: 2, out: '' });
  expect(usage.err).toMatch(/^A witness of the draws.*\n {2}new --folder/);
  await begin();
  // A process has the real time, before which this day never is.
  operator.close('2999-01-05');
  await server.stop();
  server = await startDrawOperator(operator, keys, Date.now);
  const { child, warned, ended } = program('run', ...at('alpha'));
  expect(await warned).toContain('REFUSED on 2999-01-05: day-ahead');
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, out: '' });
});
