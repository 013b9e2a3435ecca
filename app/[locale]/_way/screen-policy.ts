import { shippedPolicies } from '#core/policy/policies.ts';
import { type Policy, policyAt, type Questions } from '#core/policy/policy.ts';
import type { Who } from '#core/registration/step-rule.ts';
import { askedSteps } from '#core/registration/steps.ts';
import type { Instant, TimeZone } from '#core/time/instant.ts';
import { runningServices } from '#server/services.ts';

/**
 * The policy that a screen speaks of: the running server's, or while pages are prerendered that of now. Where what they
 * say of the two differs, the gateway shows their twins.
 */
export function screenPolicy(): Policy {
  return runningServices()?.policy() ?? policyAt(Date.now() as Instant, shippedPolicies);
}

export function screenQuestions(): Questions {
  return screenPolicy().questions;
}

/** The questions of a registration that are asked of the head or of a member of her group, in their order. */
export function screenSteps(who: Who) {
  return askedSteps(screenQuestions(), who);
}

/** Whose clock is named where no port is meant yet: most who ask are within it, and the sentence says whose it is. */
export const mexicoCity = 'America/Mexico_City' as TimeZone;
