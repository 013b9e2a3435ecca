import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { localAddresses } from './addresses.ts';

const at = (address: string, internal = false): NetworkInterfaceInfo =>
  ({ address, internal, family: address.includes(':') ? 'IPv6' : 'IPv4' }) as NetworkInterfaceInfo;

test('the one by which others are reached is first, then the others as the system names them', () => {
  const interfaces = {
    lo: [at('127.0.0.1', true), at('::1', true)],
    docker0: [at('172.17.0.1')],
    wlan0: [at('192.168.1.7'), at('fe80::1')],
  };
  expect(localAddresses(interfaces, '192.168.1.7')).toEqual([
    { address: '192.168.1.7', on: 'wlan0' },
    { address: '172.17.0.1', on: 'docker0' },
  ]);
  expect(localAddresses(interfaces, undefined).map(({ on }) => on)).toEqual(['docker0', 'wlan0']);
});

test.each([
  ['10.255.0.1', true],
  ['172.31.255.254', true],
  ['172.32.0.1', false],
  ['100.64.0.1', true],
  ['192.0.2.2', true],
  ['8.8.8.8', false],
  ['169.254.1.1', false],
])('%s is on a local network: %s', (address, isLocal) => {
  expect(localAddresses({ eth0: [at(address)] }, address)).toHaveLength(isLocal ? 1 : 0);
});
