/**
 * Makes `core/policy/geofence.json`: Mexico of Natural Earth (public domain) as GeoJSON, simplified for the phone.
 * Run it by `node scripts/build-geofence.ts` when `world-atlas` changes, and commit what it writes.
 */
import { writeFileSync } from 'node:fs';
import { mexicoOutline } from './build-geofence/outline.ts';
import { roundPolygons, simplifyPolygons } from './build-geofence/simplify.ts';

/** Degrees. About 250 m, well below the map's own error of about 1 km along the border. */
const tolerance = 0.0025;
/** 0.001 degrees are 111 m. */
const decimals = 3;

const target = new URL('../core/policy/geofence.json', import.meta.url);

export function buildGeofence(): string {
  const coordinates = roundPolygons(simplifyPolygons(mexicoOutline(), tolerance), decimals);
  return `${JSON.stringify({ type: 'MultiPolygon', coordinates })}\n`;
}

if (import.meta.main) {
  const text = buildGeofence();
  writeFileSync(target, text);
  console.log(`core/policy/geofence.json: ${text.length} bytes`);
}
