import { randomUUID } from 'node:crypto';
import type { Visitor } from '../../support/visitor.ts';
import { type BadCase, type Row, type Sent, wrong } from './row.ts';

// Her status doesn't change by somebody who doesn't count yet.
const registered = { stage: 'registered', shows: 'status' } as const;

/** Somebody about whom nothing is known yet, and the page that asks about her. */
function about(page: string, fields: Sent = {}) {
  return async (visitor: Visitor): Promise<Sent> => {
    const answer = await visitor.fetch('/api/registration/people', {});
    const { person } = (await answer.json()) as { readonly person: string };
    return { page: `${page}?person=${person}`, person, ...fields };
  };
}

/** Whose she is makes no difference to who asks: nobody's. */
const nobody = ['', 'one', randomUUID(), randomUUID().toUpperCase(), '\u0000', 'я'.repeat(1000)].map(
  (person): BadCase => ({
    title: `about the person ${JSON.stringify(person).slice(0, 12)}`,
    fields: { page: '', person },
    kind: 'not-found',
    isJsonOnly: true,
  }),
);

/** The people of a group, and what is asked about them alone. */
export const groupRows: Readonly<Record<string, Row>> = {
  '/api/registration/relationship': {
    ...registered,
    page: 'register/relationship',
    right: about('register/relationship', { relationship: 'child' }),
    cases: [
      wrong('missing', { relationship: undefined }, { relationship: 'missing' }),
      wrong('not in the list', { relationship: 'pitit' }, { relationship: 'not-in-list' }),
      wrong('a name that every object has', { relationship: 'constructor' }, { relationship: 'not-in-list' }),
      wrong('with a control character', { relationship: 'child\u0007' }, { relationship: 'not-in-list' }),
      wrong('too long', { relationship: 'child'.repeat(2000) }, { relationship: 'not-in-list' }),
      { ...wrong('a list', { relationship: ['child'] }, { relationship: 'wrong-type' }), isJsonOnly: true },
      ...nobody,
    ],
  },
  '/api/registration/guardian': {
    ...registered,
    page: 'register/guardian',
    right: about('register/guardian', { guardian: '' }),
    cases: [
      wrong('missing', { guardian: undefined }, { guardian: 'missing' }),
      wrong('nobody of the group', { guardian: randomUUID() }, { guardian: 'not-in-list' }),
      wrong('too long', { guardian: 'я'.repeat(1000) }, { guardian: 'not-in-list' }),
      { ...wrong('an object', { guardian: { id: 1 } }, { guardian: 'wrong-type' }), isJsonOnly: true },
      ...nobody,
    ],
  },
  '/api/registration/people': {
    ...registered,
    page: 'register/group',
    right: {},
    cases: [
      {
        title: 'before anything is answered',
        stage: 'newcomer',
        fields: {},
        kind: 'registration-incomplete',
        toldAt: 'status',
      },
    ],
  },
  '/api/registration/people/admit': {
    ...registered,
    page: 'register/person',
    right: about('register/person'),
    cases: [
      { title: 'before all is answered', fields: {}, kind: 'registration-incomplete', toldAt: 'status' },
      ...nobody,
    ],
  },
  '/api/group/split': {
    ...registered,
    page: 'group/split',
    right: {},
    cases: [
      { ...wrong('nobody chosen', {}, { people: 'missing' }), isJsonOnly: true },
      {
        ...wrong('nobody of the group', { [`person-${randomUUID()}`]: 'yes' }, { people: 'missing' }),
        isJsonOnly: true,
      },
      {
        title: 'before all is answered',
        stage: 'newcomer',
        fields: {},
        kind: 'registration-incomplete',
        toldAt: 'status',
      },
    ],
  },
  '/api/group/code': {
    ...registered,
    page: 'register/group',
    right: {},
    cases: [
      {
        title: 'before all is answered',
        stage: 'newcomer',
        fields: {},
        kind: 'registration-incomplete',
        toldAt: 'status',
      },
    ],
  },
  '/api/group/hand-over': {
    ...registered,
    page: 'register/group',
    right: about('register/group'),
    cases: nobody,
  },
  '/api/group/join': {
    ...registered,
    page: 'group/join',
    right: { code: '0000 0000 0000 0000 0098' },
    cases: [
      wrong('missing', { code: ' ' }, { code: 'missing' }),
      wrong('too short', { code: '1234' }, { code: 'not-a-code' }),
      wrong('too long', { code: '1'.repeat(5000) }, { code: 'not-a-code' }),
      wrong('letters', { code: 'двадцать цифр' }, { code: 'not-a-code' }),
      wrong('with a control character', { code: '0000\u00000000000000000098' }, { code: 'not-a-code' }),
      wrong('a slip of the pen', { code: '00000000000000000099' }, { code: 'code-slip' }),
      { ...wrong('a list', { code: ['1'] }, { code: 'wrong-type' }), isJsonOnly: true },
      { title: 'nobody’s', fields: {}, kind: 'group-code-wrong' },
    ],
  },
  '/api/group/leave': {
    ...registered,
    page: 'group/leave',
    right: {},
    cases: [{ title: 'who is in no other’s group', fields: {}, kind: 'not-found' }],
  },
  '/api/registration/people/remove': {
    ...registered,
    page: 'register/person',
    right: about('register/person'),
    cases: nobody,
  },
};
