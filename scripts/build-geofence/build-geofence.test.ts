import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildGeofence } from '../build-geofence.ts';
import { type Polygons, simplifyPolygons } from './simplify.ts';

describe('the geofence of the policy', () => {
  test('is what the script makes of the map, and light enough for a phone', () => {
    const committed = readFileSync(new URL('../../core/policy/mexico.geo.json', import.meta.url), 'utf8');
    expect(committed).toBe(buildGeofence());
    expect(committed.length).toBeLessThan(40_000);
  });
});

describe('simplifying', () => {
  const square: Polygons = [
    [
      [
        [0, 0],
        [0.2, 0.001],
        [0.4, 0],
        [0.4, 0.4],
        [0, 0.4],
        [0, 0],
      ],
    ],
  ];

  test('leaves out what is within the tolerance, and keeps rings closed', () => {
    expect(simplifyPolygons(square, () => 0.01)).toEqual([
      [
        [
          [0, 0],
          [0.4, 0],
          [0.4, 0.4],
          [0, 0.4],
          [0, 0],
        ],
      ],
    ]);
  });
  test('keeps what is farther off', () => {
    expect(simplifyPolygons(square, () => 0.0001)).toEqual(square);
  });
  test('keeps a position where the tolerance is lower just there', () => {
    expect(simplifyPolygons(square, ([longitude]) => (longitude === 0.2 ? 0.0001 : 0.01))).toEqual(square);
  });
  test('cuts long edges', () => {
    const long: Polygons = [
      [
        [
          [0, 0],
          [1, 0],
          [1, 0.5],
          [0, 0],
        ],
      ],
    ];
    expect(simplifyPolygons(long, () => 0.01)[0]?.[0]?.slice(0, 3)).toEqual([
      [0, 0],
      [0.5, 0],
      [1, 0],
    ]);
  });
  test('an island that is smaller than the tolerance stays as it is', () => {
    const island: Polygons = [
      [
        [
          [0, 0],
          [0.001, 0],
          [0.001, 0.001],
          [0, 0],
        ],
      ],
    ];
    expect(simplifyPolygons(island, () => 0.01)).toEqual(island);
  });
});
