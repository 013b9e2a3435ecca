import { randomUUID } from 'node:crypto';
import type { Visitor } from '../../support/visitor.ts';
import { accountRows } from './account-rows.ts';
import { groupRows } from './group-rows.ts';
import { messageRows } from './message-rows.ts';
import { questionRows } from './question-rows.ts';
import { registrationRows } from './registration-rows.ts';
import { type BadCase, type Row, wrong } from './row.ts';

const registered = { stage: 'registered', shows: 'status' } as const;
const operator = { stage: 'operator' } as const;

/** What can be wrong with an offer's id: whose it is, or that it is none, makes no difference to who asks. */
const noOffer = [undefined, '', 'one', randomUUID(), randomUUID().toUpperCase(), '\u0000', 'я'.repeat(1000)].map(
  (offerId): BadCase => ({
    title: `the offer ${JSON.stringify(offerId ?? null).slice(0, 12)}`,
    fields: { offerId },
    kind: 'no-offer',
  }),
);

/** The place is looked at after the robots' check, whose answers are good for one asking. */
function asking(changes: Readonly<Record<string, string>>) {
  return async (visitor: Visitor) => ({ altcha: await visitor.solveRobotCheck(), ...changes });
}

/** Every route below /api that takes a POST, with what can be wrong there and nowhere else. */
export const rows: Readonly<Record<string, Row>> = {
  ...registrationRows,
  ...accountRows,
  ...messageRows,
  ...questionRows,
  ...groupRows,
  '/api/sign-in': { stage: 'nobody', page: 'sign-in', shows: 'sign-in', right: {}, cases: [] },
  '/api/sign-out': { stage: 'nobody', page: 'signed-out', shows: 'sign-in', right: {}, cases: [] },
  '/api/language': {
    stage: 'nobody',
    page: 'register/name',
    shows: 'sign-in',
    takesPhoto: true,
    right: { to: 'ru', page: 'register/name' },
    cases: [],
  },
  '/api/sandbox/sign-in': {
    stage: 'nobody',
    page: 'sandbox/sign-in',
    shows: 'sign-in',
    right: async (visitor) => ({ uid: await visitor.beginSignIn(), email: 'мария@почта.example' }),
    cases: [
      wrong('no address', { email: '' }, { email: 'missing' }),
      wrong('too long', { email: `${'a'.repeat(250)}@puente.example` }, { email: 'too-long' }),
      wrong('a null', { email: 'a\u0000@puente.example' }, { email: 'control-characters' }),
      wrong('no sign @', { email: 'мария' }, { email: 'not-an-email' }),
      { ...wrong('a list', { email: ['a@puente.example'] }, { email: 'wrong-type' }), isJsonOnly: true },
      { title: 'too old', fields: { uid: 'gone-long-ago' }, kind: 'form-stale' },
      { title: 'half a character', fields: { uid: '\ud800' }, kind: 'form-stale', isJsonOnly: true },
      { title: 'longer than any address', fields: { uid: 'u'.repeat(50_000) }, kind: 'form-stale' },
    ],
  },
  '/api/sandbox/sign-in/cancel': {
    stage: 'nobody',
    page: 'sandbox/sign-in',
    shows: 'sign-in',
    right: async (visitor) => ({ uid: await visitor.beginSignIn() }),
    cases: [{ title: 'too old', fields: { uid: 'gone-long-ago' }, kind: 'form-stale' }],
  },
  '/api/request/ports': {
    stage: 'registered',
    page: 'ask/ports',
    shows: 'ask/ports?change',
    right: { port1: 'laredo', port2: 'nogales', port3: '' },
    cases: [
      wrong('no first wish', { port1: '' }, { port1: 'missing' }),
      wrong('not in the list', { port2: 'Ногалес' }, { port2: 'not-in-list' }),
      wrong('named twice', { port2: 'laredo' }, { port2: 'port-named-twice' }),
      wrong('with a control character', { port3: 'nogales\u0000' }, { port3: 'not-in-list' }),
      wrong('too long', { port1: 'laredo'.repeat(5000) }, { port1: 'not-in-list' }),
      { ...wrong('a list', { port1: ['laredo'] }, { port1: 'wrong-type' }), isJsonOnly: true },
      { title: 'before registering', stage: 'newcomer', fields: {}, kind: 'registration-incomplete' },
    ],
  },
  '/api/request': {
    ...registered,
    page: 'ask/send',
    right: (visitor) => visitor.rightAsking(),
    cases: [
      { title: 'no answer of the robots’ check', fields: { altcha: undefined }, kind: 'captcha-missing' },
      { title: 'a made-up one', fields: { altcha: 'eyJjaGFsbGVuZ2UiOnt9fQ==' }, kind: 'captcha-missing' },
      { title: 'one with a null', fields: { altcha: '\u0000' }, kind: 'captcha-missing' },
      { title: 'one far too long', fields: { altcha: 'A'.repeat(60_000) }, kind: 'captcha-missing' },
      wrong('a word for a latitude', { latitude: 'aquí' }, { latitude: 'not-a-number' }),
      wrong('a latitude off the earth', { latitude: '91' }, { latitude: 'too-large' }),
      wrong('a longitude off the earth', { longitude: '-181' }, { longitude: 'too-small' }),
      wrong('a number without end', { accuracy: '1e400' }, { accuracy: 'not-a-number' }),
      wrong('a box that sends something else', { standing: 'da' }, { standing: 'not-in-list' }),
      { title: 'no place', fields: asking({ latitude: '' }), kind: 'location-missing' },
      { title: 'a vague place', fields: asking({ accuracy: '90000' }), kind: 'location-too-vague' },
      {
        title: 'a place outside: Tapachula',
        fields: asking({ latitude: '14.903', longitude: '-92.257' }),
        kind: 'outside-geofence',
      },
      { title: 'before registering', stage: 'newcomer', fields: {}, kind: 'registration-incomplete' },
    ],
  },
  '/api/standing-request/alive': {
    ...registered,
    page: 'status',
    right: {},
    cases: [
      { title: 'never asked', fields: {}, kind: 'no-standing-request' },
      { title: 'before registering', stage: 'newcomer', fields: {}, kind: 'registration-incomplete' },
    ],
  },
  '/api/appointment/cancel': {
    ...registered,
    page: 'appointment/cancel',
    right: {},
    cases: [
      { title: 'no appointment', fields: {}, kind: 'no-appointment' },
      {
        title: 'one that is not hers',
        fields: { appointmentId: '00000000-0000-7000-8000-000000000000' },
        kind: 'changed-since',
      },
      { title: 'no id at all', fields: { appointmentId: "' or 1=1" }, kind: 'changed-since' },
      { title: 'before registering', stage: 'newcomer', fields: {}, kind: 'no-appointment' },
    ],
  },
  '/api/appointment/missed': {
    ...registered,
    page: 'appointment/missed',
    right: {},
    cases: [
      { title: 'no appointment', fields: {}, kind: 'no-appointment' },
      { title: 'before registering', stage: 'newcomer', fields: {}, kind: 'no-appointment' },
    ],
  },
  '/api/staff/missed': {
    ...operator,
    page: 'staff/day',
    shows: 'staff/day?port=laredo&day=2027-03-21',
    right: { code: '572 000 004' },
    cases: [
      { title: 'a code that nobody has', fields: {}, kind: 'not-found' },
      { title: 'a code with a null', fields: { code: '572\u0000000004' }, kind: 'not-found' },
      { title: 'a code of letters', fields: { code: 'код'.repeat(1000) }, kind: 'not-found' },
      { ...wrong('a list', { code: ['572000004'] }, { code: 'wrong-type' }), isJsonOnly: true },
    ],
  },
  '/api/staff/move': {
    ...operator,
    page: 'staff/day',
    shows: 'staff/day?port=laredo&day=2027-03-21',
    right: { port: 'laredo', from: '2027-03-21T08:00', to: '2027-03-21T09:00' },
    cases: [
      {
        ...wrong('all missing', { port: '', from: '', to: '' }, { port: 'missing', from: 'missing', to: 'missing' }),
        isJsonOnly: true,
      },
      { ...wrong('no such port', { port: 'Ларедо' }, { port: 'not-in-list' }), isJsonOnly: true },
      { ...wrong('30 February', { to: '2027-02-30T08:00' }, { to: 'not-a-date' }), isJsonOnly: true },
      { ...wrong('a time with a null', { from: '2027-03-21T08:00\u0000' }, { from: 'not-a-date' }), isJsonOnly: true },
      { ...wrong('to where they are', { to: '2027-03-21T08:00' }, { to: 'not-a-date' }), isJsonOnly: true },
      { ...wrong('into the past', { to: '2027-03-01T08:00' }, { to: 'not-in-list' }), isJsonOnly: true },
      { ...wrong('to a time that there is not', { to: '2027-03-21T03:33' }, { to: 'not-in-list' }), isJsonOnly: true },
      { ...wrong('a number', { from: [8] }, { from: 'wrong-type' }), isJsonOnly: true },
    ],
  },
  '/api/request/withdraw': {
    ...registered,
    page: 'withdraw',
    right: {},
    cases: [
      { title: 'not in the list', fields: { what: 'ayer' }, kind: 'form-stale' },
      { title: 'with a control character', fields: { what: 'all\u0000' }, kind: 'form-stale' },
      { title: 'too long', fields: { what: 'all'.repeat(20_000) }, kind: 'form-stale' },
      { ...wrong('a list', { what: ['all'] }, { what: 'wrong-type' }), isJsonOnly: true },
      { title: 'nothing asked each day', fields: { what: 'all' }, kind: 'nothing-to-withdraw' },
      { title: 'nothing asked', fields: {}, kind: 'nothing-to-withdraw' },
      { title: 'of a day that she did not ask for', fields: { day: '2027-01-02' }, kind: 'changed-since' },
      { title: 'of what is no day', fields: { day: '9999-99-99\u0000' }, kind: 'changed-since' },
      { title: 'before registering', stage: 'newcomer', fields: {}, kind: 'nothing-to-withdraw' },
    ],
  },
  '/api/offer/extend': {
    ...registered,
    page: 'offer',
    right: {},
    cases: noOffer.map((one) => ({ ...one, toldAt: 'status' })),
  },
  '/api/offer/confirm': { ...registered, page: 'offer/confirm', takesPhoto: true, right: {}, cases: noOffer },
  '/api/offer/decline': { ...registered, page: 'offer/decline', right: {}, cases: noOffer },
  '/api/assistance': {
    ...registered,
    page: 'assisted',
    right: { step: 'ask' },
    cases: [
      wrong('missing', { step: '' }, { step: 'missing' }),
      wrong('not in the list', { step: 'помощь' }, { step: 'not-in-list' }),
      wrong('with a control character', { step: 'ask\u0000' }, { step: 'not-in-list' }),
      wrong('a novel', { statement: 'я'.repeat(501) }, { statement: 'too-long' }),
      wrong('a statement with a null', { statement: 'a\u0000' }, { statement: 'control-characters' }),
      { ...wrong('a list of statements', { statement: ['a'] }, { statement: 'wrong-type' }), isJsonOnly: true },
      { title: 'no offer to confirm', fields: { step: 'confirm' }, kind: 'no-offer' },
      { title: 'before registering', stage: 'newcomer', fields: {}, kind: 'registration-incomplete' },
    ],
  },
  '/api/staff/capacity': {
    ...operator,
    page: 'staff/capacity',
    shows: 'staff/capacity?day=2027-03-21',
    right: { port: 'laredo', slot: '2027-03-21T08:00', places: '7' },
    cases: [
      wrong('all missing', { port: '', slot: '', places: '' }, { port: 'missing', slot: 'missing', places: 'missing' }),
      wrong('no such port', { port: 'Ларедо' }, { port: 'not-in-list' }),
      wrong('30 February', { slot: '2027-02-30T08:00' }, { slot: 'not-a-date' }),
      wrong('a time with a null', { slot: '2027-03-21T08:00\u0000' }, { slot: 'not-a-date' }),
      wrong('a word', { places: 'siete' }, { places: 'not-a-number' }),
      wrong('less than none', { places: '-1' }, { places: 'not-a-number' }),
      wrong('a half', { places: '7.5' }, { places: 'not-a-number' }),
      wrong('more than fit', { places: '2001' }, { places: 'too-large' }),
      wrong('a number without end', { places: '9'.repeat(400) }, { places: 'not-a-number' }),
      { ...wrong('a list', { places: [7] }, { places: 'wrong-type' }), isJsonOnly: true },
    ],
  },
  '/api/staff/open': {
    ...operator,
    page: 'staff/draw',
    shows: 'staff/draw',
    right: {},
    cases: [{ title: 'while one is open', fields: {}, kind: 'pool-already-open' }],
  },
  '/api/staff/close': { ...operator, page: 'staff/draw', shows: 'staff/draw', right: {}, cases: [] },
  '/api/staff/draw': {
    ...operator,
    page: 'staff/draw',
    shows: 'staff/draw',
    right: {},
    cases: [{ title: 'before it is closed', fields: {}, kind: 'pool-not-closed' }],
  },
  '/api/staff/policy': {
    ...operator,
    page: 'staff/policies',
    shows: 'staff/policies',
    right: { policy: '{}' },
    cases: [
      wrong('nothing', { policy: '' }, { policy: 'missing' }),
      wrong('no JSON', { policy: '{' }, { policy: 'policy-wrong' }),
      wrong('a list of rules', { policy: '[]' }, { policy: 'policy-wrong' }),
      wrong('not all of them', { policy: '{"name":"2027-06"}' }, { policy: 'policy-wrong' }),
      wrong('with a null', { policy: '{}\u0000' }, { policy: 'policy-wrong' }),
      { ...wrong('a list', { policy: ['{}'] }, { policy: 'wrong-type' }), isJsonOnly: true },
    ],
  },
  '/api/staff/policy-publish': {
    stage: 'supervisor',
    page: 'staff/policies',
    shows: 'staff/policies',
    right: { name: '2027-06' },
    cases: [
      { title: 'a name that nobody proposed', fields: {}, kind: 'form-stale' },
      { title: 'a name with a null', fields: { name: '2027\u0000' }, kind: 'form-stale' },
      { ...wrong('a list', { name: ['2027-06'] }, { name: 'wrong-type' }), isJsonOnly: true },
    ],
  },
  '/api/staff/release': {
    stage: 'supervisor',
    page: 'staff/draw',
    shows: 'staff/draw',
    right: { announcement: 'a'.repeat(64) },
    cases: [
      { title: 'before it is closed', fields: {}, kind: 'pool-not-closed' },
      { ...wrong('a list', { announcement: ['a'] }, { announcement: 'wrong-type' }), isJsonOnly: true },
    ],
  },
  '/api/staff/lost-code': {
    ...operator,
    page: 'staff/lost-code',
    shows: 'staff/lost-code',
    right: { givenNames: 'Nadie', familyNames: 'Ninguna', birthDay: '1', birthMonth: '1', birthYear: '1901' },
    cases: [
      wrong('all missing', { givenNames: '', familyNames: '' }, { givenNames: 'missing', familyNames: 'missing' }),
      wrong('a name of digits', { givenNames: '123' }, { givenNames: 'no-letters' }),
      wrong('30 February', { birthDay: '30', birthMonth: '2' }, { birthDay: 'not-a-date' }),
      { ...wrong('a list', { familyNames: ['Désir'] }, { familyNames: 'wrong-type' }), isJsonOnly: true },
      { title: 'somebody whom nobody knows', fields: {}, kind: 'person-not-found' },
    ],
  },
  '/api/staff/code-given': { ...operator, page: 'staff/new-code', shows: 'staff/new-code', right: {}, cases: [] },
  '/api/staff/review': {
    ...operator,
    page: 'staff/review',
    shows: 'staff/reviews',
    right: { code: '572 000 004', reason: 'met-in-person', note: '' },
    // The form stands on the page of a review, which these senders have none of: tests/e2e/review.spec.ts fills it in.
    cases: [
      wrong('no code', { code: '' }, { code: 'missing' }),
      { ...wrong('no decision', { reason: undefined }, { reason: 'missing' }), isJsonOnly: true },
      { ...wrong('a decision that there is not', { reason: 'нет' }, { reason: 'not-in-list' }), isJsonOnly: true },
      { ...wrong('a note far too long', { note: 'я'.repeat(501) }, { note: 'too-long' }), isJsonOnly: true },
      { ...wrong('a note with a null', { note: 'a\u0000' }, { note: 'control-characters' }), isJsonOnly: true },
      { ...wrong('a list', { reason: ['met-in-person'] }, { reason: 'wrong-type' }), isJsonOnly: true },
      { title: 'a code that nobody has', fields: {}, kind: 'not-found' },
      { title: 'a code with a slip', fields: { code: '572 000 005' }, kind: 'not-found' },
      { title: 'a code with a null', fields: { code: '572\u0000000004' }, kind: 'not-found' },
      { title: 'a code of letters', fields: { code: 'код'.repeat(1000) }, kind: 'not-found' },
    ],
  },
};
