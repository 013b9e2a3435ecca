import type { Visitor } from '../../support/visitor.ts';
import { type Row, wrong } from './row.ts';

const registered = { stage: 'registered', page: 'messages', shows: 'messages' } as const;

const phone = {
  endpoint: 'https://fcm.googleapis.com/fcm/send/abc',
  p256dh: `B${'a'.repeat(86)}`,
  auth: 'b'.repeat(22),
};

/** Of the report's fields; the answer to the robots' check is good for one report. */
const report = { act: 'asked-money', where: 'Calle 16, Juárez', contact: '' };

function reporting(changes: Readonly<Record<string, unknown>>) {
  return async (visitor: Visitor) => ({ altcha: await visitor.solveRobotCheck(), ...changes });
}

/** The forms of messages: what a person decides about hers, and what anybody may ask and tell. */
export const messageRows: Readonly<Record<string, Row>> = {
  '/api/messages/push': {
    ...registered,
    right: phone,
    cases: [
      wrong(
        'all missing',
        { endpoint: '', p256dh: undefined, auth: '' },
        { endpoint: 'missing', p256dh: 'missing', auth: 'missing' },
      ),
      wrong('a machine of our own network', { endpoint: 'https://10.0.0.1/x' }, { endpoint: 'not-in-list' }),
      wrong('no https', { endpoint: 'http://fcm.googleapis.com/x' }, { endpoint: 'not-in-list' }),
      wrong('with a control character', { endpoint: `${phone.endpoint}\u0000` }, { endpoint: 'not-in-list' }),
      wrong('too long', { endpoint: `${phone.endpoint}${'x'.repeat(1000)}` }, { endpoint: 'too-long' }),
      wrong('keys that are none', { p256dh: 'ключ', auth: 'k' }, { p256dh: 'wrong-type', auth: 'wrong-type' }),
      { ...wrong('a list', { endpoint: [phone.endpoint] }, { endpoint: 'wrong-type' }), isJsonOnly: true },
    ],
  },
  '/api/messages/push-off': { ...registered, right: {}, cases: [] },
  '/api/messages/discretion': {
    ...registered,
    right: { discreet: 'yes' },
    cases: [
      wrong('missing', { discreet: undefined }, { discreet: 'missing' }),
      wrong('not in the list', { discreet: 'да' }, { discreet: 'not-in-list' }),
      wrong('with a control character', { discreet: 'yes\u0000' }, { discreet: 'not-in-list' }),
      wrong('too long', { discreet: 'yes'.repeat(5000) }, { discreet: 'not-in-list' }),
      { ...wrong('a truth', { discreet: true }, { discreet: 'wrong-type' }), isJsonOnly: true },
    ],
  },
  '/api/messages/test': {
    ...registered,
    right: {},
    cases: [{ title: 'before registering', stage: 'newcomer', fields: {}, kind: 'registration-incomplete' }],
  },
  '/api/message-check': {
    stage: 'nobody',
    page: 'is-it-from-us',
    shows: 'is-it-from-us',
    right: { code: '1234 5678 9018' },
    cases: [
      wrong('missing', { code: '' }, { code: 'missing' }),
      wrong('of blanks', { code: ' \t ' }, { code: 'missing' }),
      wrong('too long', { code: '1'.repeat(101) }, { code: 'too-long' }),
      { ...wrong('a list', { code: ['123456789018'] }, { code: 'wrong-type' }), isJsonOnly: true },
    ],
  },
  '/api/seller-report': {
    stage: 'nobody',
    page: 'report-seller',
    shows: 'report-seller',
    right: report,
    cases: [
      wrong('all missing', { act: undefined, where: ' \n', contact: undefined }, { act: 'missing', where: 'missing' }),
      wrong('not in the list', { act: 'lottery' }, { act: 'not-in-list' }),
      wrong('too long', { where: 'я'.repeat(501) }, { where: 'too-long' }),
      wrong('a contact too long', { contact: 'x'.repeat(201) }, { contact: 'too-long' }),
      wrong('with a null', { where: 'a\u0000b' }, { where: 'control-characters' }),
      { ...wrong('half a character', { where: 'A\ud800' }, { where: 'control-characters' }), isJsonOnly: true },
      { ...wrong('a list', reporting({ where: ['x'] }), { where: 'wrong-type' }), isJsonOnly: true },
      { title: 'no answer of the robots’ check', fields: { altcha: undefined }, kind: 'captcha-missing' },
      { title: 'a made-up one', fields: { altcha: 'eyJjaGFsbGVuZ2UiOnt9fQ==' }, kind: 'captcha-missing' },
    ],
  },
  // No page has a form for it: a script sends the words of the page that it is on.
  '/api/speech/piece': {
    stage: 'nobody',
    page: 'help',
    shows: 'sign-in',
    right: { text: 'Èd' },
    cases: [
      wrong('missing', { text: '' }, { text: 'missing' }),
      wrong('too long', { text: 'я'.repeat(181) }, { text: 'too-long' }),
      wrong('with what is for the program that speaks', { text: 'a\u00012S' }, { text: 'control-characters' }),
      wrong('half a character', { text: 'A\ud800' }, { text: 'control-characters' }),
      wrong('a list', { text: ['x'] }, { text: 'wrong-type' }),
      { title: 'a language without a voice', fields: { text: 'Help' }, kind: 'speech-unavailable' as const },
    ].map((one) => ({ ...one, isJsonOnly: true })),
  },
  '/api/text-report': {
    stage: 'nobody',
    page: 'report-text',
    shows: 'report-text',
    right: { screen: 'help', words: 'Èd', remark: '' },
    cases: [
      wrong('all missing', { screen: undefined, words: ' \n', remark: undefined }, { words: 'missing' }),
      wrong('a page that is none', { screen: '//evil.example' }, { screen: 'not-in-list' }),
      wrong('too long', { words: 'я'.repeat(501) }, { words: 'too-long' }),
      wrong('a remark too long', { remark: 'x'.repeat(501) }, { remark: 'too-long' }),
      wrong('with a null', { words: 'a\u0000b' }, { words: 'control-characters' }),
      { ...wrong('half a character', { remark: 'A\ud800' }, { remark: 'control-characters' }), isJsonOnly: true },
      { ...wrong('a list', { chosen: ['x'] }, { chosen: 'wrong-type' }), isJsonOnly: true },
    ],
  },
};
