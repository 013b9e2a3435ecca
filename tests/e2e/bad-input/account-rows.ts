import { type BadCase, type Row, wrong } from './row.ts';

const rightCode = '00000000000000007955';
const bornWell = { birthDay: '29', birthMonth: '2', birthYear: '1992' };

/** A slip is told before anything is looked up or counted, so that these are no tries. */
const wrongCodes: readonly BadCase[] = [
  wrong('no code', { code: '' }, { code: 'missing' }),
  wrong('letters', { code: 'мой код' }, { code: 'not-a-code' }),
  wrong('too short', { code: '7955' }, { code: 'not-a-code' }),
  wrong('too long', { code: `${rightCode}0` }, { code: 'not-a-code' }),
  wrong('far too long', { code: '7'.repeat(20_000) }, { code: 'not-a-code' }),
  wrong('with a null', { code: `${rightCode}\u0000` }, { code: 'not-a-code' }),
  wrong('a slip', { code: '00000000000000007956' }, { code: 'code-slip' }),
  { ...wrong('a list', { code: [rightCode] }, { code: 'wrong-type' }), isJsonOnly: true },
];

/** Accounts without e-mail, and what is kept about people. */
export const accountRows: Readonly<Record<string, Row>> = {
  '/api/account/new': { stage: 'nobody', page: 'account/new', shows: 'account/new', right: {}, cases: [] },
  '/api/account/sign-in': {
    stage: 'nobody',
    page: 'account/sign-in',
    shows: 'account/sign-in',
    right: { code: rightCode },
    cases: wrongCodes,
  },
  '/api/account/find': {
    stage: 'nobody',
    page: 'account/find',
    shows: 'account/sign-in',
    right: { code: rightCode, ...bornWell },
    cases: [
      ...wrongCodes,
      wrong('no such day', { birthYear: '1991' }, { birthDay: 'not-a-date' }),
      wrong(
        'nothing at all',
        { code: '', birthDay: '', birthMonth: '', birthYear: '' },
        {
          code: 'missing',
          birth: 'missing',
        },
      ),
      { title: 'a code that nobody has', fields: {}, kind: 'account-not-found' },
    ],
  },
  '/api/account/code-check': {
    stage: 'registered',
    page: 'account/code-check',
    shows: 'account',
    right: { group: '7955' },
    cases: [
      { title: 'while no code is shown', fields: {}, kind: 'form-stale' },
      { title: 'and nothing typed', fields: { group: '' }, kind: 'form-stale' },
    ],
  },
  '/api/account/new-code': {
    stage: 'registered',
    page: 'account/new-code',
    shows: 'account',
    right: {},
    cases: [],
  },
  '/api/account/sign-out-everywhere': { stage: 'registered', page: 'account', shows: 'account', right: {}, cases: [] },
  '/api/my-data/export': { stage: 'registered', page: 'my-data', shows: 'my-data', right: {}, cases: [] },
  '/api/my-data/delete': {
    stage: 'registered',
    page: 'my-data/delete',
    shows: 'status',
    right: { delete: 'yes' },
    cases: [
      wrong('no tick', { delete: undefined }, { delete: 'must-be-ticked' }),
      wrong('empty', { delete: '' }, { delete: 'must-be-ticked' }),
      wrong('another word', { delete: 'да' }, { delete: 'must-be-ticked' }),
      wrong('with a null', { delete: 'yes\u0000' }, { delete: 'must-be-ticked' }),
      wrong('too long', { delete: 'yes'.repeat(20_000) }, { delete: 'must-be-ticked' }),
      { ...wrong('a list', { delete: ['yes'] }, { delete: 'wrong-type' }), isJsonOnly: true },
      { ...wrong('true', { delete: true }, { delete: 'wrong-type' }), isJsonOnly: true },
    ],
  },
};
