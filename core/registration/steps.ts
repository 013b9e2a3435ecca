import type { Questions } from '#core/policy/policy.ts';
import { type Answers, type RegistrationStep, registrationSteps } from './answers.ts';
import type { Leave, RegistrationPolicy, StepRule, Who } from './step-rule.ts';
import { stepRules } from './step-rules.ts';

/** The steps that the policy asks of the head or of a member, in the order of the screens. */
export function askedSteps(questions: Questions, who: Who): readonly RegistrationStep[] {
  const owners: readonly StepRule['owner'][] = who === 'head' ? ['group', 'household', 'person'] : ['person', 'member'];
  return registrationSteps.filter(
    (step) => owners.includes(stepRules[step].owner) && stepRules[step].isAsked(questions),
  );
}

/** Whether the policy asks it of anybody. */
export function isAsked(step: RegistrationStep, questions: Questions): boolean {
  return stepRules[step].isAsked(questions);
}

/**
 * Whether the step can be answered with this person's record: what is asked of her, and what a member may have of her own
 * though nobody asks (an address).
 */
export function isFor(step: RegistrationStep, who: Who, questions: Questions): boolean {
  if (askedSteps(questions, who).includes(step)) return true;
  const isOpen = stepRules[step].owner === 'household' && questions.sharedAddress === 'not-required';
  return isOpen && isAsked(step, questions);
}

/**
 * Whether she goes on answering it for her own people while they are in another's group: what they are to its head is
 * his to say, and terms belong to who asks for a place.
 */
export function isForGuest(step: RegistrationStep, who: Who, questions: Questions): boolean {
  return isFor(step, who, questions) && step !== 'relationship' && step !== 'terms';
}

/** What the second button on the screen of a step says; null: there is none. */
export function leaveOf(step: RegistrationStep, questions: Questions, who: Who): Leave | null {
  return stepRules[step].leave?.(questions, who) ?? null;
}

/** What was noted of her photos, besides the one that she gave. */
const ofPhotos: readonly (keyof Answers)[] = ['photoWaits', 'photoMissing', 'photoMisses'];

/** What a member's record holds of her own, and nothing else: what a group tells once stays with whoever told it. */
export function ownAnswers(answers: Partial<Answers>, questions: Questions): Partial<Answers> {
  const own = registrationSteps
    .filter((step) => isFor(step, 'member', questions))
    .flatMap((step) => stepRules[step].answers)
    .concat(ofPhotos);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => own.some((one) => one === name)));
}

/**
 * The first step that still lacks this person's answer, or `check` when all are there. Terms accepted in an older
 * version count as missing. An optional phone left out is an answer: the empty text.
 */
export function nextStep(answers: Partial<Answers>, policy: RegistrationPolicy, who: Who): RegistrationStep | 'check' {
  return askedSteps(policy.questions, who).find((step) => !stepRules[step].isAnswered(answers, policy)) ?? 'check';
}
