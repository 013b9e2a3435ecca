import { isCitizenship, isCountry } from '#core/language/countries.ts';
import { isSpokenLanguage } from '#core/language/spoken.ts';
import { type Answers, type RegistrationStep, sexes } from './answers.ts';
import { checkBirth } from './check-birth.ts';
import { checkNames } from './check-name.ts';
import { checkPhone } from './check-phone.ts';
import { checkTerms } from './check-terms.ts';
import { checkChoice, combine } from './field.ts';
import type { StepRule } from './step-rule.ts';

const always = () => true;

/** The one table of all that is asked: steps, pages, fields, checks and what is stored follow from it and the policy. */
export const stepRules: Readonly<Record<RegistrationStep, StepRule>> = {
  language: {
    owner: 'group',
    isAsked: always,
    fields: ['primaryLanguage'],
    check: (fields) => combine({ primaryLanguage: checkChoice(fields, 'primaryLanguage', isSpokenLanguage) }),
    isAnswered: (answers) => Boolean(answers.primaryLanguage),
  },
  name: {
    owner: 'person',
    isAsked: always,
    fields: ['givenNames', 'familyNames', 'nativeGivenNames', 'nativeFamilyNames'],
    check: (fields, { questions }) => combine(checkNames(fields, questions)),
    isAnswered: (answers) => Boolean(answers.givenNames && answers.familyNames),
  },
  birth: {
    owner: 'person',
    isAsked: always,
    fields: ['birthDay', 'birthMonth', 'birthYear'],
    check: (fields, { today }) => checkBirth(fields, today),
    isAnswered: (answers) => Boolean(answers.birthDate),
  },
  sex: {
    owner: 'person',
    isAsked: ({ sex }) => sex === 'asked',
    fields: ['sex'],
    check: (fields, { questions }) =>
      combine(questions.sex === 'asked' ? { sex: checkChoice(fields, 'sex', isSex) } : {}),
    isAnswered: (answers) => Boolean(answers.sex),
  },
  origin: {
    owner: 'person',
    isAsked: ({ birthCountry, citizenship }) => birthCountry === 'asked' || citizenship === 'asked',
    fields: ['birthCountry', 'citizenship'],
    check: (fields, { questions }) =>
      combine({
        ...(questions.birthCountry === 'asked' && { birthCountry: checkChoice(fields, 'birthCountry', isCountry) }),
        ...(questions.citizenship === 'asked' && { citizenship: checkChoice(fields, 'citizenship', isCitizenship) }),
      }),
    isAnswered: (answers, { questions }) =>
      (questions.birthCountry === 'not-asked' || Boolean(answers.birthCountry)) &&
      (questions.citizenship === 'not-asked' || Boolean(answers.citizenship)),
  },
  phone: {
    owner: 'group',
    isAsked: ({ phone }) => phone !== 'not-asked',
    fields: ['phone'],
    check: (fields, { questions }) =>
      combine(questions.phone === 'not-asked' ? {} : { phone: checkPhone(fields, questions.phone) }),
    isAnswered: (answers, { questions }) =>
      questions.phone === 'optional' ? answers.phone !== undefined : Boolean(answers.phone),
  },
  photo: {
    owner: 'person',
    isAsked: ({ photo }) => photo === 'asked',
    fields: ['photo'],
    keptFields: [],
    check(_fields, { questions, hasPhoto }) {
      if (questions.photo === 'not-asked') return { answers: {}, problems: [] };
      return hasPhoto
        ? { answers: { hasPhoto: true }, problems: [] }
        : { answers: {}, problems: [{ field: 'photo', kind: 'missing' }] };
    },
    isAnswered: (answers) => answers.hasPhoto === true,
  },
  terms: {
    owner: 'group',
    isAsked: always,
    fields: ['accept', 'termsVersion', 'termsSha256'],
    // A tick was for the text that was shown, and another language shows another text.
    keptFields: [],
    check: (fields, { terms }) => checkTerms(fields, terms),
    isAnswered: (answers, { termsVersion }) => answers.acceptedTermsVersion === termsVersion,
  },
};

function isSex(text: string): text is Answers['sex'] {
  return (sexes as readonly string[]).includes(text);
}
