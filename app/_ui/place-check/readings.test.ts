import { expect, test } from 'vitest';
import { compareReadings, noteReading } from './readings.ts';

test('readings are counted, and those that are like the last one to the last digit', () => {
  expect(compareReadings()).toEqual({ readings: 0, sameReadings: 0 });
  for (const latitude of [31.69, 31.6900001, 31.69]) noteReading({ latitude, longitude: -106.424, accuracyMeters: 9 });
  expect(compareReadings()).toEqual({ readings: 3, sameReadings: 2 });
});
