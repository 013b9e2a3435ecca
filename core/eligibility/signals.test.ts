import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant } from '#core/time/instant.ts';
import { parseInstant } from '#core/time/rfc3339.ts';
import type { Place } from './place.ts';
import { type PhoneReport, type SignalKind, signalKinds, signalsOf } from './signals.ts';

const summer = parseInstant('2027-07-15T16:00:00Z') as Instant;
const city: Place = { latitude: 19.4326, longitude: -99.1332, accuracyMeters: 12 };
const juarez: Place = { latitude: 31.7399, longitude: -106.4851, accuracyMeters: 12 };
const honest: PhoneReport = {
  automation: false,
  timeZone: 'America/Mexico_City',
  offsetMinutes: -360,
  clock: summer + 40_000,
  languages: 'es-MX,es',
};

describe('an honest phone gives no signal', () => {
  test.each([
    ['in Mexico City', honest, city],
    ['in Juárez, on the clock of its own side', { ...honest, timeZone: 'America/Ciudad_Juarez' }, juarez],
    ['in Juárez, on the clock of El Paso', { ...honest, timeZone: 'America/Denver' }, juarez],
    ['that reports nothing', {}, city],
    ['whose place is not known', { ...honest, timeZone: 'America/Port-au-Prince', offsetMinutes: -240 }, undefined],
    ['whose clock is a quarter of an hour off', { ...honest, clock: summer - 15 * 60_000 }, city],
  ] as const)('%s', (_title, report, place) => {
    expect(signalsOf(report, place, summer)).toEqual([]);
  });
});

test('at the border the clocks of both sides are ordinary, also where they differ, as in November 2022', () => {
  const now = parseInstant('2022-11-15T16:00:00Z') as Instant;
  expect(signalsOf({ timeZone: 'America/Denver', offsetMinutes: -420 }, juarez, now)).toEqual([]);
  expect(signalsOf({ timeZone: 'America/Ciudad_Juarez', offsetMinutes: -360 }, juarez, now)).toEqual([]);
});

describe('what looks odd', () => {
  const rows: readonly (readonly [SignalKind, PhoneReport, Place, object])[] = [
    ['automation', { ...honest, automation: true }, city, {}],
    ['clock-off', { ...honest, clock: summer + 17 * 60_000 }, city, { minutes: 17 }],
    ['clock-off', { ...honest, clock: 0 }, city, { minutes: -Math.round(summer / 60_000) }],
    ['zone-unknown', { ...honest, timeZone: 'Mars/Olympus' }, city, {}],
    ['zone-unknown', { ...honest, timeZone: '<script>' }, city, {}],
    [
      'offset-unlike-zone',
      { ...honest, offsetMinutes: 180 },
      city,
      { timeZone: 'America/Mexico_City', expected: -360, offsetMinutes: 180 },
    ],
    [
      'zone-unlike-place',
      { ...honest, timeZone: 'Europe/Moscow', offsetMinutes: 180 },
      city,
      { timeZone: 'Europe/Moscow', offset: 180 },
    ],
    [
      'zone-unlike-place',
      { ...honest, timeZone: 'America/Tijuana', offsetMinutes: -420 },
      juarez,
      { timeZone: 'America/Tijuana', offset: -420 },
    ],
    ['languages-missing', { ...honest, languages: '' }, city, {}],
    ['accuracy-implausible', honest, { ...city, accuracyMeters: 0 }, { accuracyMeters: 0 }],
    ['visitor', { ...honest, visitorId: 'a1b2c3d4e5f6a7b8c9d0' }, city, { visitorId: 'a1b2c3d4e5f6a7b8c9d0' }],
  ];

  test.each(rows)('%s', (kind, report, ...[place, detail]) => {
    expect(signalsOf(report, place, summer)).toEqual([{ kind, detail }]);
  });
});

test('whatever a phone reports, signals are of known kinds and never throw', () => {
  const report = fc.record(
    {
      automation: fc.anything(),
      timeZone: fc.anything(),
      offsetMinutes: fc.anything(),
      clock: fc.anything(),
      visitorId: fc.anything(),
      languages: fc.anything(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(report, (sent) => {
      for (const signal of signalsOf(sent, city, summer)) expect(signalKinds).toContain(signal.kind);
    }),
  );
});
