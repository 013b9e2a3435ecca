import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant } from '#core/time/instant.ts';
import { parseInstant } from '#core/time/rfc3339.ts';
import type { Place } from './place.ts';
import { readSequence, registeredTooFast } from './signals/script.ts';
import { type PhoneReport, type Sighting, type SignalKind, signalKinds } from './signals/signal.ts';
import { signalsOf } from './signals.ts';

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

const seen = (report: PhoneReport, place: Place | undefined, more: Partial<Sighting> = {}) =>
  signalsOf({
    report,
    place,
    now: summer,
    earlier: [],
    languages: ['ht', 'ht'],
    sameSequences: 0,
    ...more,
  });

describe('an honest phone gives no signal', () => {
  test.each([
    ['in Mexico City', honest, city],
    ['in Juárez, on the clock of its own side', { ...honest, timeZone: 'America/Ciudad_Juarez' }, juarez],
    ['in Juárez, on the clock of El Paso', { ...honest, timeZone: 'America/Denver' }, juarez],
    ['that reports nothing', {}, city],
    ['whose place is not known', { ...honest, timeZone: 'America/Port-au-Prince', offsetMinutes: -240 }, undefined],
    ['whose clock is a quarter of an hour off', { ...honest, clock: summer - 15 * 60_000 }, city],
    ['that speaks her own language alone', { ...honest, languages: 'ht' }, city],
    ['lent by a Russian, with Spanish besides', { ...honest, languages: 'ru-RU,ru,es' }, city],
    ['a phone with fingers and a hand', { ...honest, phone: true, touch: 5, motion: true }, city],
    ['a phone that asks before it tells of motion', { ...honest, phone: true, touch: 5 }, city],
    ['a cheap phone without a sensor for movement', { ...honest, phone: true, touch: 2, motion: false }, city],
    ['a browser that keeps the number of fingers back', { ...honest, phone: true, touch: 0, motion: true }, city],
    ['a browser too old to know of either', { ...honest, phone: true }, city],
    ['a computer', { ...honest, phone: false, touch: 0, motion: false }, city],
    ['with a chip for its pictures', { ...honest, renderer: 'Adreno (TM) 610' }, city],
    ['that read the page', { ...honest, openMilliseconds: 3000 }, city],
    ['with an accuracy of 1.1 m', honest, { ...city, accuracyMeters: 1.1 }],
  ] as const)('%s', (_title, report, place) => {
    expect(seen(report, place)).toEqual([]);
  });
});

test('at the border the clocks of both sides are ordinary, also where they differ, as in November 2022', () => {
  const now = parseInstant('2022-11-15T16:00:00Z') as Instant;
  expect(seen({ timeZone: 'America/Denver', offsetMinutes: -420 }, juarez, { now })).toEqual([]);
  expect(seen({ timeZone: 'America/Ciudad_Juarez', offsetMinutes: -360 }, juarez, { now })).toEqual([]);
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
      'zone-against-place',
      { ...honest, timeZone: 'Europe/Moscow', offsetMinutes: 180 },
      city,
      { timeZone: 'Europe/Moscow', offset: 180 },
    ],
    [
      'zone-against-place',
      { ...honest, timeZone: 'America/Tijuana', offsetMinutes: -420 },
      juarez,
      { timeZone: 'America/Tijuana', offset: -420 },
    ],
    ['languages-missing', { ...honest, languages: '' }, city, {}],
    ['accuracy-too-good', honest, { ...city, accuracyMeters: 0 }, { accuracyMeters: 0 }],
    ['accuracy-too-good', honest, { ...city, accuracyMeters: 0.4 }, { accuracyMeters: 0.4 }],
    ['accuracy-too-good', honest, { ...city, accuracyMeters: 1 }, { accuracyMeters: 1 }],
    ['language-against-place', { ...honest, languages: 'zh-CN,zh' }, city, { language: 'zh' }],
    [
      'software-renderer',
      { ...honest, renderer: 'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)))' },
      city,
      { renderer: 'swiftshader' },
    ],
    ['software-renderer', { ...honest, renderer: 'llvmpipe (LLVM 15.0.6)' }, city, { renderer: 'llvmpipe' }],
    ['missing-sensors', { ...honest, phone: true, touch: 0, motion: false }, city, {}],
    ['filled-too-fast', { ...honest, openMilliseconds: 1240 }, city, { part: 'asking', seconds: 1.2 }],
    ['visitor', { ...honest, visitorId: 'a1b2c3d4e5f6a7b8c9d0' }, city, { visitorId: 'a1b2c3d4e5f6a7b8c9d0' }],
  ];

  test.each(rows)('%s', (kind, report, ...[place, detail]) => {
    expect(seen(report, place)).toEqual([{ kind, detail }]);
  });
});

describe('against what came before', () => {
  const tapachula = '14.5,-92.5';
  const ago = (minutes: number) => (summer - minutes * 60_000) as Instant;
  const here = '31.5,-106.5';
  const far = '25.5,-100.5';
  const same = (minutes: number) => ({ cell: here, at: ago(minutes), isSame: true });
  const other = (cell: string, minutes: number) => ({ cell, at: ago(minutes), isSame: false });

  test('from Tapachula to Juárez within the hour is faster than a plane', () => {
    expect(seen(honest, juarez, { earlier: [other(tapachula, 60)] })).toEqual([
      { kind: 'impossible-travel', detail: { kilometers: 2291, minutes: 60 } },
    ]);
  });

  test('a plane, a bus, and the next cell are not; nor is a place that is vague', () => {
    expect(seen(honest, juarez, { earlier: [other(tapachula, 4 * 60)] })).toEqual([]);
    expect(seen(honest, city, { earlier: [other('19,-99', 0)] })).toEqual([]);
    expect(seen(honest, city, { earlier: [other('19.5,-98.5', 1)] })).toEqual([]);
  });

  test('of several legs the fastest is told', () => {
    const earlier = [other(tapachula, 100), other('20.5,-103.5', 5)];
    expect(seen(honest, juarez, { earlier })).toMatchObject([{ detail: { minutes: 5 } }]);
  });

  test.each([
    ['lies still all day, the same to the last digit', [same(900), same(600), same(300)], juarez],
    ['moves a little between two askings', [other(here, 60), other(here, 30)], juarez],
    ['went into the next cell and came back', [same(900), other('31,-106.5', 600)], juarez],
    ['was far away before, and lies still since', [other(far, 1200), same(300), same(100)], juarez],
    [
      'came back from far away, to a place by its networks',
      [same(1300), other(far, 650)],
      { ...juarez, accuracyMeters: 21 },
    ],
    ['came back from far away, some metres beside', [other(here, 1300), other(far, 650)], juarez],
  ])('a phone that %s is an honest one', (_title, earlier, place) => {
    expect(seen(honest, place, { earlier })).toEqual([]);
  });

  test.each([
    ['once', [same(1300), other(far, 650)], 2],
    ['three times', [same(1400), same(1300), other(far, 650), same(30)], 4],
  ])(
    'a place that a phone left for far away and came back to, to the last digit, is a stored one: %s',
    (_title, earlier, times) => {
      expect(seen(honest, { ...juarez, accuracyMeters: 20 }, { earlier })).toEqual([
        { kind: 'frozen-place', detail: { times } },
      ]);
      expect(seen(honest, undefined, { earlier })).toEqual([]);
    },
  );

  test('a rhythm that others had is a program’s', () => {
    expect(seen(honest, juarez, { sameSequences: 4 })).toEqual([
      { kind: 'repeated-sequence', detail: { registrations: 4 } },
    ]);
  });
});

test.each([
  ['p1.p2.k3', 'p1.p2.k3'],
  ['p1.p2', null],
  ['', null],
  ['p1.p2.x3', null],
  ['p1.p2.k3.', null],
  [`p1${'.p1'.repeat(30)}`, null],
  [7, null],
  [undefined, null],
])('a rhythm of %j is read as %j', (sequence, expected) => {
  expect(readSequence({ sequence })).toBe(expected);
});

test('a registration within half a minute was not typed by hands', () => {
  expect(registeredTooFast(29_999)).toEqual([
    { kind: 'filled-too-fast', detail: { part: 'registering', seconds: 30 } },
  ]);
  expect(registeredTooFast(30_000)).toEqual([]);
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
      renderer: fc.anything(),
      phone: fc.anything(),
      touch: fc.anything(),
      motion: fc.anything(),
      openMilliseconds: fc.anything(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(report, (sent) => {
      for (const signal of seen(sent, city)) expect(signalKinds).toContain(signal.kind);
    }),
  );
});
