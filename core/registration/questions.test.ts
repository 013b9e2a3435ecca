import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everyQuestion } from '#core/policy/policies.ts';
import type { Questions } from '#core/policy/policy.ts';
import { err, ok } from '#core/result.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { furtherAnswers, noFurtherQuestions } from '#tests/support/questions.ts';
import { type FurtherStep, furtherSteps, isOfMembers, type RegistrationStep, registrationSteps } from './answers.ts';
import { checkStep, keptFieldsOf } from './checks.ts';
import { skipField, stepsWithNone } from './question-rule.ts';
import type { CheckContext } from './step-rule.ts';
import { stepRules } from './step-rules.ts';
import { askedSteps, isFor, leaveOf, nextStep, ownAnswers } from './steps.ts';

const context: CheckContext = {
  today: '2027-03-01' as LocalDay,
  questions: everyQuestion,
  who: 'head',
  terms: { version: '2027-01', sha256: 'a'.repeat(64) },
  hasPhoto: true,
  before: { primaryLanguage: 'ht', citizenship: 'HT' },
  readMrz: () => err({ kind: 'mrz-check', line: 0 }),
};
const optional: Questions = {
  ...everyQuestion,
  ...Object.fromEntries(Object.keys(noFurtherQuestions).map((name) => [name, 'optional'])),
};
const none: Questions = { ...everyQuestion, ...noFurtherQuestions };

function taken(step: RegistrationStep, fields: Readonly<Record<string, unknown>>, change: Partial<CheckContext> = {}) {
  return checkStep(step, fields, { ...context, ...change });
}

describe('a right answer', () => {
  test.each([
    ['languages', { languages: ['fr', 'wo'] }],
    ['citizenships', { otherCitizenships: ['CL'] }],
    [
      'document',
      { document: { kind: 'passport', number: 'R1234567', country: 'HT', expiry: '2030-03-09', read: null } },
    ],
    ['email', { email: 'nuevo@puente.example' }],
    ['us-address', { usAddress: { line1: '12 Main St', line2: 'Apt 3', city: 'Laredo', state: 'TX', zip: '78040' } }],
    [
      'foreign-address',
      {
        foreignAddress: {
          line1: 'Albergue Esperanza',
          line2: '',
          city: 'Ciudad Juárez',
          region: 'Chihuahua',
          country: 'MX',
        },
      },
    ],
    ['needs', { needs: { kinds: ['wheelchair', 'interpreter'], text: 'Una rampa' } }],
    ['employment', { employment: 'self-employed' }],
    ['marital', { maritalStatus: 'widowed' }],
    [
      'travel',
      {
        travel: [
          { country: 'CL', year: 2019 },
          { country: 'PE', year: 2023 },
        ],
      },
    ],
    ['looks', { height: 165, weight: 60, eyeColor: 'brown' }],
  ] as const)(
    '%s: is taken where it is asked and where it is optional, and nothing where it is not',
    (step, answers) => {
      const sent = furtherAnswers()[step];
      expect(taken(step, sent)).toEqual(ok(answers));
      expect(taken(step, sent, { questions: optional })).toEqual(ok(answers));
      expect(taken(step, sent, { questions: none })).toEqual(ok({}));
      expect(nextStep(answers, { questions: { ...none, ...only(step) }, termsVersion: 'x' }, 'head')).not.toBe(step);
    },
  );
});

/** The policy's names of a step's questions, as asked. */
function only(step: FurtherStep): Partial<Questions> {
  return Object.fromEntries(
    Object.keys(noFurtherQuestions)
      .filter((name) => stepRules[step].isAsked({ ...none, [name]: 'asked' }))
      .map((name) => [name, 'asked']),
  );
}

describe('leaving a question out', () => {
  test.each(furtherSteps)(
    '%s: optional, it can be skipped by its button or by sending nothing, and is not asked again',
    (step) => {
      expect(leaveOf(step, optional, 'head')).toBe('skip');
      const policy = { questions: { ...none, ...nameOptional(step) }, termsVersion: '2027-01' };
      for (const sent of [{ [skipField]: 'yes', ...furtherAnswers()[step] }, {}]) {
        const skipped = taken(step, sent, policy);
        if (!skipped.ok) throw new Error('expected it to be skipped');
        expect(Object.values(skipped.value)).toEqual(Object.values(skipped.value).map(() => null));
        expect(askedSteps(policy.questions, 'head')).toContain(step);
        expect(stepRules[step].isAnswered(skipped.value, policy)).toBe(true);
        expect(stepRules[step].isAnswered({}, policy)).toBe(false);
        // A policy that wants an answer asks again.
        expect(stepRules[step].isAnswered(skipped.value, { ...policy, questions: everyQuestion })).toBe(false);
      }
    },
  );
  test.each(furtherSteps)('%s: asked, sending nothing is missing, or tells of the button that is an answer', (step) => {
    const checked = taken(step, {});
    const kinds = checked.ok ? [] : checked.error.fields.map(({ kind }) => kind);
    const hasNone = (stepsWithNone as readonly string[]).includes(step);
    expect([...new Set(kinds)]).toEqual([hasNone ? 'nothing-named' : 'missing']);
    if (hasNone) expect(kinds).toHaveLength(1);
  });
  test.each(furtherSteps)('%s: asked, its button says that there is none, or is not there', (step) => {
    const hasNone = (stepsWithNone as readonly string[]).includes(step);
    expect(leaveOf(step, everyQuestion, 'head')).toBe(hasNone ? 'none' : null);
    expect(taken(step, { [skipField]: 'yes' }).ok).toBe(hasNone);
  });
  test('one part of the looks that is asked takes the button away, an optional one beside it may stay empty', () => {
    const questions: Questions = { ...none, height: 'asked', eyeColor: 'optional' };
    expect(leaveOf('looks', questions, 'head')).toBe(null);
    expect(taken('looks', { heightCm: '170' }, { questions })).toEqual(ok({ height: 170, eyeColor: null }));
    expect(taken('looks', { skip: 'yes' }, { questions })).toMatchObject({ ok: false });
  });
});

function nameOptional(step: FurtherStep): Partial<Questions> {
  return Object.fromEntries(Object.keys(only(step)).map((name) => [name, 'optional']));
}

describe('answers refused', () => {
  const rows: readonly (readonly [
    title: string,
    step: FurtherStep,
    fields: Record<string, unknown>,
    expected: unknown,
  ])[] = [
    [
      'a language twice',
      'languages',
      { otherLanguage1: 'fr', otherLanguage4: 'fr' },
      { otherLanguage4: 'named-twice' },
    ],
    ['the primary language', 'languages', { otherLanguage1: 'ht' }, { otherLanguage1: 'named-twice' }],
    ['no language', 'languages', { otherLanguage5: 'tlh' }, { otherLanguage5: 'not-in-list' }],
    ['a list', 'languages', { otherLanguage1: ['fr'] }, { otherLanguage1: 'wrong-type' }],
    ['the first citizenship', 'citizenships', { otherCitizenship2: 'HT' }, { otherCitizenship2: 'named-twice' }],
    ['no state as a further one', 'citizenships', { otherCitizenship1: 'XX' }, { otherCitizenship1: 'not-in-list' }],
    ['no address', 'email', { email: 'ana arroba puente' }, { email: 'not-an-email' }],
    ['an address without a dot', 'email', { email: 'ana@puente' }, { email: 'not-an-email' }],
    ['an endless address', 'email', { email: `${'a'.repeat(250)}@b.cd` }, { email: 'too-long' }],
    [
      'a line break in an address',
      'email',
      { email: 'ana@puente.example\nBcc: x@y.zz' },
      { email: 'control-characters' },
    ],
    [
      'a house without its city',
      'us-address',
      { usLine1: '1 A St' },
      { usCity: 'missing', usState: 'missing', usZip: 'missing' },
    ],
    ['a ZIP of four', 'us-address', { ...furtherAnswers()['us-address'], usZip: '7804' }, { usZip: 'not-a-zip' }],
    [
      'a state of Mexico',
      'us-address',
      { ...furtherAnswers()['us-address'], usState: 'CHH' },
      { usState: 'not-in-list' },
    ],
    [
      '101 letters',
      'foreign-address',
      { ...furtherAnswers()['foreign-address'], foreignLine2: 'x'.repeat(101) },
      { foreignLine2: 'too-long' },
    ],
    [
      'no country',
      'foreign-address',
      { ...furtherAnswers()['foreign-address'], foreignCountry: 'XX' },
      { foreignCountry: 'not-in-list' },
    ],
    ['201 letters', 'needs', { needsText: 'я'.repeat(201) }, { needsText: 'too-long' }],
    ['a tick that is a list', 'needs', { wheelchair: ['yes'] }, { wheelchair: 'wrong-type' }],
    ['unknown work', 'employment', { employment: 'spy' }, { employment: 'not-in-list' }],
    ['unknown status', 'marital', { maritalStatus: 'constructor' }, { maritalStatus: 'not-in-list' }],
    ['a country without its year', 'travel', { stayCountry3: 'CL' }, { stayYear3: 'missing' }],
    ['a year without its country', 'travel', { stayYear1: '2020' }, { stayCountry1: 'missing' }],
    ['a year to come', 'travel', { stayCountry1: 'CL', stayYear1: '2028' }, { stayYear1: 'too-large' }],
    ['a year before anybody', 'travel', { stayCountry1: 'CL', stayYear1: '1890' }, { stayYear1: 'too-small' }],
    ['a giant', 'looks', { ...furtherAnswers().looks, heightCm: '251' }, { heightCm: 'too-large' }],
    [
      '12 inches',
      'looks',
      { ...furtherAnswers().looks, heightCm: '', heightFeet: '5', heightInches: '12' },
      { heightInches: 'too-large' },
    ],
    [
      'inches alone',
      'looks',
      { ...furtherAnswers().looks, heightCm: '', heightInches: '6' },
      { heightFeet: 'missing' },
    ],
    ['weight in words', 'looks', { ...furtherAnswers().looks, weightKg: 'sesenta' }, { weightKg: 'not-a-number' }],
    ['everything missing', 'looks', {}, { heightCm: 'missing', weightKg: 'missing', eyeColor: 'missing' }],
    [
      'a document of signs',
      'document',
      { ...furtherAnswers().document, documentNumber: '<script>' },
      { documentNumber: 'wrong-type' },
    ],
    [
      '31 signs',
      'document',
      { ...furtherAnswers().document, documentNumber: '1'.repeat(31) },
      { documentNumber: 'too-long' },
    ],
    [
      '30 February',
      'document',
      { ...furtherAnswers().document, expiryDay: '30', expiryMonth: '2' },
      { expiryDay: 'not-a-date' },
    ],
    ['a day without its year', 'document', { ...furtherAnswers().document, expiryYear: '' }, { expiryYear: 'missing' }],
    [
      'good for a century',
      'document',
      { ...furtherAnswers().document, expiryYear: '2127' },
      { expiryYear: 'date-too-far-ahead' },
    ],
    [
      'run out a century ago',
      'document',
      { ...furtherAnswers().document, expiryYear: '1927' },
      { expiryYear: 'date-too-long-ago' },
    ],
  ];
  test.each(rows)('%s (%s)', (_title, ...[step, fields, expected]) => {
    const checked = taken(step, fields);
    if (checked.ok) throw new Error(`expected problems, found ${JSON.stringify(checked.value)}`);
    expect(Object.fromEntries(checked.error.fields.map(({ field, kind }) => [field, kind]))).toEqual(expected);
  });
});

describe('answers put right', () => {
  test.each([
    ['metres', { heightCm: '1,65' }, 165],
    ['metres with a dot, in Arabic digits', { heightCm: '١.٦٥' }, 165],
    ['feet and inches', { heightFeet: '5', heightInches: '5' }, 165],
    ['feet alone', { heightFeet: '6' }, 183],
  ])('height in %s', (_title, fields, height) => {
    const questions: Questions = { ...none, height: 'asked' };
    expect(taken('looks', fields, { questions })).toEqual(ok({ height }));
  });
  test('pounds become kilograms', () => {
    const questions: Questions = { ...none, weight: 'asked' };
    expect(taken('looks', { weightPounds: '132' }, { questions })).toEqual(ok({ weight: 60 }));
  });
  test.each([
    ['78040 - 1234', '78040-1234'],
    ['٧٨٠٤٠', '78040'],
    ['780401234', '78040-1234'],
  ])('a ZIP code %s', (typed, zip) => {
    const checked = taken('us-address', { ...furtherAnswers()['us-address'], usZip: typed });
    expect(checked).toMatchObject({ ok: true, value: { usAddress: { zip } } });
  });
  test('a document may have run out, or have no last day', () => {
    const { document } = furtherAnswers();
    const old = taken('document', { ...document, expiryYear: '2019' });
    expect(old).toMatchObject({ ok: true, value: { document: { expiry: '2019-03-09' } } });
    const endless = taken('document', { ...document, expiryDay: '', expiryMonth: '', expiryYear: '' });
    expect(endless).toMatchObject({ ok: true, value: { document: { expiry: null } } });
  });
});

describe('any input at all', () => {
  const anything = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.anything());
  test.each(furtherSteps)('%s: gives an answer or problems at its own fields, and never throws', (step) => {
    const fields = fc.record(Object.fromEntries(stepRules[step].fields.map((field) => [field, anything])));
    fc.assert(
      fc.property(fields, (sent) => {
        const checked = taken(step, sent);
        if (checked.ok) return;
        expect(checked.error.fields.length).toBeGreaterThan(0);
        for (const { field } of checked.error.fields) expect(stepRules[step].fields).toContain(field);
      }),
    );
  });
});

test('the steps follow from the policy, whatever it asks', () => {
  const names = Object.keys(noFurtherQuestions);
  fc.assert(
    fc.property(fc.subarray(names), (asked) => {
      const questions: Questions = { ...none, ...Object.fromEntries(asked.map((name) => [name, 'asked'])) };
      const steps = askedSteps(questions, 'head');
      expect(steps).toEqual(registrationSteps.filter((step) => steps.includes(step)));
      for (const step of furtherSteps) {
        expect(steps.includes(step)).toBe(Object.keys(only(step)).some((name) => asked.includes(name)));
      }
    }),
  );
});

test('which of the further questions are about each person stands once in the table', () => {
  const ofMembers = furtherSteps.filter((step) =>
    isFor(step, 'member', { ...optional, sharedAddress: 'not-required' }),
  );
  expect(ofMembers).toEqual(furtherSteps.filter(isOfMembers));
});

describe('the address of a member', () => {
  const own: Questions = { ...everyQuestion, sharedAddress: 'not-required' };
  const steps = ['us-address', 'foreign-address'] as const;
  test.each(steps)('%s: where a shared one is required, it is her head’s, and she can’t have another', (step) => {
    expect(isFor(step, 'member', everyQuestion)).toBe(false);
    expect(askedSteps(everyQuestion, 'member')).not.toContain(step);
  });
  test.each(steps)('%s: where it is not, nobody asks, but she may have her own, and leave it again', (step) => {
    expect(isFor(step, 'member', own)).toBe(true);
    expect(isFor(step, 'member', { ...own, ...noFurtherQuestions })).toBe(false);
    expect(askedSteps(own, 'member')).not.toContain(step);
    expect(leaveOf(step, own, 'member')).toBe('same');
    const as = { questions: own, who: 'member' } as const;
    expect(taken(step, furtherAnswers()[step], as)).toMatchObject({ ok: true });
    for (const sent of [{}, { ...furtherAnswers()[step], [skipField]: 'yes' }]) {
      const left = taken(step, sent, as);
      expect(left.ok && Object.values(left.value)).toEqual([null]);
    }
  });
  test('what a group tells once is no answer of hers', () => {
    const answers = { givenNames: 'Lia', phone: '+525512345678', primaryLanguage: 'ht', usAddress: null } as const;
    expect(ownAnswers(answers, everyQuestion)).toEqual({ givenNames: 'Lia' });
    expect(ownAnswers(answers, own)).toEqual({ givenNames: 'Lia', usAddress: null });
  });
});

test('each answer is stored of one step, but for the guardian, whom the birth date may make needless', () => {
  const stored = registrationSteps.flatMap((step) => stepRules[step].answers);
  expect(stored.filter((name, index) => stored.indexOf(name) !== index)).toEqual(['guardian']);
  for (const step of furtherSteps) {
    const checked = taken(step, furtherAnswers()[step]);
    expect(checked.ok && Object.keys(checked.value).toSorted()).toEqual([...stepRules[step].answers].toSorted());
  }
});

test('the button that leaves a question out is not given back', () => {
  for (const step of furtherSteps) expect(keptFieldsOf(step)).not.toContain(skipField);
});
