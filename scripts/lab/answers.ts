import { assumptions } from './assumptions.ts';
import type { Understanding } from './languages.ts';
import type { Group } from './population.ts';
import type { Stream } from './random.ts';

/** Hours from an offer until somebody of the group would answer it; infinite where nobody ever does. */
export function hoursToAnswer({ phone, kind }: Group, heard: Understanding, random: Stream): number {
  const isSilent = random.happens(assumptions.neverAnswers.value);
  const factor = { yes: 1, ...assumptions.answerFactor.value }[heard];
  const hours = random.exponential(assumptions.answerHours.value[phone] * factor);
  if (kind === 'bot') return 0;
  return isSilent ? Number.POSITIVE_INFINITY : hours;
}
