import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Polygons } from './simplify.ts';

/** ISO 3166-1 numeric code by which Natural Earth names Mexico. */
const mexico = '484';

/** Mexico with its islands, 1:10 million, in degrees, longitude first. */
export function mexicoOutline(): Polygons {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ countries: GeometryCollection }>;
  const found = feature(topology, topology.objects.countries).features.find((country) => country.id === mexico);
  if (found?.geometry.type !== 'MultiPolygon') {
    throw new Error(`world-atlas: expected country ${mexico} as a MultiPolygon, found ${found?.geometry.type ?? 'nothing'}`);
  }
  return found.geometry.coordinates as Polygons;
}
