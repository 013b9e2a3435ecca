import { clockOff, zoneOdd } from './signals/clock.ts';
import { automation, missingSensors, softwareRenderer, visitor } from './signals/device.ts';
import { languageAgainstPlace, languagesMissing } from './signals/language.ts';
import { accuracyTooGood, frozenPlace, impossibleTravel, stillPlace } from './signals/place.ts';
import { filledTooFast, repeatedSequence } from './signals/script.ts';
import type { Sighting, Signal, SignalRule } from './signals/signal.ts';

/** Each looks at one thing and says why it is odd. None decides: what comes of it is for people. */
const rules: readonly SignalRule[] = [
  automation,
  softwareRenderer,
  missingSensors,
  clockOff,
  zoneOdd,
  languagesMissing,
  languageAgainstPlace,
  accuracyTooGood,
  frozenPlace,
  stillPlace,
  impossibleTravel,
  filledTooFast,
  repeatedSequence,
  visitor,
];

/** The signals of one asking or confirming, in the order of `signalKinds`. */
export function signalsOf(sighting: Sighting): readonly Signal[] {
  return rules.flatMap((rule) => rule(sighting));
}
