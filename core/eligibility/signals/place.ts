import { cellOf, kilometersBetweenCells } from '../place.ts';
import type { Sighting, Signal } from './signal.ts';

/** Metres. No phone knows its place better; programs that fake one often say 0, 1 or less. */
const bestAccuracy = 1;
/** Kilometres an hour: faster than the planes that people here could take. */
const fastestTravel = 1000;
/** Kilometres that two vague places may be off together (policy, accuracyLimitMeters, 20 km each). */
const slack = 40;
const hour = 3_600_000;
/** Metres. A place by masts and wireless networks is vaguer, and comes out the same each time; a receiver's never does. */
const byReceiver = 20;

/** Metres. Wireless networks give ten at the best, and some phones round to it. */
const bySatellites = 10;
/** Of one each second. Some receivers hold a slow place still for a moment; none holds its accuracy still with it. */
const stillFixes = 10;

export function accuracyTooGood({ place }: Sighting): readonly Signal[] {
  return place && place.accuracyMeters <= bestAccuracy
    ? [{ kind: 'accuracy-too-good', detail: { accuracyMeters: place.accuracyMeters } }]
    : [];
}

/**
 * Back from far away, and exact to the last digit of where it was before: a place that a program has stored. A phone that
 * lies still says the same all day, and is no sign: only one that was elsewhere in between.
 */
export function frozenPlace({ place, earlier }: Sighting): readonly Signal[] {
  if (!place || place.accuracyMeters > byReceiver) return [];
  const cell = cellOf(place);
  const first = earlier.findIndex(({ isSame }) => isSame);
  const wasAway = earlier.some((one, at) => first >= 0 && at > first && kilometersBetweenCells(one.cell, cell) > slack);
  const times = earlier.filter(({ isSame }) => isSame).length + 1;
  return wasAway ? [{ kind: 'frozen-place', detail: { times } }] : [];
}

/**
 * So exact that only satellites can have told it, and found anew again and again without a change in the last digit of
 * place and accuracy: noise alone moves a receiver's every second. A place that a program goes on saying (decision 0018).
 */
export function stillPlace({ place, report: { sameFixes } }: Sighting): readonly Signal[] {
  if (!place || place.accuracyMeters >= bySatellites) return [];
  if (typeof sameFixes !== 'number' || !(sameFixes >= stillFixes)) return [];
  return [{ kind: 'still-place', detail: { accuracyMeters: place.accuracyMeters, times: sameFixes } }];
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
