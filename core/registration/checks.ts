import { isCitizenship, isCountry } from '#core/language/countries.ts';
import { isSpokenLanguage } from '#core/language/spoken.ts';
import type { Questions } from '#core/policy/policy.ts';
import type { FieldProblem } from '#core/problem/kinds.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { type Answers, type RegistrationStep, sexes } from './answers.ts';
import { checkBirth } from './check-birth.ts';
import { checkNames } from './check-name.ts';
import { checkPhone } from './check-phone.ts';
import { checkTerms } from './check-terms.ts';
import { checkChoice, combine, type Fields } from './field.ts';

export type CheckContext = {
  /** The day where the person most likely is; a birth date may be this day, not a later one. */
  readonly today: LocalDay;
  readonly questions: Questions;
  /** Of the terms as shown in the person's language now. */
  readonly terms: { readonly version: string; readonly sha256: string };
  /** Whether a photo came with the form or is stored already; whether it is one, the server has found out before. */
  readonly hasPhoto: boolean;
};

/** The form's fields of each step: those that may be read from a form at all. */
export const stepFields: Readonly<Record<RegistrationStep, readonly string[]>> = {
  language: ['primaryLanguage'],
  name: ['givenNames', 'familyNames', 'nativeGivenNames', 'nativeFamilyNames'],
  birth: ['birthDay', 'birthMonth', 'birthYear'],
  sex: ['sex'],
  origin: ['birthCountry', 'citizenship'],
  phone: ['phone'],
  photo: ['photo'],
  terms: ['accept', 'termsVersion', 'termsSha256'],
};

/**
 * Of these, the fields whose entered values are given back beside an error or in another language. A tick below the
 * terms is not: it was for the text that was shown, and another language shows another text.
 */
export const keptFields: Readonly<Record<RegistrationStep, readonly string[]>> = {
  ...stepFields,
  photo: [],
  terms: [],
};

/**
 * What a form's step says, cleaned, or what is wrong with each field. Values are raw text; anything else is `wrong-type`.
 * A question that the policy doesn't ask gives nothing, whatever was sent.
 */
export function checkStep(
  step: RegistrationStep,
  fields: Fields,
  context: CheckContext,
): Result<Partial<Answers>, { readonly kind: 'fields'; readonly fields: readonly FieldProblem[] }> {
  const checked = checkAnswers(step, fields, context);
  return checked.problems.length > 0 ? err({ kind: 'fields', fields: checked.problems }) : ok(checked.answers);
}

type Checked = { readonly answers: Partial<Answers>; readonly problems: readonly FieldProblem[] };

function checkAnswers(step: RegistrationStep, fields: Fields, context: CheckContext): Checked {
  const { questions } = context;
  switch (step) {
    case 'language':
      return combine({ primaryLanguage: checkChoice(fields, 'primaryLanguage', isSpokenLanguage) });
    case 'name':
      return combine(checkNames(fields, questions));
    case 'birth':
      return checkBirth(fields, context.today);
    case 'sex':
      return combine(questions.sex === 'asked' ? { sex: checkChoice(fields, 'sex', isSex) } : {});
    case 'origin':
      return combine({
        ...(questions.birthCountry === 'asked' && { birthCountry: checkChoice(fields, 'birthCountry', isCountry) }),
        ...(questions.citizenship === 'asked' && { citizenship: checkChoice(fields, 'citizenship', isCitizenship) }),
      });
    case 'phone':
      return combine(questions.phone === 'not-asked' ? {} : { phone: checkPhone(fields, questions.phone) });
    case 'photo':
      if (questions.photo === 'not-asked') return { answers: {}, problems: [] };
      return context.hasPhoto
        ? { answers: { hasPhoto: true }, problems: [] }
        : { answers: {}, problems: [{ field: 'photo', kind: 'missing' }] };
    case 'terms':
      return checkTerms(fields, context.terms);
  }
}

function isSex(text: string): text is Answers['sex'] {
  return (sexes as readonly string[]).includes(text);
}
