import { svgPicture, textFile } from '../../support/bad-files.ts';
import { fileField, photoField, rightTerms } from '../../support/visitor.ts';
import { type Row, wrong } from './row.ts';

const answered = { stage: 'answered', shows: 'register/check' } as const;

/** The forms of a registration. Each is sent by somebody who has answered all: her answers have to stay as they are. */
export const registrationRows: Readonly<Record<string, Row>> = {
  '/api/registration/language': {
    ...answered,
    page: 'register/language',
    right: { primaryLanguage: 'ht' },
    cases: [
      wrong('missing', { primaryLanguage: undefined }, { primaryLanguage: 'missing' }),
      wrong('of blanks', { primaryLanguage: ' \t ' }, { primaryLanguage: 'missing' }),
      wrong('not in the list', { primaryLanguage: 'klingon' }, { primaryLanguage: 'not-in-list' }),
      wrong('a name that every object has', { primaryLanguage: 'constructor' }, { primaryLanguage: 'not-in-list' }),
      wrong('too long for any list', { primaryLanguage: 'ht'.repeat(5000) }, { primaryLanguage: 'not-in-list' }),
      wrong('with a control character', { primaryLanguage: 'h\u0000t' }, { primaryLanguage: 'not-in-list' }),
      { ...wrong('a list', { primaryLanguage: ['ht'] }, { primaryLanguage: 'wrong-type' }), isJsonOnly: true },
    ],
  },
  '/api/registration/name': {
    ...answered,
    page: 'register/name',
    right: { givenNames: 'Ана', familyNames: 'O’Neill', nativeGivenNames: '', nativeFamilyNames: '' },
    cases: [
      wrong(
        'both missing',
        { givenNames: undefined, familyNames: '' },
        { givenNames: 'missing', familyNames: 'missing' },
      ),
      wrong('too long', { givenNames: 'я'.repeat(81) }, { givenNames: 'too-long' }),
      wrong('far too long', { nativeFamilyNames: '王'.repeat(5000) }, { nativeFamilyNames: 'too-long' }),
      wrong('a null', { familyNames: 'De\u0000sir' }, { familyNames: 'control-characters' }),
      wrong('an escape', { familyNames: 'De\u001b[31msir' }, { familyNames: 'control-characters' }),
      wrong('a line break', { givenNames: 'Marie\nFlore' }, { givenNames: 'control-characters' }),
      wrong('a mark that turns the writing', { givenNames: 'An\u202ea' }, { givenNames: 'control-characters' }),
      wrong('signs', { givenNames: '<script>'.replaceAll(/\w/g, '?') }, { givenNames: 'no-letters' }),
      wrong('digits', { nativeGivenNames: '123' }, { nativeGivenNames: 'no-letters' }),
      wrong('a digit among letters', { givenNames: 'R0sa' }, { givenNames: 'wrong-type' }),
      { ...wrong('a number', { givenNames: 7 }, { givenNames: 'no-letters' }), isJsonOnly: true },
      {
        ...wrong('half a character', { givenNames: 'A\ud800' }, { givenNames: 'control-characters' }),
        isJsonOnly: true,
      },
      {
        ...wrong(
          'a list and an object',
          { givenNames: ['Ana'], familyNames: { last: 'Paz' } },
          { givenNames: 'wrong-type', familyNames: 'wrong-type' },
        ),
        isJsonOnly: true,
      },
      { ...wrong('a truth', { familyNames: true }, { familyNames: 'wrong-type' }), isJsonOnly: true },
    ],
  },
  '/api/registration/birth': {
    ...answered,
    page: 'register/birth',
    right: { birthDay: '٣', birthMonth: '2', birthYear: '1990' },
    cases: [
      wrong('missing', { birthDay: '', birthMonth: '', birthYear: '' }, { birth: 'missing' }),
      wrong('half of it', { birthDay: '', birthMonth: '' }, { birthDay: 'missing', birthMonth: 'missing' }),
      wrong('30 February', { birthDay: '30' }, { birthDay: 'not-a-date' }),
      wrong('29 February of a common year', { birthDay: '29', birthYear: '2023' }, { birthDay: 'not-a-date' }),
      wrong('month 13', { birthMonth: '13' }, { birthDay: 'not-a-date' }),
      wrong('still to come', { birthYear: '2028' }, { birthYear: 'date-in-future' }),
      wrong('131 years ago', { birthYear: '1896' }, { birthYear: 'date-too-long-ago' }),
      wrong('the year 1', { birthYear: '0001' }, { birthYear: 'date-too-long-ago' }),
      wrong('a word', { birthDay: 'три', birthYear: 'mil' }, { birthDay: 'not-a-number', birthYear: 'not-a-number' }),
      wrong('too long', { birthDay: '003', birthYear: '19900' }, { birthDay: 'too-long', birthYear: 'too-long' }),
      wrong('with a control character', { birthYear: '19\u000090' }, { birthYear: 'not-a-number' }),
      { ...wrong('an object', { birthDay: { day: 3 } }, { birthDay: 'wrong-type' }), isJsonOnly: true },
    ],
  },
  '/api/registration/sex': {
    ...answered,
    page: 'register/sex',
    right: { sex: 'female' },
    cases: [
      wrong('missing', { sex: undefined }, { sex: 'missing' }),
      wrong('not in the list', { sex: 'женский' }, { sex: 'not-in-list' }),
      wrong('with a control character', { sex: 'x\u0007' }, { sex: 'not-in-list' }),
      wrong('too long', { sex: 'x'.repeat(10_000) }, { sex: 'not-in-list' }),
      { ...wrong('a list', { sex: ['female'] }, { sex: 'wrong-type' }), isJsonOnly: true },
    ],
  },
  '/api/registration/origin': {
    ...answered,
    page: 'register/origin',
    right: { birthCountry: 'HT', citizenship: 'XX' },
    cases: [
      wrong(
        'missing',
        { birthCountry: undefined, citizenship: '' },
        { birthCountry: 'missing', citizenship: 'missing' },
      ),
      wrong('no country', { birthCountry: 'ZZ' }, { birthCountry: 'not-in-list' }),
      wrong('its name', { citizenship: 'Гаити' }, { citizenship: 'not-in-list' }),
      wrong('born nowhere', { birthCountry: 'XX' }, { birthCountry: 'not-in-list' }),
      wrong('with a control character', { citizenship: 'H\u0000T' }, { citizenship: 'not-in-list' }),
      { ...wrong('a list', { citizenship: ['HT', 'DO'] }, { citizenship: 'wrong-type' }), isJsonOnly: true },
    ],
  },
  '/api/registration/phone': {
    ...answered,
    page: 'register/phone',
    right: { phone: '+٥٢ ٥٥ ١٢٣٤ ٥٦٧٨' },
    cases: [
      wrong('missing', { phone: ' ' }, { phone: 'missing' }),
      wrong('without its country', { phone: '55 1234 5678' }, { phone: 'not-a-phone' }),
      wrong('letters', { phone: '+52 пятьдесят' }, { phone: 'not-a-phone' }),
      wrong('too long', { phone: `+52 ${'5 '.repeat(40)}` }, { phone: 'too-long' }),
      wrong('a null', { phone: '+52\u0000 55 1234 5678' }, { phone: 'control-characters' }),
      { ...wrong('a list', { phone: ['+525512345678'] }, { phone: 'wrong-type' }), isJsonOnly: true },
    ],
  },
  '/api/registration/photo': {
    ...answered,
    page: 'register/photo',
    takesPhoto: true,
    right: async () => ({ photo: await photoField() }),
    cases: [
      wrong('a text', { photo: fileField(textFile) }, { photo: 'not-an-image' }),
      wrong('a text that says it is a photo', { photo: fileField(textFile, 'image/png') }, { photo: 'not-an-image' }),
      wrong('an SVG', { photo: fileField(svgPicture, 'image/svg+xml') }, { photo: 'not-an-image' }),
      wrong('half of a photo', async () => ({ photo: fileField((await photoField()).buffer.subarray(0, 300)) }), {
        photo: 'not-an-image',
      }),
      {
        title: 'over the limit',
        fields: { photo: fileField(Buffer.alloc(10 * 1024 * 1024 + 1)) },
        kind: 'body-too-large',
      },
    ],
  },
  '/api/registration/terms': {
    ...answered,
    page: 'register/terms',
    right: (visitor) => rightTerms(visitor.locale),
    cases: [
      wrong('not accepted', { accept: undefined }, { accept: 'must-be-accepted' }),
      wrong('half accepted', { accept: 'well' }, { accept: 'must-be-accepted' }),
      wrong('a version of last year', { termsVersion: '2026-01' }, { accept: 'terms-changed' }),
      wrong('a text that was changed since', { termsSha256: 'a'.repeat(64) }, { accept: 'terms-changed' }),
      wrong('a text of another language', () => rightTerms('en'), { accept: 'terms-changed' }),
      wrong('no text at all', { termsVersion: undefined, termsSha256: undefined }, { accept: 'terms-changed' }),
    ],
  },
  '/api/registration': {
    ...answered,
    page: 'register/check',
    right: {},
    cases: [
      {
        title: 'before all is answered',
        stage: 'newcomer',
        fields: {},
        kind: 'registration-incomplete',
        toldAt: 'status',
      },
      { title: 'again', stage: 'registered', fields: {}, kind: 'registration-complete', toldAt: 'status' },
    ],
  },
};
