import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readEnv } from './env.ts';
import { readKeys, readOrMakeKeys } from './open-data.ts';
import { CannotStart } from './start-failure.ts';

test('who only reads makes no keys, and reads those that a demonstration has made', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'puente-keys-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const keyFile = join(folder, 'keys.json');
  const env = readEnv({ DATA_FOLDER: join(folder, 'data'), KEY_FILE: keyFile });
  if (!env.ok) throw new Error(`expected an environment, found ${env.error.kind}`);
  expect(() => readKeys(env.value)).toThrow(CannotStart);
  expect(existsSync(keyFile)).toBe(false);
  const made = readOrMakeKeys(env.value);
  expect(readKeys(env.value)).toEqual(made);
});
