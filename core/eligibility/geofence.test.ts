import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mexico } from '#core/policy/geofence.ts';
import type { GeofencePolicy } from '#core/policy/policy.ts';
import { judgePlace, placeProblem } from './geofence.ts';

const policy: GeofencePolicy = {
  southernLatitude: 19.05,
  marginMeters: 5000,
  mapToleranceMeters: 2000,
  accuracyLimitMeters: 20_000,
};
const geofence = { area: mexico, policy };
const judge = (latitude: number, longitude: number, accuracyMeters = 20) =>
  judgePlace({ latitude, longitude, accuracyMeters }, geofence);

describe('people in Mexico, north of the line, may ask', () => {
  test.each([
    ['Mexico City', 19.4326, -99.1332, 'center'],
    ['Guadalajara', 20.6736, -103.344, 'center'],
    ['Monterrey', 25.6714, -100.309, 'north'],
    ['Tijuana', 32.5331, -117.0382, 'north-border'],
    ['Ciudad Juárez', 31.7399, -106.4851, 'north-border'],
    ['Matamoros', 25.8797, -97.5042, 'north-border'],
    ['Nogales, Sonora', 31.3186, -110.9458, 'north-border'],
    ['Piedras Negras', 28.7, -100.5236, 'north-border'],
    ['Reynosa', 26.0921, -98.2777, 'north-border'],
    ['Nuevo Laredo', 27.4864, -99.5075, 'north-border'],
    ['Tecate', 32.5672, -116.6251, 'north-border'],
    ['La Paz', 24.1426, -110.3128, 'north'],
    ['Cozumel, on an island', 20.51, -86.95, 'center'],
  ])('%s', (_city, latitude, ...[longitude, region]) => {
    expect(judge(latitude, longitude)).toMatchObject({ kind: 'inside', region });
  });

  test.each([
    ['Mexicali, which the map puts 0.8 km outside', 32.6633, -115.4678],
    ['at the gate of Mexicali', 32.664, -115.496],
    ['at the line in Nogales', 31.3325, -110.945],
    ['Playas de Tijuana', 32.5335, -117.123],
    ['Agua Prieta', 31.3278, -109.549],
  ])('%s, though the phone knows its place to 20 m', (_city, latitude, longitude) => {
    expect(judge(latitude, longitude).kind).toBe('margin');
  });
});

describe('people elsewhere may not', () => {
  test.each([
    ['San Diego', 32.7157, -117.1611, 20],
    ['Chula Vista', 32.64, -117.084, 12],
    ['Tucson', 32.2226, -110.9747, 90],
    ['San Antonio, Texas', 29.4241, -98.4936, 200],
    ['Tapachula, in Mexico, but south of the line', 14.9, -92.26, 462],
    ['Puebla’s south, 17 km below the line', 18.9, -98.2, 17],
    ['Guatemala', 14.6349, -90.5069, 480],
    ['Port-au-Prince', 18.5944, -72.3074, 1400],
    ['in the Atlantic, where 0 and 0 are', 0, 0, 9000],
    ['the other side of the date line', 25, 179, 6000],
  ])('%s', (_city, latitude, ...[longitude, least]) => {
    const verdict = judge(latitude, longitude);
    expect(verdict.kind).toBe('outside');
    if (verdict.kind !== 'outside') return;
    expect(verdict.kilometers).toBeGreaterThanOrEqual(least);
    expect(verdict.kilometers).toBeLessThan(least * 1.5 + 2);
  });
});

describe('the phone’s own accuracy', () => {
  // About 12, 4.5 and 6.3 km north of the map’s border; 1.1, 6.1 and 8.9 km south of the line.
  const rows: readonly (readonly [latitude: number, longitude: number, accuracy: number, kind: string])[] = [
    [32.64, -117.084, 5000, 'outside'],
    [32.574, -117.084, 20, 'outside'],
    [32.574, -117.084, 2300, 'outside'],
    [32.574, -117.084, 2800, 'margin'],
    [32.59, -117.084, 4000, 'outside'],
    [32.59, -117.084, 5000, 'margin'],
    [32.64, -117.084, 19_999, 'outside'],
    [19.04, -99.1, 20, 'margin'],
    [18.995, -99.1, 4000, 'outside'],
    [18.995, -99.1, 4200, 'margin'],
    [18.97, -99.1, 19_999, 'outside'],
    [19.4326, -99.1332, 20_000, 'inside'],
    [19.4326, -99.1332, 20_001, 'too-vague'],
  ];

  test.each(rows)('%f, %f within %i m is %s', (latitude, longitude, ...[accuracy, kind]) => {
    expect(judge(latitude, longitude, accuracy).kind).toBe(kind);
  });

  test('never helps beyond its margin and the map’s tolerance, and more of it never hurts up to the limit', () => {
    const place = fc.record({
      latitude: fc.double({ min: 18, max: 33.5, noNaN: true }),
      longitude: fc.double({ min: -118, max: -96, noNaN: true }),
    });
    const accuracy = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(place, accuracy, accuracy, ({ latitude, longitude }, one, other) => {
        const exact = judge(latitude, longitude, Math.min(one, other));
        const vague = judge(latitude, longitude, Math.max(one, other));
        if (exact.kind !== 'outside') expect(vague.kind).toBe(exact.kind);
        if (vague.kind === 'margin' && exact.kind === 'outside') expect(exact.kilometers).toBeLessThanOrEqual(7);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a place that is none', () => {
  test.each([
    [undefined],
    [{ latitude: Number.NaN, longitude: -99, accuracyMeters: 10 }],
    [{ latitude: 91, longitude: -99, accuracyMeters: 10 }],
    [{ latitude: 19.4, longitude: -181, accuracyMeters: 10 }],
    [{ latitude: 19.4, longitude: Number.NEGATIVE_INFINITY, accuracyMeters: 10 }],
    [{ latitude: 19.4, longitude: -99, accuracyMeters: -1 }],
    [{ latitude: 19.4, longitude: -99, accuracyMeters: Number.NaN }],
    [{ latitude: 19.4, longitude: -99, accuracyMeters: Number.POSITIVE_INFINITY }],
  ])('%j is missing', (place) => {
    expect(judgePlace(place, geofence)).toEqual({ kind: 'missing' });
  });
});

test('what a person is told has numbers, never her place', () => {
  expect(placeProblem(judge(19.4326, -99.1332))).toBeNull();
  expect(placeProblem(judge(32.6633, -115.4678))).toBeNull();
  expect(placeProblem(judge(32.7157, -117.1611))).toEqual({ kind: 'outside-geofence', numbers: { kilometers: 21 } });
  expect(placeProblem(judge(19.4326, -99.1332, 45_200))).toEqual({
    kind: 'location-too-vague',
    numbers: { kilometers: 46, limit: 20 },
  });
  expect(placeProblem(judgePlace(undefined, geofence))).toEqual({ kind: 'location-missing' });
});

test('what is kept of a place is a coarse cell and a region', () => {
  expect(judge(19.4326, -99.1332)).toEqual({ kind: 'inside', region: 'center', cell: '19,-99.5' });
});
