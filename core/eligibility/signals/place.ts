import { cellOf, kilometersBetweenCells } from '../place.ts';
import type { Sighting, Signal } from './signal.ts';

/** Metres. No phone knows its place better; programs that fake one often say 0, 1 or less. */
const bestAccuracy = 1;
/** Kilometres an hour: faster than the planes that people here could take. */
const fastestTravel = 1000;
/** Kilometres that two vague places may be off together (policy, accuracyLimitMeters, 20 km each). */
const slack = 40;
const hour = 3_600_000;
/** Readings of one asking that say something: a phone in a hand never gets so many alike by its own receiver. */
const fewestReadings = 3;

export function accuracyTooGood({ place }: Sighting): readonly Signal[] {
  return place && place.accuracyMeters <= bestAccuracy
    ? [{ kind: 'accuracy-too-good', detail: { accuracyMeters: place.accuracyMeters } }]
    : [];
}

/** The same to the last digit: within one asking, or from one to the next. Phones lying still do that too, at times. */
export function frozenPlace({ report, place, samePlaces }: Sighting): readonly Signal[] {
  if (!place) return [];
  const { readings, sameReadings } = report;
  const isFrozen = isCount(readings) && readings >= fewestReadings && sameReadings === readings;
  if (!isFrozen && samePlaces === 0) return [];
  return [
    {
      kind: 'frozen-place',
      detail: { ...(isFrozen ? { readings } : {}), ...(samePlaces > 0 ? { askings: samePlaces + 1 } : {}) },
    },
  ];
}

/**
 * From a coarse cell of the last 24 hours to this one faster than a plane: the fastest such leg. A worked example:
 * Tapachula at noon, Juárez at one: some 2,300 km in an hour.
 */
export function impossibleTravel({ place, earlier, now }: Sighting): readonly Signal[] {
  if (!place) return [];
  const cell = cellOf(place);
  const legs = earlier.map(({ cell: from, at }) => ({
    kilometers: Math.round(kilometersBetweenCells(from, cell)),
    // Both within one minute: the minute is what can be said of it.
    minutes: Math.max(1, Math.round((now - at) / 60_000)),
  }));
  const impossible = legs.filter(
    ({ kilometers, minutes }) =>
      kilometers > slack && (kilometers - slack) / ((minutes * 60_000) / hour) > fastestTravel,
  );
  const [worst] = impossible.sort((one, other) => other.kilometers / other.minutes - one.kilometers / one.minutes);
  return worst ? [{ kind: 'impossible-travel', detail: worst }] : [];
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1000;
}
