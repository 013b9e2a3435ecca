/** What a phone says of where it is: degrees of WGS 84, and the radius in metres within which it believes to be. */
export type Place = { readonly latitude: number; readonly longitude: number; readonly accuracyMeters: number };

/** How coarsely a place may be kept once the verdict is there: no town can be told from it. */
export type Region = 'north-border' | 'north' | 'center';

/** Degrees of a coarse cell's sides: about 50 km. */
const cellSide = 0.5;
const earthRadiusKilometers = 6371.0088;

/** A place out of a form's texts `latitude`, `longitude`, `accuracy`; undefined where one is missing or no sound number. */
export function readPlace(fields: Readonly<Record<string, unknown>>): Place | undefined {
  const place = {
    latitude: readDecimal(fields['latitude']),
    longitude: readDecimal(fields['longitude']),
    accuracyMeters: readDecimal(fields['accuracy']),
  };
  return isPlace(place) ? place : undefined;
}

/** Whether the numbers can be a place on earth. */
export function isPlace(place: Place): boolean {
  return (
    Math.abs(place.latitude) <= 90 &&
    Math.abs(place.longitude) <= 180 &&
    place.accuracyMeters >= 0 &&
    Number.isFinite(place.accuracyMeters)
  );
}

/** The coarse cell by its south-western corner, such as `25.5,-98`: kept sealed for 24 hours, for signals only. */
export function cellOf(place: Place): string {
  const corner = (degrees: number) => Math.floor(degrees / cellSide) * cellSide;
  return `${corner(place.latitude)},${corner(place.longitude)}`;
}

/** Kilometres that lie between two cells at the least, 0 for neighbours. Takes what `cellOf` gives. */
export function kilometersBetweenCells(one: string, other: string): number {
  const [south, west] = cornerOf(one);
  const [otherSouth, otherWest] = cornerOf(other);
  const [latitude, otherLatitude] = nearest(south, otherSouth);
  const [longitude, otherLongitude] = nearest(west, otherWest);
  return kilometersBetween({ latitude, longitude }, { latitude: otherLatitude, longitude: otherLongitude });
}

function cornerOf(cell: string): readonly [south: number, west: number] {
  const [south = Number.NaN, west = Number.NaN] = cell.split(',').map(Number);
  return [south, west];
}

/** The points of two sides that are closest to each other. */
function nearest(from: number, other: number): readonly [number, number] {
  if (Math.abs(from - other) <= cellSide) return [Math.max(from, other), Math.max(from, other)];
  return from < other ? [from + cellSide, other] : [from, other + cellSide];
}

/** Kilometres along a great circle of a round earth: off by 0.5 % at most. */
export function kilometersBetween(
  one: Pick<Place, 'latitude' | 'longitude'>,
  other: Pick<Place, 'latitude' | 'longitude'>,
): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const halfLatitude = Math.sin(radians(other.latitude - one.latitude) / 2);
  const halfLongitude = Math.sin(radians(other.longitude - one.longitude) / 2);
  const square =
    halfLatitude ** 2 + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * halfLongitude ** 2;
  return 2 * earthRadiusKilometers * Math.asin(Math.min(1, Math.sqrt(square)));
}

function readDecimal(raw: unknown): number {
  // A form's text, or a number of JSON. Number('') is 0, a place in the Atlantic.
  if (typeof raw === 'number') return raw;
  return typeof raw === 'string' && /^-?\d{1,9}(\.\d{1,20})?$/.test(raw.trim()) ? Number(raw) : Number.NaN;
}
