import type { Questions } from '#core/policy/policy.ts';
import { type Answers, type RegistrationStep, registrationSteps } from './answers.ts';
import type { RegistrationPolicy } from './step-rule.ts';
import { stepRules } from './step-rules.ts';

/** The steps that the policy asks, in the order of the screens. */
export function askedSteps(questions: Questions): readonly RegistrationStep[] {
  return registrationSteps.filter((step) => stepRules[step].isAsked(questions));
}

/**
 * The first step that still lacks an answer, or `check` when all are there. Terms accepted in an older version count as
 * missing. An optional phone left out is an answer: the empty text.
 */
export function nextStep(answers: Partial<Answers>, policy: RegistrationPolicy): RegistrationStep | 'check' {
  return askedSteps(policy.questions).find((step) => !stepRules[step].isAnswered(answers, policy)) ?? 'check';
}
