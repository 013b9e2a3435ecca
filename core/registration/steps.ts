import type { Questions } from '#core/policy/policy.ts';
import { type Answers, type RegistrationStep, registrationSteps } from './answers.ts';
import type { RegistrationPolicy } from './step-rule.ts';
import { stepRules } from './step-rules.ts';

/** Who answers: the head of the group, who holds its account, or somebody she registers with her. */
export type Who = 'head' | 'member';

/** The steps that the policy asks of the head or of a member, in the order of the screens. */
export function askedSteps(questions: Questions, who: Who): readonly RegistrationStep[] {
  return registrationSteps.filter((step) => isFor(step, who) && stepRules[step].isAsked(questions));
}

/** Whether the step is answered with this person's record: what the group tells once stands with its head's. */
export function isFor(step: RegistrationStep, who: Who): boolean {
  const { owner } = stepRules[step];
  return owner === 'person' || (who === 'head' ? owner === 'group' : owner === 'member');
}

/** The second button on the screen of a step: "Skip", or "I have none" where the policy wants an answer; null: none. */
export function leaveOf(step: RegistrationStep, questions: Questions): 'skip' | 'none' | null {
  return stepRules[step].leave?.(questions) ?? null;
}

/**
 * The first step that still lacks this person's answer, or `check` when all are there. Terms accepted in an older
 * version count as missing. An optional phone left out is an answer: the empty text.
 */
export function nextStep(answers: Partial<Answers>, policy: RegistrationPolicy, who: Who): RegistrationStep | 'check' {
  return askedSteps(policy.questions, who).find((step) => !stepRules[step].isAnswered(answers, policy)) ?? 'check';
}
