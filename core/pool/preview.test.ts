import { expect, test } from 'vitest';
import { previewOf } from './preview.ts';

const slot = (places: number) => ({ slot: '2027-03-21T08:00', places });

test('a preview counts requests and people of each port at any place of a list, and the places', () => {
  const capacity = {
    ports: [
      { port: 'laredo', slots: [slot(3), { ...slot(4), slot: '2027-03-21T09:00' }] },
      { port: 'nogales', slots: [slot(1)] },
    ],
  };
  const requests = [
    { size: 1, band: 0, ports: ['laredo'] },
    { size: 4, band: 0, ports: ['nogales', 'laredo'] },
  ];
  expect(previewOf(requests, capacity)).toEqual({
    requests: 2,
    people: 5,
    byPort: [
      { port: 'laredo', requests: 2, people: 5, places: 7 },
      { port: 'nogales', requests: 1, people: 4, places: 1 },
    ],
  });
  expect(previewOf([], capacity)).toMatchObject({ requests: 0, people: 0 });
});
