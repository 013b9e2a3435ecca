import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/starting.ts';

test.use({ engine: 'PGlite' });

test('a data folder in use is refused with the number of the process, and free when that one is killed', async ({
  start,
  folder,
  refused,
}) => {
  const first = await start({ folder });
  expect(await refused()).toBe(
    `The data folder ${folder}/data is in use by the process ${first.pid}: stop it, or set DATA_FOLDER.`,
  );
  await first.kill('SIGKILL');
  const second = await start({ folder });
  expect((await fetch(`${second.address}/api/health`)).status).toBe(200);
});

test("a data folder that can't be one is said", async ({ folder, refused }) => {
  const file = join(folder, 'a-file');
  await writeFile(file, '');
  expect(await refused({ environment: { DATA_FOLDER: join(file, 'data') } })).toBe(
    `The data folder ${file}/data can't be used (ENOTDIR): set DATA_FOLDER to a folder that this user may write to, or restore it from a backup.`,
  );
});
