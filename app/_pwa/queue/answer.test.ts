import { expect, test } from 'vitest';
import { meaningOf } from './answer.ts';

const problem = (kind: string) => ({ type: `/problems/${kind}` });

test.each([
  [200, { next: '/ht/status' }, 'sent'],
  [200, null, 'later'],
  [200, { welcome: 'to our hotel' }, 'later'],
  [401, problem('session-expired'), 'sign-in'],
  [401, problem('not-signed-in'), 'sign-in'],
  [401, null, 'later'],
  [422, problem('fields'), 'refused'],
  [409, problem('registration-complete'), 'refused'],
  [409, problem('changed-since'), 'over'],
  [409, problem('repeat-in-progress'), 'later'],
  [429, problem('too-many-tries'), 'later'],
  [500, problem('unexpected'), 'later'],
  [503, problem('busy'), 'later'],
  [403, null, 'later'],
  [511, 'log in to the network', 'later'],
] as const)('%d %o means %s', (status, document, meaning) => {
  expect(meaningOf({ path: '/api/registration/name', status, document })).toBe(meaning);
});

test.each([
  ['/api/request/withdraw', 'nothing-to-withdraw', 'sent'],
  ['/api/offer/decline', 'offer-lapsed', 'sent'],
  ['/api/appointment/cancel', 'no-appointment', 'sent'],
  ['/api/registration', 'registration-complete', 'sent'],
  ['/api/appointment/cancel', 'appointment-over', 'refused'],
  ['/api/registration', 'registration-incomplete', 'refused'],
  ['/api/registration/name', 'registration-complete', 'refused'],
  ['/api/request/ports', 'nothing-to-withdraw', 'refused'],
] as const)('%s that is answered by %s was %s', (path, kind, meaning) => {
  expect(meaningOf({ path, status: 409, document: problem(kind) })).toBe(meaning);
});
