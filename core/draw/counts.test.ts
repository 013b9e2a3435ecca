import { expect, test } from 'vitest';
import { countsByPort } from './counts.ts';

test('counts below eleven are not told', () => {
  const group = { id: '', size: 2, band: 0, ports: ['laredo', 'nogales'] };
  const requests = [...Array.from({ length: 10 }, () => group), { ...group, ports: ['nogales'] }];
  expect(countsByPort(requests, ['el-paso', 'laredo', 'nogales'])).toEqual([
    { port: 'el-paso', requests: null, people: null },
    { port: 'laredo', requests: null, people: 20 },
    { port: 'nogales', requests: 11, people: 22 },
  ]);
});
