import type { Who } from '#core/registration/step-rule.ts';
import { nextStep } from '#core/registration/steps.ts';
import type { AfterAnswer, RegisterNext } from '#server/services.ts';
import { adultsBeside } from './group-view.ts';
import { head, type PersonRecord } from './person-record.ts';
import { type PolicyTools, policyNow } from './tools.ts';

/**
 * What a head who registers is led to: whatever of her own is missing, then of the others; then who comes with her, above
 * which the terms are reached; and with everything there the check.
 */
export function nextOfGroup(tools: PolicyTools, people: readonly PersonRecord[]): RegisterNext {
  const policy = policyNow(tools);
  const own = nextStep(people.find(({ position }) => position === head)?.answers ?? {}, policy, 'head');
  if (own !== 'terms' && own !== 'check') return { next: own, person: null };
  for (const { id, position, answers } of people) {
    const step = position === head ? 'check' : nextStep(answers, policy, 'member');
    if (step !== 'check') return { next: step, person: id };
  }
  return { next: own === 'terms' ? 'group' : 'check', person: null };
}

/** What comes after an answer about one person: her next question, or the page that shows where that leaves the group. */
export function nextAfter(
  tools: PolicyTools,
  people: readonly PersonRecord[],
  { changed, isRegistered }: { readonly changed: PersonRecord; readonly isRegistered: boolean },
): RegisterNext {
  if (changed.position === head) return isRegistered ? { next: 'group', person: null } : nextOfGroup(tools, people);
  const step = nextStep(changed.answers, policyNow(tools), 'member');
  if (step !== 'check') return { next: step, person: changed.id };
  return isRegistered ? { next: 'person', person: changed.id } : { next: 'group', person: null };
}

/**
 * A guest comes from all that is kept of hers and goes back there, past who answers for somebody who turned out a minor.
 * Where none of hers can, that is asked of the group's head alone.
 */
export function nextOfGuest(
  tools: PolicyTools,
  { changed, who, hers }: { readonly changed: PersonRecord; readonly who: Who; readonly hers: readonly PersonRecord[] },
): AfterAnswer {
  const isAsked = who === 'member' && changed.answers.guardian === undefined;
  const isLeft = isAsked && adultsBeside(hers, changed.id, tools).length > 0;
  return isLeft ? { next: 'guardian', person: changed.id } : { next: 'my-data', person: null };
}
