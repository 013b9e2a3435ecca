import type { FieldProblemKind } from '#core/problem/kinds.ts';
import type { FurtherStep } from '#core/registration/answers.ts';
import { textFile } from '../../support/bad-files.ts';
import { furtherAnswers } from '../../support/questions.ts';
import { fileField, photoField } from '../../support/visitor.ts';
import { type BadCase, type Row, wrong } from './row.ts';

const long = 'я'.repeat(5000);
const onlyJson = (one: BadCase): BadCase => ({ ...one, isJsonOnly: true });
const none = Object.fromEntries(
  Object.values(furtherAnswers()).flatMap((fields) => Object.keys(fields).map((name) => [name, ''])),
);

/** A question's form, sent by somebody who has answered all, to a server that asks everything. */
function row(step: FurtherStep, cases: readonly BadCase[]): Row {
  return {
    stage: 'answered',
    shows: 'register/check',
    asksEverything: true,
    page: `register/${step}`,
    right: furtherAnswers()[step],
    cases,
  };
}

/** Nothing at all, a list, a text too long for any list, and control characters in a drop-down. */
function choiceCases(field: string, nothing: FieldProblemKind = 'missing'): readonly BadCase[] {
  return [
    wrong('missing', none, { [field]: nothing }),
    wrong('not in the list', { [field]: 'constructor' }, { [field]: 'not-in-list' }),
    wrong('too long for any list', { [field]: long }, { [field]: 'not-in-list' }),
    wrong('with a control character', { [field]: 'a\u0000b' }, { [field]: 'not-in-list' }),
    onlyJson(wrong('a list', { [field]: ['x'] }, { [field]: 'wrong-type' })),
  ];
}

function lineCases(field: string): readonly BadCase[] {
  return [
    wrong(`${field} too long`, { [field]: long }, { [field]: 'too-long' }),
    wrong(`${field} with an escape`, { [field]: 'a\u001b[31m' }, { [field]: 'control-characters' }),
    wrong(`${field} that turns the writing`, { [field]: 'a\u202eb' }, { [field]: 'control-characters' }),
    onlyJson(wrong(`${field}: an object`, { [field]: { a: 1 } }, { [field]: 'wrong-type' })),
  ];
}

/** The forms of the further questions. Her answers have to stay as they are. */
export const questionRows: Readonly<Record<string, Row>> = {
  '/api/registration/languages': row('languages', [
    ...choiceCases('otherLanguage1', 'nothing-named'),
    wrong('the same twice', { otherLanguage5: 'fr' }, { otherLanguage5: 'named-twice' }),
  ]),
  '/api/registration/citizenships': row('citizenships', [
    ...choiceCases('otherCitizenship1', 'nothing-named'),
    wrong('the same twice', { otherCitizenship2: 'CL' }, { otherCitizenship2: 'named-twice' }),
  ]),
  '/api/registration/document': row('document', [
    wrong(
      'missing',
      { ...none, documentKind: '', documentNumber: '', documentCountry: '' },
      {
        documentKind: 'missing',
        documentNumber: 'missing',
        documentCountry: 'missing',
      },
    ),
    wrong('of no kind', { documentKind: 'library-card' }, { documentKind: 'not-in-list' }),
    wrong('of no country', { documentCountry: 'XX' }, { documentCountry: 'not-in-list' }),
    wrong('signs', { documentNumber: '<b>' }, { documentNumber: 'wrong-type' }),
    ...lineCases('documentNumber'),
    wrong('30 February', { expiryDay: '30', expiryMonth: '2' }, { expiryDay: 'not-a-date' }),
    wrong('a day without its month', { expiryMonth: '' }, { expiryMonth: 'missing' }),
    wrong('a year in words', { expiryYear: 'mil' }, { expiryYear: 'not-a-number' }),
    wrong('good for a century', { expiryYear: '2127' }, { expiryYear: 'date-too-far-ahead' }),
    wrong('run out a century ago', { expiryYear: '1927' }, { expiryYear: 'date-too-long-ago' }),
    wrong('one line of two', { mrz1: 'P<HTI' }, { mrz2: 'missing' }),
    wrong('lines cut short', { mrz1: 'P<HTI', mrz2: 'R123' }, { mrz1: 'mrz-length', mrz2: 'mrz-length' }),
    wrong('signs in a line', { mrz1: 'P<HTI', mrz2: 'R\u0000123' }, { mrz2: 'mrz-signs' }),
    wrong('a line far too long', { mrz1: long, mrz2: 'R123' }, { mrz1: 'mrz-signs' }),
    wrong(
      'a digit that does not fit',
      {
        mrz1: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
        mrz2: 'L898903C36UTO7408122F1204159ZE184226B<<<<<10',
      },
      { mrz2: 'mrz-check' },
    ),
    onlyJson(wrong('a line that is a list', { mrz1: ['P<'] }, { mrz1: 'wrong-type' })),
    wrong('a text for a picture', { photo: fileField(textFile) }, { photo: 'not-an-image' }),
    wrong('a picture without lines', async () => ({ photo: await photoField() }), { photo: 'picture-unreadable' }),
  ]),
  '/api/registration/email': row('email', [
    wrong('missing', { email: ' ' }, { email: 'missing' }),
    wrong('without its sign', { email: 'ana en puente' }, { email: 'not-an-email' }),
    wrong('a second header', { email: 'a@b.example\r\nBcc: c@d.example' }, { email: 'control-characters' }),
    ...lineCases('email'),
  ]),
  '/api/registration/us-address': row('us-address', [
    wrong('missing', none, { usLine1: 'missing', usCity: 'missing', usState: 'missing', usZip: 'missing' }),
    wrong('a state that is none', { usState: 'CHH' }, { usState: 'not-in-list' }),
    wrong('a ZIP of letters', { usZip: 'семьд' }, { usZip: 'not-a-zip' }),
    wrong('a ZIP far too long', { usZip: '7'.repeat(5000) }, { usZip: 'not-a-zip' }),
    onlyJson(wrong('a ZIP in a list', { usZip: [78040] }, { usZip: 'wrong-type' })),
    ...lineCases('usLine1'),
    ...lineCases('usLine2'),
    ...lineCases('usCity'),
  ]),
  '/api/registration/foreign-address': row('foreign-address', [
    wrong('missing', none, { foreignLine1: 'missing', foreignCity: 'missing', foreignCountry: 'missing' }),
    wrong('no country', { foreignCountry: 'XX' }, { foreignCountry: 'not-in-list' }),
    ...['foreignLine1', 'foreignLine2', 'foreignCity', 'foreignRegion'].flatMap(lineCases),
  ]),
  '/api/registration/needs': row('needs', [
    wrong('missing', none, { wheelchair: 'nothing-named' }),
    onlyJson(wrong('a list', { wheelchair: ['yes'] }, { wheelchair: 'wrong-type' })),
    ...lineCases('needsText'),
  ]),
  '/api/registration/employment': row('employment', choiceCases('employment')),
  '/api/registration/marital': row('marital', choiceCases('maritalStatus')),
  '/api/registration/travel': row('travel', [
    wrong('missing', none, { stayCountry1: 'nothing-named' }),
    wrong('a country without its year', { stayCountry10: 'CL' }, { stayYear10: 'missing' }),
    wrong('a year without its country', { stayYear3: '2020' }, { stayCountry3: 'missing' }),
    wrong('no country', { stayCountry1: 'ZZ' }, { stayCountry1: 'not-in-list' }),
    wrong('a year to come', { stayYear1: '2028' }, { stayYear1: 'too-large' }),
    wrong('a year before anybody', { stayYear1: '1776' }, { stayYear1: 'too-small' }),
    wrong('a year in words', { stayYear1: 'mil' }, { stayYear1: 'not-a-number' }),
    wrong('a year too long', { stayYear1: '20190' }, { stayYear1: 'too-long' }),
    onlyJson(wrong('a list', { stayCountry1: ['CL'] }, { stayCountry1: 'wrong-type' })),
  ]),
  '/api/registration/looks': row('looks', [
    wrong('missing', none, { heightCm: 'missing', weightKg: 'missing', eyeColor: 'missing' }),
    wrong('a giant', { heightCm: '300' }, { heightCm: 'too-large' }),
    wrong('a dwarf', { heightCm: '3' }, { heightCm: 'too-small' }),
    wrong('inches alone', { heightCm: '', heightInches: '5' }, { heightFeet: 'missing' }),
    wrong('12 inches', { heightCm: '', heightFeet: '5', heightInches: '12' }, { heightInches: 'too-large' }),
    wrong('weight in words', { weightKg: 'много' }, { weightKg: 'not-a-number' }),
    wrong('too many pounds', { weightKg: '', weightPounds: '9000' }, { weightPounds: 'too-large' }),
    wrong('a colour that is none', { eyeColor: 'plaid' }, { eyeColor: 'not-in-list' }),
    wrong('with a control character', { weightKg: '6\u00000' }, { weightKg: 'not-a-number' }),
    wrong('too long', { weightKg: '1'.repeat(500) }, { weightKg: 'too-long' }),
    onlyJson(wrong('a list', { heightCm: [165] }, { heightCm: 'wrong-type' })),
  ]),
};

/** Questions that the demonstration's policy doesn't ask: their forms are gone, and what is sent all the same is told so. */
export const unasked = ['employment', 'marital', 'travel', 'looks'] as const satisfies readonly FurtherStep[];
