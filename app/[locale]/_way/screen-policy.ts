import { policyAt, type Questions } from '#core/policy/policy.ts';
import type { Who } from '#core/registration/step-rule.ts';
import { askedSteps } from '#core/registration/steps.ts';
import type { Instant, TimeZone } from '#core/time/instant.ts';
import { runningServices } from '#server/services.ts';

/** The policy that the screens are built by: prerendered pages are of one policy, so a new one comes with a new build. */
export const screenPolicy = policyAt(Date.now() as Instant);

/**
 * What is asked: by the running server, or while pages are prerendered by the policy of now. Where the two differ, the
 * gateway shows every form by its twin.
 */
export function screenQuestions(): Questions {
  return runningServices()?.questions() ?? screenPolicy.questions;
}

/** The questions of a registration that are asked of the head or of a member of her group, in their order. */
export function screenSteps(who: Who) {
  return askedSteps(screenQuestions(), who);
}

/** Whose clock is named where no port is meant yet: most who ask are within it, and the sentence says whose it is. */
export const mexicoCity = 'America/Mexico_City' as TimeZone;
