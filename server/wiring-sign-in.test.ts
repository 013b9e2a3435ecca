import { expect, test } from 'vitest';
import { ownAddress } from './wiring-sign-in.ts';

test.each([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '127.0.0.1'],
  ['127.0.0.1', '127.0.0.1'],
  ['192.168.1.7', '192.168.1.7'],
  ['fd00::2', '[fd00::2]'],
])('a server that listens to %s reaches itself at %s', (host, address) => {
  expect(ownAddress(host)).toBe(address);
});
