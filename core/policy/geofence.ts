import file from './mexico.geo.json' with { type: 'json' };

/** A GeoJSON geometry: degrees of WGS 84, longitude first. */
export type Area = { readonly type: 'MultiPolygon'; readonly coordinates: number[][][][] };

/**
 * Mexico of Natural Earth 1:10 million (public domain), simplified by `scripts/build-geofence.ts`: within 300 m of the
 * map near the ports, 1.6 km elsewhere. 31 KB: the phone loads it only when it asks for a place.
 */
export const mexico: Area = { type: 'MultiPolygon', coordinates: file.coordinates };
