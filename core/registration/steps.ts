import type { Questions } from '#core/policy/policy.ts';
import { type Answers, type RegistrationStep, registrationSteps } from './answers.ts';

/** What the policy says of registering. */
export type RegistrationPolicy = { readonly questions: Questions; readonly termsVersion: string };

/** The steps that the policy asks, in the order of the screens. */
export function askedSteps(questions: Questions): readonly RegistrationStep[] {
  return registrationSteps.filter((step) => {
    if (step === 'sex' || step === 'photo') return questions[step] === 'asked';
    if (step === 'phone') return questions.phone !== 'not-asked';
    if (step === 'origin') return questions.birthCountry === 'asked' || questions.citizenship === 'asked';
    return true;
  });
}

/**
 * The first step that still lacks an answer, or `check` when all are there. Terms accepted in an older version count as
 * missing. An optional phone left out is an answer: the empty text.
 */
export function nextStep(answers: Partial<Answers>, policy: RegistrationPolicy): RegistrationStep | 'check' {
  return askedSteps(policy.questions).find((step) => !isAnswered(step, answers, policy)) ?? 'check';
}

function isAnswered(step: RegistrationStep, answers: Partial<Answers>, policy: RegistrationPolicy): boolean {
  const { questions } = policy;
  switch (step) {
    case 'language':
      return Boolean(answers.primaryLanguage);
    case 'name':
      return Boolean(answers.givenNames && answers.familyNames);
    case 'birth':
      return Boolean(answers.birthDate);
    case 'sex':
      return Boolean(answers.sex);
    case 'origin':
      return (
        (questions.birthCountry === 'not-asked' || Boolean(answers.birthCountry)) &&
        (questions.citizenship === 'not-asked' || Boolean(answers.citizenship))
      );
    case 'phone':
      return questions.phone === 'optional' ? answers.phone !== undefined : Boolean(answers.phone);
    case 'photo':
      return answers.hasPhoto === true;
    case 'terms':
      return answers.acceptedTermsVersion === policy.termsVersion;
  }
}
