import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Questions } from '#core/policy/policy.ts';
import { err } from '#core/result.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { noFurtherQuestions } from '#tests/support/questions.ts';
import { type RegistrationStep, registrationSteps } from './answers.ts';
import { checkStep, keptFieldsOf } from './checks.ts';
import type { CheckContext } from './step-rule.ts';
import { stepRules } from './step-rules.ts';

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
const sha256 = 'a'.repeat(64);
const context: CheckContext = {
  today: '2027-03-01' as LocalDay,
  questions,
  who: 'head',
  terms: { version: '2027-01', sha256 },
  hasPhoto: true,
  before: {},
  readMrz: () => err({ kind: 'mrz-check', line: 0 }),
};

type Row = readonly [title: string, step: RegistrationStep, fields: Record<string, unknown>, expected: unknown];

describe('answers taken', () => {
  const rows: readonly Row[] = [
    ['a language', 'language', { primaryLanguage: 'quc' }, { primaryLanguage: 'quc' }],
    ['a language that is not in the list', 'language', { primaryLanguage: 'other' }, { primaryLanguage: 'other' }],
    [
      'names, their white space folded, their accents composed',
      'name',
      { givenNames: '  Ana\u00a0  Mari\u0301a ', familyNames: "d'Haïti-Núñez" },
      { givenNames: 'Ana María', familyNames: "d'Haïti-Núñez", nativeGivenNames: '', nativeFamilyNames: '' },
    ],
    [
      'names in any script, native ones beside them',
      'name',
      { givenNames: 'Юлия', familyNames: 'Յակոբեան', nativeGivenNames: 'علی\u200cرضا', nativeFamilyNames: '王' },
      { givenNames: 'Юлия', familyNames: 'Յակոբեան', nativeGivenNames: 'علی\u200cرضا', nativeFamilyNames: '王' },
    ],
    [
      'a name of 80 characters beyond the first plane',
      'name',
      { givenNames: '𐐀'.repeat(80), familyNames: 'B' },
      { givenNames: '𐐀'.repeat(80), familyNames: 'B', nativeGivenNames: '', nativeFamilyNames: '' },
    ],
    ['a birth date', 'birth', { birthDay: '7', birthMonth: '08', birthYear: '1990' }, { birthDate: '1990-08-07' }],
    ['in Arabic digits', 'birth', { birthDay: '٧', birthMonth: '٨', birthYear: '١٩٩٠' }, { birthDate: '1990-08-07' }],
    [
      'in Persian and full-width digits',
      'birth',
      { birthDay: '۷', birthMonth: '８', birthYear: '१९९०' },
      { birthDate: '1990-08-07' },
    ],
    [
      '29 February of a leap year',
      'birth',
      { birthDay: '29', birthMonth: '2', birthYear: '2024' },
      { birthDate: '2024-02-29' },
    ],
    ['born today', 'birth', { birthDay: '1', birthMonth: '3', birthYear: '2027' }, { birthDate: '2027-03-01' }],
    [
      'born 130 years ago today',
      'birth',
      { birthDay: '1', birthMonth: '3', birthYear: '1897' },
      { birthDate: '1897-03-01' },
    ],
    ['sex', 'sex', { sex: 'x' }, { sex: 'x' }],
    ['countries', 'origin', { birthCountry: 'HT', citizenship: 'DO' }, { birthCountry: 'HT', citizenship: 'DO' }],
    [
      'no state takes her for its own',
      'origin',
      { birthCountry: 'DO', citizenship: 'XX' },
      { birthCountry: 'DO', citizenship: 'XX' },
    ],
    ['a phone', 'phone', { phone: '+525512345678' }, { phone: '+525512345678' }],
    ['a phone as people write it', 'phone', { phone: ' 00 (52) 55-1234.56 78 ' }, { phone: '+525512345678' }],
    ['a phone copied from contacts', 'phone', { phone: '\u202a+52 55 1234 5678\u202c' }, { phone: '+525512345678' }],
    ['a phone in Arabic digits', 'phone', { phone: '+٥٢ ٥٥ ١٢٣٤ ٥٦٧٨' }, { phone: '+525512345678' }],
    [
      'a phone with full-width signs',
      'phone',
      { phone: '＋５２（５５）１２３４–５６７８' },
      { phone: '+525512345678' },
    ],
    ['a phone with the zero of calls inside', 'phone', { phone: '+44 (0)20 7946 0000' }, { phone: '+442079460000' }],
    ['a photo', 'photo', {}, { hasPhoto: true }],
    [
      'terms',
      'terms',
      { accept: 'yes', termsVersion: '2027-01', termsSha256: sha256 },
      { acceptedTermsVersion: '2027-01' },
    ],
    ['fields of other steps are passed over', 'sex', { sex: 'female', phone: 'x', hasPhoto: 'x' }, { sex: 'female' }],
  ];

  test.each(rows)('%s', (_title, ...[step, fields, expected]) => {
    expect(checkStep(step, fields, context)).toEqual({ ok: true, value: expected });
  });
});

describe('answers refused', () => {
  const name = { givenNames: 'Ana', familyNames: 'Silva' };
  const birth = { birthDay: '7', birthMonth: '8', birthYear: '1990' };
  const terms = { accept: 'yes', termsVersion: '2027-01', termsSha256: sha256 };
  const rows: readonly Row[] = [
    ['language missing', 'language', {}, [['primaryLanguage', 'missing']]],
    ['language of blanks', 'language', { primaryLanguage: '  ' }, [['primaryLanguage', 'missing']]],
    ['language unknown', 'language', { primaryLanguage: 'tlh' }, [['primaryLanguage', 'not-in-list']]],
    [
      'language by a name of every object',
      'language',
      { primaryLanguage: 'constructor' },
      [['primaryLanguage', 'not-in-list']],
    ],
    [
      'language too long for any list',
      'language',
      { primaryLanguage: 'e'.repeat(100_000) },
      [['primaryLanguage', 'not-in-list']],
    ],
    ['language of wrong type', 'language', { primaryLanguage: ['en'] }, [['primaryLanguage', 'wrong-type']]],
    [
      'both names missing',
      'name',
      {},
      [
        ['givenNames', 'missing'],
        ['familyNames', 'missing'],
      ],
    ],
    ['null is missing', 'name', { ...name, givenNames: null }, [['givenNames', 'missing']]],
    ['name of wrong type', 'name', { ...name, givenNames: 7 }, [['givenNames', 'wrong-type']]],
    ['name of 81 characters', 'name', { ...name, familyNames: 'é'.repeat(81) }, [['familyNames', 'too-long', 80]]],
    [
      'name with a control character',
      'name',
      { ...name, givenNames: 'An\u0000a' },
      [['givenNames', 'control-characters']],
    ],
    ['name with a line break', 'name', { ...name, givenNames: 'Ana\nMaria' }, [['givenNames', 'control-characters']]],
    [
      'name that turns its direction',
      'name',
      { ...name, givenNames: 'Ana\u202eairam' },
      [['givenNames', 'control-characters']],
    ],
    ['name with a hidden mark', 'name', { ...name, givenNames: 'An\u200ba' }, [['givenNames', 'control-characters']]],
    [
      'name with half a character',
      'name',
      { ...name, givenNames: 'Ana\ud800' },
      [['givenNames', 'control-characters']],
    ],
    ['name of signs', 'name', { ...name, givenNames: "-'." }, [['givenNames', 'no-letters']]],
    ['name of digits', 'name', { ...name, givenNames: '12' }, [['givenNames', 'no-letters']]],
    ['name with a digit', 'name', { ...name, givenNames: 'R0sa' }, [['givenNames', 'wrong-type']]],
    ['native name of signs', 'name', { ...name, nativeFamilyNames: '???' }, [['nativeFamilyNames', 'no-letters']]],
    ['birth date missing', 'birth', {}, [['birth', 'missing']]],
    [
      'birth date half there',
      'birth',
      { birthYear: '1990' },
      [
        ['birthDay', 'missing'],
        ['birthMonth', 'missing'],
      ],
    ],
    ['month by its word', 'birth', { ...birth, birthMonth: 'agosto' }, [['birthMonth', 'not-a-number']]],
    ['a negative day', 'birth', { ...birth, birthDay: '-7' }, [['birthDay', 'not-a-number']]],
    ['a day with decimals', 'birth', { ...birth, birthDay: '7.5' }, [['birthDay', 'not-a-number']]],
    ['a day by three digits', 'birth', { ...birth, birthDay: '007' }, [['birthDay', 'too-long', 2]]],
    ['a year by five digits', 'birth', { ...birth, birthYear: '19900' }, [['birthYear', 'too-long', 4]]],
    ['a day of wrong type', 'birth', { ...birth, birthDay: 7 }, [['birthDay', 'wrong-type']]],
    ['30 February', 'birth', { birthDay: '30', birthMonth: '2', birthYear: '1990' }, [['birthDay', 'not-a-date']]],
    [
      '29 February of a common year',
      'birth',
      { birthDay: '29', birthMonth: '2', birthYear: '2023' },
      [['birthDay', 'not-a-date']],
    ],
    ['month 13', 'birth', { ...birth, birthMonth: '13' }, [['birthDay', 'not-a-date']]],
    ['day 0', 'birth', { ...birth, birthDay: '0' }, [['birthDay', 'not-a-date']]],
    ['tomorrow', 'birth', { birthDay: '2', birthMonth: '3', birthYear: '2027' }, [['birthYear', 'date-in-future']]],
    [
      '130 years and a day ago',
      'birth',
      { birthDay: '28', birthMonth: '2', birthYear: '1897' },
      [['birthYear', 'date-too-long-ago']],
    ],
    ['a year by two digits', 'birth', { ...birth, birthYear: '90' }, [['birthYear', 'date-too-long-ago']]],
    ['sex missing', 'sex', {}, [['sex', 'missing']]],
    ['sex unknown', 'sex', { sex: 'F' }, [['sex', 'not-in-list']]],
    [
      'countries missing',
      'origin',
      {},
      [
        ['birthCountry', 'missing'],
        ['citizenship', 'missing'],
      ],
    ],
    [
      'country in small letters',
      'origin',
      { birthCountry: 'ht', citizenship: 'HT' },
      [['birthCountry', 'not-in-list']],
    ],
    ['born nowhere', 'origin', { birthCountry: 'XX', citizenship: 'XX' }, [['birthCountry', 'not-in-list']]],
    ['phone missing', 'phone', { phone: '\u202a\u202c' }, [['phone', 'missing']]],
    ['phone without its country', 'phone', { phone: '55 1234 5678' }, [['phone', 'not-a-phone']]],
    ['phone too short', 'phone', { phone: '+5255123' }, [['phone', 'not-a-phone']]],
    ['phone of 16 digits', 'phone', { phone: '+5255123456789012' }, [['phone', 'not-a-phone']]],
    ['phone with letters', 'phone', { phone: '+52 55 CALL NOW' }, [['phone', 'not-a-phone']]],
    ['phone whose country begins with 0', 'phone', { phone: '+0525512345678' }, [['phone', 'not-a-phone']]],
    ['phone with a control character', 'phone', { phone: '+5255\u00071234567' }, [['phone', 'control-characters']]],
    ['phone of 41 characters', 'phone', { phone: `+${'1'.repeat(40)}` }, [['phone', 'too-long', 40]]],
    ['phone of wrong type', 'phone', { phone: { number: 1 } }, [['phone', 'wrong-type']]],
    ['terms not ticked', 'terms', { ...terms, accept: '' }, [['accept', 'must-be-accepted']]],
    ['terms ticked oddly', 'terms', { ...terms, accept: 'no' }, [['accept', 'must-be-accepted']]],
    ['terms of another version', 'terms', { ...terms, termsVersion: '2026-01' }, [['accept', 'terms-changed']]],
    ['terms of another text', 'terms', { ...terms, termsSha256: 'b'.repeat(64) }, [['accept', 'terms-changed']]],
    ['a form that does not say which terms', 'terms', { accept: 'yes' }, [['accept', 'terms-changed']]],
    ['terms of wrong type', 'terms', { ...terms, accept: true }, [['accept', 'wrong-type']]],
  ];

  test.each(rows)('%s', (_title, ...[step, fields, expected]) => {
    const problems = (expected as readonly (readonly unknown[])[]).map(([field, kind, limit]) =>
      limit === undefined ? { field, kind } : { field, kind, limit },
    );
    expect(checkStep(step, fields, context)).toEqual({ ok: false, error: { kind: 'fields', fields: problems } });
  });

  test.each(['photoWaits', 'photoMissing'])(
    'no photo while a person looks at the one that was refused, or did, is nothing wrong (%s)',
    (seen) => {
      const waiting = { ...context, hasPhoto: false, before: { [seen]: true } };
      expect(checkStep('photo', {}, waiting)).toEqual({ ok: true, value: {} });
    },
  );
  test('no photo', () => {
    const problem = { kind: 'fields', fields: [{ field: 'photo', kind: 'no-photo' }] };
    expect(checkStep('photo', {}, { ...context, hasPhoto: false })).toEqual({ ok: false, error: problem });
  });
});

describe('what the policy does not ask', () => {
  const few: Questions = {
    ...noFurtherQuestions,
    sharedAddress: 'not-required',
    nativeNames: 'not-asked',
    sex: 'not-asked',
    birthCountry: 'not-asked',
    citizenship: 'asked',
    phone: 'optional',
    photo: 'not-asked',
  };
  test.each([
    [
      'name',
      { givenNames: 'A', familyNames: 'B', nativeGivenNames: 'В' },
      { givenNames: 'A', familyNames: 'B', nativeGivenNames: '', nativeFamilyNames: '' },
    ],
    ['sex', { sex: 'female' }, {}],
    ['origin', { birthCountry: 'HT', citizenship: 'HT' }, { citizenship: 'HT' }],
    ['phone', { phone: '' }, { phone: '' }],
    ['photo', {}, {}],
  ] as const)('%s: is not taken, whatever was sent', (step, fields, expected) => {
    expect(checkStep(step, fields, { ...context, questions: few, hasPhoto: false })).toEqual({
      ok: true,
      value: expected,
    });
  });
});

describe('any input at all', () => {
  const anything = fc.oneof(fc.constant(''), fc.string(), fc.string({ unit: 'binary' }), fc.anything());
  test.each(registrationSteps)('%s: gives an answer or problems at its own fields, and never throws', (step) => {
    const fields = fc.record(Object.fromEntries(stepRules[step].fields.map((field) => [field, anything])));
    fc.assert(
      fc.property(fields, (sent) => {
        const checked = checkStep(step, sent, context);
        if (checked.ok) return;
        expect(checked.error.fields.length).toBeGreaterThan(0);
        // Of a date that is missing as a whole one problem is told, by its own name.
        const own = stepRules[step].fields.flatMap((field) => [field, field.replace(/Day$/, '')]);
        for (const { field } of checked.error.fields) expect(own).toContain(field);
      }),
    );
  });
  test('what was taken once is taken again, unchanged', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(name, (given) => {
        const once = checkStep('name', { givenNames: given, familyNames: 'B' }, context);
        if (once.ok) expect(checkStep('name', once.value, context)).toEqual(once);
      }),
    );
  });
});

test('a tick below the terms and a file are not given back', () => {
  expect(keptFieldsOf('terms')).toEqual([]);
  expect(keptFieldsOf('photo')).toEqual([]);
  expect(keptFieldsOf('name')).toEqual(stepRules.name.fields);
});
