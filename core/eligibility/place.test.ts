import { describe, expect, test } from 'vitest';
import { cellOf, kilometersBetween, kilometersBetweenCells, readPlace } from './place.ts';

describe('a place out of a form', () => {
  test.each([
    [
      { latitude: '19.4326', longitude: '-99.1332', accuracy: '12.5' },
      { latitude: 19.4326, longitude: -99.1332, accuracyMeters: 12.5 },
    ],
    [
      { latitude: 19.4326, longitude: -99.1332, accuracy: 0 },
      { latitude: 19.4326, longitude: -99.1332, accuracyMeters: 0 },
    ],
  ])('%j is one', (fields, expected) => {
    expect(readPlace(fields)).toEqual(expected);
  });
  test.each([
    [{}],
    [{ latitude: '', longitude: '', accuracy: '' }],
    [{ latitude: '19.4', longitude: '-99.1' }],
    [{ latitude: '19,4', longitude: '-99.1', accuracy: '5' }],
    [{ latitude: '0x13', longitude: '-99.1', accuracy: '5' }],
    [{ latitude: '1e1', longitude: '-99.1', accuracy: '5' }],
    [{ latitude: 'NaN', longitude: '-99.1', accuracy: '5' }],
    [{ latitude: '19.4', longitude: '-199.1', accuracy: '5' }],
    [{ latitude: '19.4', longitude: '-99.1', accuracy: '-5' }],
    [{ latitude: [19.4], longitude: '-99.1', accuracy: '5' }],
    [{ latitude: null, longitude: '-99.1', accuracy: '5' }],
  ])('%j is none', (fields) => {
    expect(readPlace(fields)).toBeUndefined();
  });
});

test.each([
  [19.4326, -99.1332, '19,-99.5'],
  [25.5, -98, '25.5,-98'],
  [-0.1, 0.1, '-0.5,0'],
])('the cell of %f, %f is %s', (latitude, longitude, cell) => {
  expect(cellOf({ latitude, longitude, accuracyMeters: 1 })).toBe(cell);
});

test('distances are those of a great circle', () => {
  const [tijuana, matamoros] = [
    { latitude: 32.5331, longitude: -117.0382 },
    { latitude: 25.8797, longitude: -97.5042 },
  ];
  expect(kilometersBetween(tijuana, matamoros)).toBeCloseTo(2029, -1);
  expect(kilometersBetween(tijuana, tijuana)).toBe(0);
});

test.each([
  ['19,-99.5', '19,-99.5', 0],
  ['19,-99.5', '19.5,-99', 0],
  ['19,-99.5', '20,-99.5', 56],
  ['20,-99.5', '19,-99.5', 56],
  ['31.5,-106.5', '14.5,-92.5', 2291],
])('between the cells %s and %s lie %i km at the least', (one, other, kilometers) => {
  expect(Math.round(kilometersBetweenCells(one, other))).toBe(kilometers);
});
