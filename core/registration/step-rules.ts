import { isCitizenship, isCountry } from '#core/language/countries.ts';
import { isSpokenLanguage } from '#core/language/spoken.ts';
import { goesOnWithoutPhoto, type RegistrationStep, sexes } from './answers.ts';
import { checkForeignAddress, checkUsAddress, foreignAddressFields, usAddressFields } from './check-address.ts';
import { checkBirth } from './check-birth.ts';
import { checkDocument, documentFields } from './check-document.ts';
import { checkEmail } from './check-email.ts';
import {
  checkCitizenships,
  checkLanguages,
  checkTravel,
  citizenshipFields,
  languageFields,
  stayFields,
} from './check-lists.ts';
import { looksRule } from './check-looks.ts';
import { checkNames } from './check-name.ts';
import { checkNeeds, needFields } from './check-needs.ts';
import { checkPhone } from './check-phone.ts';
import { checkTerms } from './check-terms.ts';
import { employmentKinds, maritalStatuses } from './details.ts';
import { checkChoice, combine, isOneOf } from './field.ts';
import { relationships } from './group.ts';
import { questionRule } from './question-rule.ts';
import type { StepRule } from './step-rule.ts';

const always = () => true;

/** The one table of all that is asked: steps, pages, fields, checks and what is stored follow from it and the policy. */
export const stepRules: Readonly<Record<RegistrationStep, StepRule>> = {
  language: {
    owner: 'group',
    answers: ['primaryLanguage'],
    isAsked: always,
    fields: ['primaryLanguage'],
    check: (fields) => combine({ primaryLanguage: checkChoice(fields, 'primaryLanguage', isSpokenLanguage) }),
    isAnswered: (answers) => Boolean(answers.primaryLanguage),
  },
  languages: questionRule({
    owner: 'group',
    asks: 'languages',
    answer: 'languages',
    fields: languageFields,
    check: checkLanguages,
    none: [],
  }),
  relationship: {
    owner: 'member',
    answers: ['relationship'],
    isAsked: always,
    fields: ['relationship'],
    check: (fields) => combine({ relationship: checkChoice(fields, 'relationship', isOneOf(relationships)) }),
    isAnswered: (answers) => Boolean(answers.relationship),
  },
  name: {
    owner: 'person',
    answers: ['givenNames', 'familyNames', 'nativeGivenNames', 'nativeFamilyNames'],
    isAsked: always,
    fields: ['givenNames', 'familyNames', 'nativeGivenNames', 'nativeFamilyNames'],
    check: (fields, { questions }) => combine(checkNames(fields, questions)),
    isAnswered: (answers) => Boolean(answers.givenNames && answers.familyNames),
  },
  birth: {
    owner: 'person',
    // With the date comes whether a guardian is needed.
    answers: ['birthDate', 'guardian'],
    isAsked: always,
    fields: ['birthDay', 'birthMonth', 'birthYear'],
    check: (fields, { today }) => checkBirth(fields, today),
    isAnswered: (answers) => Boolean(answers.birthDate),
  },
  guardian: {
    owner: 'member',
    answers: ['guardian'],
    isAsked: always,
    fields: ['guardian'],
    check: (fields, { adults = [] }) =>
      combine({ guardian: checkChoice(fields, 'guardian', (id) => adults.includes(id)) }),
    // With the birth date of an adult comes the empty answer: nobody has to be named.
    isAnswered: (answers) => answers.guardian !== undefined,
  },
  sex: {
    owner: 'person',
    answers: ['sex'],
    isAsked: ({ sex }) => sex === 'asked',
    fields: ['sex'],
    check: (fields, { questions }) =>
      combine(questions.sex === 'asked' ? { sex: checkChoice(fields, 'sex', isOneOf(sexes)) } : {}),
    isAnswered: (answers) => Boolean(answers.sex),
  },
  origin: {
    owner: 'person',
    answers: ['birthCountry', 'citizenship'],
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
  citizenships: questionRule({
    owner: 'person',
    asks: 'citizenships',
    answer: 'otherCitizenships',
    fields: citizenshipFields,
    check: checkCitizenships,
    none: [],
  }),
  document: questionRule({
    owner: 'person',
    asks: 'document',
    answer: 'document',
    fields: documentFields,
    check: checkDocument,
  }),
  phone: {
    owner: 'group',
    answers: ['phone'],
    isAsked: ({ phone }) => phone !== 'not-asked',
    fields: ['phone'],
    check: (fields, { questions }) =>
      combine(questions.phone === 'not-asked' ? {} : { phone: checkPhone(fields, questions.phone) }),
    isAnswered: (answers, { questions }) =>
      questions.phone === 'optional' ? answers.phone !== undefined : Boolean(answers.phone),
  },
  email: questionRule({
    owner: 'group',
    asks: 'email',
    answer: 'email',
    fields: ['email'],
    check: (fields) => combine({ email: checkEmail(fields) }),
  }),
  'us-address': questionRule({
    owner: 'household',
    asks: 'usAddress',
    answer: 'usAddress',
    fields: usAddressFields,
    check: checkUsAddress,
  }),
  'foreign-address': questionRule({
    owner: 'household',
    asks: 'foreignAddress',
    answer: 'foreignAddress',
    fields: foreignAddressFields,
    check: checkForeignAddress,
  }),
  needs: questionRule({
    owner: 'group',
    asks: 'needs',
    answer: 'needs',
    fields: needFields,
    check: checkNeeds,
    none: { kinds: [], text: '' },
  }),
  employment: questionRule({
    owner: 'person',
    asks: 'employment',
    answer: 'employment',
    fields: ['employment'],
    check: (fields) => combine({ employment: checkChoice(fields, 'employment', isOneOf(employmentKinds)) }),
  }),
  marital: questionRule({
    owner: 'person',
    asks: 'maritalStatus',
    answer: 'maritalStatus',
    fields: ['maritalStatus'],
    check: (fields) => combine({ maritalStatus: checkChoice(fields, 'maritalStatus', isOneOf(maritalStatuses)) }),
  }),
  travel: questionRule({
    owner: 'person',
    asks: 'travel',
    answer: 'travel',
    fields: stayFields.flat(),
    check: checkTravel,
    none: [],
  }),
  looks: looksRule,
  photo: {
    owner: 'person',
    answers: ['hasPhoto'],
    isAsked: ({ photo }) => photo === 'asked',
    fields: ['photo'],
    keptFields: [],
    check(_fields, { questions, hasPhoto, before }) {
      if (questions.photo === 'not-asked') return { answers: {}, problems: [] };
      if (hasPhoto) return { answers: { hasPhoto: true }, problems: [] };
      return { answers: {}, problems: goesOnWithoutPhoto(before) ? [] : [{ field: 'photo', kind: 'no-photo' }] };
    },
    isAnswered: (answers) => answers.hasPhoto === true || goesOnWithoutPhoto(answers),
  },
  terms: {
    owner: 'group',
    answers: ['acceptedTermsVersion'],
    isAsked: always,
    fields: ['accept', 'termsVersion', 'termsSha256'],
    // A tick was for the text that was shown, and another language shows another text.
    keptFields: [],
    check: (fields, { terms }) => checkTerms(fields, terms),
    isAnswered: (answers, { termsVersion }) => answers.acceptedTermsVersion === termsVersion,
  },
};
