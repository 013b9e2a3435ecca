import type { Sighting, Signal } from './signal.ts';

/** Milliseconds. Looking where the phone is and pressing once more takes a person longer. */
const fastestAsking = 3000;
/** Milliseconds. Eight questions and a photo: nobody reads, types and takes a picture in half a minute. */
const fastestRegistering = 30_000;

/** A page that was sent sooner than anybody could read it. */
export function filledTooFast({ report }: Sighting): readonly Signal[] {
  const { openMilliseconds } = report;
  if (typeof openMilliseconds !== 'number' || !(openMilliseconds >= 0)) return [];
  return openMilliseconds < fastestAsking ? [tooFast('asking', openMilliseconds)] : [];
}

/** All questions answered within so few milliseconds, by the server's own clock. */
export function registeredTooFast(milliseconds: number): readonly Signal[] {
  return milliseconds < fastestRegistering ? [tooFast('registering', milliseconds)] : [];
}

function tooFast(part: 'asking' | 'registering', milliseconds: number): Signal {
  return { kind: 'filled-too-fast', detail: { part, seconds: Math.round(milliseconds / 100) / 10 } };
}

/** Hands that move in the same rhythm for different people are one program's. */
export function repeatedSequence({ sameSequences }: Sighting): readonly Signal[] {
  return sameSequences > 0 ? [{ kind: 'repeated-sequence', detail: { registrations: sameSequences } }] : [];
}

/** Steps of a rhythm that tell programs from people: fewer are alike by chance. */
const fewestSteps = 3;

/** A rhythm as the phone reports it, such as `p12.p31.k2`; null for one that is too short or none. */
export function readSequence(report: { readonly sequence?: unknown }): string | null {
  const { sequence } = report;
  if (typeof sequence !== 'string' || !/^[pk]\d{1,4}(\.[pk]\d{1,4}){0,29}$/.test(sequence)) return null;
  return sequence.split('.').length >= fewestSteps ? sequence : null;
}
