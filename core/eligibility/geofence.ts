import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { pointToPolygonDistance } from '@turf/point-to-polygon-distance';
import type { Area } from '#core/policy/geofence.ts';
import type { GeofencePolicy } from '#core/policy/policy.ts';
import { ports } from '#core/policy/ports.ts';
import type { Problem } from '#core/problem/kinds.ts';
import { cellOf, isPlace, kilometersBetween, type Place, type Region } from './place.ts';

/** `margin` counts as inside. `kilometers` are rounded up, so that nobody is told that she is 0 km away. */
export type PlaceVerdict =
  | { readonly kind: 'inside' | 'margin'; readonly region: Region; readonly cell: string }
  | { readonly kind: 'outside'; readonly kilometers: number }
  | { readonly kind: 'too-vague'; readonly kilometers: number; readonly limit: number }
  | { readonly kind: 'missing' };

export type Geofence = { readonly area: Area; readonly policy: GeofencePolicy };

const metersPerDegreeOfLatitude = 111_195;
/** Kilometres from a port that count as the border. */
const borderKilometers = 100;
const tropicOfCancer = 23.44;

/**
 * Whether a person may ask from where her phone says it is: in the area and not south of the policy's latitude, or
 * outside by no more than her phone's own accuracy, at most the policy's margin, and what the map itself is off.
 * The same code judges on the phone, before anything is sent, and on the server.
 */
export function judgePlace(place: Place | undefined, { area, policy }: Geofence): PlaceVerdict {
  if (!place || !isPlace(place)) return { kind: 'missing' };
  if (place.accuracyMeters > policy.accuracyLimitMeters) {
    return {
      kind: 'too-vague',
      kilometers: kilometers(place.accuracyMeters),
      limit: kilometers(policy.accuracyLimitMeters),
    };
  }
  const outsideBy = metersOutside(place, { area, policy });
  const kept = { region: regionOf(place), cell: cellOf(place) };
  if (outsideBy === 0) return { kind: 'inside', ...kept };
  const allowed = Math.min(place.accuracyMeters, policy.marginMeters) + policy.mapToleranceMeters;
  return outsideBy <= allowed ? { kind: 'margin', ...kept } : { kind: 'outside', kilometers: kilometers(outsideBy) };
}

/** What a person is told, or null where nothing stands in her way. */
export function placeProblem(verdict: PlaceVerdict): Problem | null {
  switch (verdict.kind) {
    case 'inside':
    case 'margin':
      return null;
    case 'outside':
      return { kind: 'outside-geofence', numbers: { kilometers: verdict.kilometers } };
    case 'too-vague':
      return { kind: 'location-too-vague', numbers: { kilometers: verdict.kilometers, limit: verdict.limit } };
    case 'missing':
      return { kind: 'location-missing' };
  }
}

function metersOutside(place: Place, { area, policy }: Geofence): number {
  const position = [place.longitude, place.latitude];
  const isWithin = booleanPointInPolygon(position, area);
  const toArea = isWithin ? 0 : Math.max(0, pointToPolygonDistance(position, area, { units: 'meters' }));
  const toLatitude = Math.max(0, policy.southernLatitude - place.latitude) * metersPerDegreeOfLatitude;
  return Math.max(toArea, toLatitude);
}

function regionOf(place: Place): Region {
  if (ports.some((port) => kilometersBetween(port, place) <= borderKilometers)) return 'north-border';
  return place.latitude >= tropicOfCancer ? 'north' : 'center';
}

function kilometers(meters: number): number {
  return Math.ceil(meters / 1000);
}
