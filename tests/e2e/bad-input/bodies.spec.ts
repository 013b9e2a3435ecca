import { request as send } from 'node:http';
import { expect } from '@playwright/test';
import { bombPng } from '../../support/bad-files.ts';
import { test } from '../../support/shared-server.ts';
import { fileField } from '../../support/visitor.ts';
import { expectProblem } from './documents.ts';
import { expectTold } from './sentences.ts';
import { pairAt, stored } from './stages.ts';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** Sends until an answer comes, the line is cut or far too much was taken; gives the status, and how many bytes were. */
function sendWithoutEnd(
  address: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number | undefined; readonly sent: number }> {
  const part = Buffer.alloc(16 * kilobyte, 'a');
  return new Promise((resolve) => {
    let sent = 0;
    let status: number | undefined;
    const request = send(address, { method: 'POST', headers });
    const goOn = () => {
      while (status === undefined && !request.destroyed) {
        if (sent > 256 * megabyte) request.destroy();
        sent += part.length;
        if (!request.write(part)) return;
      }
    };
    request.on('drain', goOn);
    request.on('response', (response) => {
      status = response.statusCode;
      response.resume();
      request.destroy();
    });
    request.on('error', () => undefined);
    request.on('close', () => resolve({ status, sent }));
    goOn();
  });
}

test('a body that never ends is answered and cut off, long before a gigabyte has come', async ({ server }) => {
  const headers = {
    Origin: server.address,
    Accept: 'application/json',
    'Content-Type': 'application/x-www-form-urlencoded',
  };
  const ofAForm = await sendWithoutEnd(`${server.address}/api/registration/name`, headers);
  expect(ofAForm.status).toBe(413);
  // Four times the limit, and what the line itself holds.
  expect(ofAForm.sent).toBeLessThan(16 * megabyte);
  const announced = await sendWithoutEnd(`${server.address}/api/registration/photo`, {
    ...headers,
    'Content-Length': String(1024 * megabyte),
  });
  expect(announced.status).toBe(413);
  expect(announced.sent).toBeLessThan(64 * megabyte);
  expect((await fetch(`${server.address}/api/health`)).status).toBe(200);
});

test('a decompression bomb is refused at once, as a form and as a fetch, and the server stays well', async ({
  server,
}) => {
  const { locale, sender, witness } = await pairAt(server, 'answered');
  const before = stored(await witness.look('register/check'));
  const bomb = fileField(bombPng(), 'image/png');
  expect(bomb.buffer.length).toBeLessThan(200 * kilobyte);

  const began = performance.now();
  const document = await expectProblem(await sender.upload('/api/registration/photo', { photo: bomb }), 'fields');
  expect(document['fields']).toEqual([{ field: 'photo', kind: 'image-too-many-pixels' }]);
  // Unpacking it takes more than ten times as long.
  expect(performance.now() - began).toBeLessThan(2000);

  const answer = await sender.form('/api/registration/photo', 'register/photo', { photo: bomb });
  expect(answer.headers()['location']).toBe(`/${locale}/register/photo`);
  expectTold(await sender.look('register/photo'), {
    locale,
    kind: 'fields',
    fields: [{ field: 'photo', kind: 'image-too-many-pixels' }],
  });
  expect((await fetch(`${server.address}/api/health`)).status).toBe(200);
  expect(stored(await witness.look('register/check'))).toBe(before);
});

test('a form packed with gzip is not unpacked', async ({ server }) => {
  const { gzipSync } = await import('node:zlib');
  const { sender } = await pairAt(server, 'answered');
  const packed = gzipSync(Buffer.from(`givenNames=${'a'.repeat(50 * megabyte)}`));
  const answer = await sender.raw('/api/registration/name', packed, {
    Accept: 'application/json',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Encoding': 'gzip',
  });
  await expectProblem(answer, 'unreadable-body');
});
