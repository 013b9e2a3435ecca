import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { Polygons } from './simplify.ts';

type Topology = Parameters<typeof feature>[0];

/** ISO 3166-1 numeric code by which Natural Earth names Mexico. */
const mexico = '484';

/** Mexico with its islands, 1:10 million, in degrees, longitude first. */
export function mexicoOutline(): Polygons {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;
  const countries = topology.objects.countries && feature(topology, topology.objects.countries);
  if (countries?.type !== 'FeatureCollection') throw new Error('world-atlas: expected a collection of countries');
  const geometry = countries.features.find((country) => country.id === mexico)?.geometry;
  if (geometry?.type !== 'MultiPolygon') {
    throw new Error(`world-atlas: expected country ${mexico} as a MultiPolygon, found ${geometry?.type ?? 'nothing'}`);
  }
  return geometry.coordinates.map((rings) =>
    rings.map((ring) => ring.map(([longitude = Number.NaN, latitude = Number.NaN]) => [longitude, latitude] as const)),
  );
}
