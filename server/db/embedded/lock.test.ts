import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { takeLock } from './lock.ts';
import { ownIdentity } from './process-identity.ts';

const isLinux = process.platform === 'linux';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'puente-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('the first opener has the folder, the second is told by whom', () => {
  const folder = newFolder();
  expect(takeLock(folder).ok).toBe(true);
  expect(takeLock(folder)).toEqual({ ok: false, error: { kind: 'database-in-use', pid: process.pid } });
});

test('a released folder is free again, any number of times', () => {
  const folder = newFolder();
  for (let turn = 0; turn < 3; turn += 1) {
    const lock = takeLock(folder);
    if (!lock.ok) throw new Error('expected the folder to be free');
    lock.value.release();
  }
  expect(readdirSync(folder)).toEqual(['lock.3']);
});

test('a lock of a process that is gone is taken over', async () => {
  const folder = newFolder();
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  writeFileSync(join(folder, 'lock.4'), JSON.stringify({ pid: child.pid, startedAt: '' }));
  expect(takeLock(folder).ok).toBe(true);
  expect(readdirSync(folder)).toEqual(['lock.5']);
});

test.runIf(isLinux)('a lock of an earlier process with the same number is taken over', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'lock.1'), JSON.stringify({ ...ownIdentity(), startedAt: 'another boot/1' }));
  expect(takeLock(folder).ok).toBe(true);
});

test('a lock of another process that runs is respected', async () => {
  const folder = newFolder();
  const holder = spawn(process.execPath, ['-e', hold(folder)], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  expect(takeLock(folder)).toEqual({ ok: false, error: { kind: 'database-in-use', pid: holder.pid } });
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(takeLock(folder).ok).toBe(true);
});

test.runIf(isLinux)('a zombie, which still answers signal 0, holds nothing', async () => {
  const folder = newFolder();
  // A shell that never waits for its child leaves it a zombie.
  const script = `"$0" -e "$1" & echo "$!"; exec sleep 60`;
  const parent = spawn(
    '/bin/sh',
    ['-c', script, process.execPath, `${hold(folder)}setTimeout(() => process.exit(), 300)`],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let pid = 0;
  parent.stdout.on('data', (chunk: Buffer) => {
    pid ||= Number.parseInt(String(chunk), 10);
  });
  await expect.poll(() => readdirSync(folder), { timeout: 10_000 }).toContain('lock.1');
  expect(takeLock(folder).ok).toBe(false);
  await expect.poll(() => takeLock(folder).ok, { timeout: 10_000 }).toBe(true);
  expect(process.kill(pid, 0)).toBe(true);
  parent.kill('SIGKILL');
});

test('of many who find the same stale lock, one takes it', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'lock.1'), JSON.stringify({ pid: 2 ** 30, startedAt: '' }));
  const openers = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ['-e', hold(folder)], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  const said = await Promise.all(openers.map(async (opener) => String((await once(opener.stdout, 'data'))[0]).trim()));
  for (const opener of openers) opener.kill('SIGKILL');
  expect(said.filter((word) => word === 'true')).toHaveLength(1);
});

/** Takes the lock, says whether it has it, and stays until its input ends. */
function hold(folder: string): string {
  const lock = new URL('./lock.ts', import.meta.url).href;
  return `
    const { takeLock } = await import('${lock}');
    console.log(takeLock('${folder}').ok);
    process.stdin.resume();
  `;
}
