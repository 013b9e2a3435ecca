import { describe, expect, test } from 'vitest';
import { networkOf } from './network.ts';

function source(remoteAddress: string, forwarded?: string) {
  const headers: Record<string, string> = forwarded ? { 'x-forwarded-for': forwarded } : {};
  return {
    env: { incoming: { socket: { remoteAddress } } },
    req: { raw: new Request('http://localhost/', { headers }) },
  };
}

describe('where a request comes from', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', null],
  ])('%j is %j', (address, network) => {
    expect(networkOf(source(address), 0)).toBe(network);
  });

  test('without a proxy nobody is believed who names another address', () => {
    expect(networkOf(source('203.0.113.7', '198.51.100.1'), 0)).toBe('203.0.113.7');
  });

  test('behind proxies it is the address that the outermost of them saw', () => {
    expect(networkOf(source('10.0.0.1', '6.6.6.6, 203.0.113.7'), 1)).toBe('203.0.113.7');
    expect(networkOf(source('10.0.0.1', '6.6.6.6, 203.0.113.7, 10.0.0.2'), 2)).toBe('203.0.113.7');
    expect(networkOf(source('10.0.0.1', 'nonsense'), 1)).toBeNull();
    expect(networkOf(source('10.0.0.1'), 1)).toBeNull();
  });

  test('without a server nothing is known', () => {
    expect(networkOf({ req: { raw: new Request('http://localhost/') } }, 0)).toBeNull();
  });
});
