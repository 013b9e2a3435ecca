import { expect, test } from 'vitest';
import { readEnv } from '../env.ts';
import { reachedAt } from './reached-at.ts';

const wifi = { address: '192.168.1.7', on: 'wlan0' };
const tunnel = { address: '10.8.0.2', on: 'tun0' };

function reached(environment: Readonly<Record<string, string>>, addresses = [wifi, tunnel]) {
  const env = readEnv(environment);
  if (!env.ok) throw new Error(env.error.variable);
  const found = reachedAt(env.value, addresses);
  return found.ok ? [found.value.host, found.value.publicUrl] : found.error;
}

test.each([
  [{}, '192.168.1.7', 'https://192.168.1.7:3000'],
  [{ PORT: '443' }, '192.168.1.7', 'https://192.168.1.7'],
  [{ HOST: '10.8.0.2', PORT: '4000' }, '10.8.0.2', 'https://10.8.0.2:4000'],
  [{ HOST: '0.0.0.0' }, '0.0.0.0', 'https://192.168.1.7:3000'],
  [{ HOST: '127.0.0.1' }, '127.0.0.1', 'https://127.0.0.1:3000'],
  [{ HOST: 'fd00::2' }, 'fd00::2', 'https://[fd00::2]:3000'],
  [{ PUBLIC_URL: 'https://laptop.local:3000' }, '0.0.0.0', 'https://laptop.local:3000'],
  [{ PUBLIC_URL: 'https://192.168.9.9:3000', HOST: '127.0.0.1' }, '127.0.0.1', 'https://192.168.9.9:3000'],
  [{ PUBLIC_URL: 'https://[fd00::2]:3000' }, '0.0.0.0', 'https://[fd00::2]:3000'],
])('with %j it listens to %s, and phones open %s', (environment, host, publicUrl) => {
  expect(reached(environment)).toEqual([host, publicUrl]);
});

test.each([
  [{ PUBLIC_URL: 'http://192.168.1.7:3000' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'https://192.168.1.7' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'https://puente.example:3000' }, 'PUBLIC_URL'],
  [{ HOST: 'puente.example' }, 'HOST'],
])('%j is refused for %s: phones could not open it, or the authority may not vouch for it', (environment, variable) => {
  expect(reached(environment)).toMatchObject({ kind: 'wrong-variable', variable });
});

test('without a network it says so, unless an address was given', () => {
  expect(reached({}, [])).toEqual({ kind: 'no-local-network' });
  expect(reached({ HOST: '0.0.0.0' }, [])).toEqual({ kind: 'no-local-network' });
  expect(reached({ HOST: '203.0.113.5' }, [])).toEqual(['203.0.113.5', 'https://203.0.113.5:3000']);
});
