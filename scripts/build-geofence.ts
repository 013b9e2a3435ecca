/**
 * Makes `core/policy/mexico.geo.json`: Mexico of Natural Earth (public domain) as GeoJSON, simplified for the phone.
 * Run it by `node scripts/build-geofence.ts` when `world-atlas` changes, and commit what it writes.
 */
import { writeFileSync } from 'node:fs';
import ports from '../core/policy/ports.json' with { type: 'json' };
import { mexicoOutline } from './build-geofence/outline.ts';
import { type Position, roundPolygons, simplifyPolygons } from './build-geofence/simplify.ts';

/** Degrees: about 300 m where people stand and wait, 1.5 km elsewhere. The map itself is off by about 1 km. */
const tolerances = { nearPorts: 0.003, elsewhere: 0.015 };
/** Degrees around a port that count as near. */
const nearby = 0.4;
/** 0.001 degrees are 111 m. */
const decimals = 3;

const target = new URL('../core/policy/mexico.geo.json', import.meta.url);

export function buildGeofence(): string {
  const coordinates = roundPolygons(simplifyPolygons(mexicoOutline(), tolerance), decimals);
  return `${JSON.stringify({ type: 'MultiPolygon', coordinates })}\n`;
}

function tolerance([longitude, latitude]: Position): number {
  const isNear = ports.ports.some((port) => Math.hypot(port.longitude - longitude, port.latitude - latitude) < nearby);
  return isNear ? tolerances.nearPorts : tolerances.elsewhere;
}

if (import.meta.main) {
  const text = buildGeofence();
  writeFileSync(target, text);
  process.stdout.write(`core/policy/mexico.geo.json: ${text.length} bytes\n`);
}
