import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { listen } from './listen.ts';
import { startSentence } from './start-failure.ts';

test('a taken port is said in one sentence', async () => {
  const first = createServer();
  await listen(first, { host: '127.0.0.1', port: 0 });
  const { port } = first.address() as AddressInfo;
  const failing = listen(createServer(), { host: '127.0.0.1', port });
  await expect(failing).rejects.toMatchObject({ failure: { kind: 'port-taken', port, host: '127.0.0.1' } });
  first.close();
  expect(startSentence({ kind: 'port-taken', port: 3000, host: '127.0.0.1' })).toBe(
    'Port 3000 on 127.0.0.1 is taken: stop what uses it, or set PORT.',
  );
});

test("an address that isn't this machine's is said so", async () => {
  // 192.0.2.0/24 is for documentation (RFC 5737): nobody has it.
  await expect(listen(createServer(), { host: '192.0.2.1', port: 0 })).rejects.toMatchObject({
    failure: { kind: 'address-refused', host: '192.0.2.1' },
  });
});
