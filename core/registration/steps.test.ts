import { describe, expect, test } from 'vitest';
import type { Questions } from '#core/policy/policy.ts';
import { noFurtherQuestions } from '#tests/support/questions.ts';
import type { Answers } from './answers.ts';
import type { RegistrationPolicy } from './step-rule.ts';
import { askedSteps, isForGuest, nextStep, ownAnswers } from './steps.ts';

const questions: Questions = {
  ...noFurtherQuestions,
  sharedAddress: 'not-required',
  nativeNames: 'optional',
  sex: 'asked',
  birthCountry: 'asked',
  citizenship: 'asked',
  phone: 'asked',
  photo: 'asked',
};
const policy: RegistrationPolicy = { questions, termsVersion: '2027-01' };
const answers = {
  primaryLanguage: 'ht',
  givenNames: 'Marie',
  familyNames: 'Pierre',
  nativeGivenNames: '',
  nativeFamilyNames: '',
  birthDate: '1990-08-07',
  sex: 'female',
  birthCountry: 'HT',
  citizenship: 'HT',
  phone: '+525512345678',
  relationship: 'other',
  guardian: '',
  hasPhoto: true,
  acceptedTermsVersion: '2027-01',
} as const satisfies Partial<Answers>;

function without(missing: keyof Answers): Partial<Answers> {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => name !== missing));
}

describe('the next step of a registration', () => {
  test.each([
    ['primaryLanguage', 'language'],
    ['givenNames', 'name'],
    ['familyNames', 'name'],
    ['birthDate', 'birth'],
    ['sex', 'sex'],
    ['birthCountry', 'origin'],
    ['citizenship', 'origin'],
    ['phone', 'phone'],
    ['hasPhoto', 'photo'],
    ['acceptedTermsVersion', 'terms'],
  ] as const)('without %s it is %s', (missing, step) => {
    expect(nextStep(without(missing), policy, 'head')).toBe(step);
  });
  test('with everything it is the check', () => {
    expect(nextStep(answers, policy, 'head')).toBe('check');
  });
  test('with nothing it is the first', () => {
    expect(nextStep({}, policy, 'head')).toBe('language');
  });
  test('terms accepted in an older version have to be accepted again', () => {
    expect(nextStep({ ...answers, acceptedTermsVersion: '2026-01' }, policy, 'head')).toBe('terms');
  });
});

describe('a member of a group', () => {
  test('is not asked what the group tells once', () => {
    expect(askedSteps(questions, 'member')).toEqual([
      'relationship',
      'name',
      'birth',
      'guardian',
      'sex',
      'origin',
      'photo',
    ]);
  });
  test('needs no phone, language or terms of her own', () => {
    const { primaryLanguage: _spoken, phone: _phone, acceptedTermsVersion: _terms, ...others } = answers;
    const { relationship: _what, guardian: _who, ...rest } = others;
    const own = { ...rest, relationship: 'child', guardian: '' } as const;
    expect(nextStep(own, policy, 'member')).toBe('check');
    expect(nextStep({ ...own, hasPhoto: false }, policy, 'member')).toBe('photo');
    expect(nextStep(rest, policy, 'member')).toBe('relationship');
    expect(nextStep({ ...rest, relationship: 'child' }, policy, 'member')).toBe('guardian');
  });
});

describe('in another’s group', () => {
  test.each([
    ['language', 'head', true],
    ['phone', 'head', true],
    ['birth', 'head', true],
    ['relationship', 'head', false],
    ['terms', 'head', false],
    ['name', 'member', true],
    ['guardian', 'member', true],
    ['photo', 'member', true],
    ['phone', 'member', false],
    ['relationship', 'member', false],
  ] as const)('a guest’s own people: %s of the %s is hers to answer: %s', (step, who, isHers) => {
    expect(isForGuest(step, who, questions)).toBe(isHers);
  });
  test('a member’s own are all but what a group tells once', () => {
    const own = ownAnswers({ ...answers, photoWaits: true, ...{ asOnceAsked: 'x' } }, questions);
    expect(Object.keys(answers).filter((name) => !(name in own))).toEqual([
      'primaryLanguage',
      'phone',
      'acceptedTermsVersion',
    ]);
    expect(own.photoWaits).toBe(true);
    expect(own, 'what no question of today tells').not.toHaveProperty('asOnceAsked');
  });
});

describe('a policy that asks less', () => {
  const few: Questions = {
    ...noFurtherQuestions,
    sharedAddress: 'not-required',
    nativeNames: 'not-asked',
    sex: 'not-asked',
    birthCountry: 'not-asked',
    citizenship: 'not-asked',
    phone: 'not-asked',
    photo: 'not-asked',
  };
  test('has fewer steps', () => {
    expect(askedSteps(few, 'head')).toEqual(['language', 'name', 'birth', 'terms']);
    expect(askedSteps({ ...few, citizenship: 'asked' }, 'head')).toContain('origin');
  });
  test('needs fewer answers', () => {
    const { primaryLanguage, givenNames, familyNames, birthDate, acceptedTermsVersion } = answers;
    const given = { primaryLanguage, givenNames, familyNames, birthDate, acceptedTermsVersion };
    expect(nextStep(given, { ...policy, questions: few }, 'head')).toBe('check');
    expect(nextStep(given, { ...policy, questions: { ...few, citizenship: 'asked' } }, 'head')).toBe('origin');
  });
  test('takes an optional phone for answered once it was left out', () => {
    const others = without('phone');
    const optional: RegistrationPolicy = { ...policy, questions: { ...questions, phone: 'optional' } };
    expect(nextStep(others, optional, 'head')).toBe('phone');
    expect(nextStep({ ...others, phone: '' }, optional, 'head')).toBe('check');
  });
});
