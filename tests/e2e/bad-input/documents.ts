import { type APIResponse, expect } from '@playwright/test';
import type { ProblemKind } from '#core/problem/kinds.ts';

/** What RFC 9110 says of each kind that bad input can have; written down here, so that a change is noticed. */
const statuses: Partial<Readonly<Record<ProblemKind, number>>> = {
  fields: 422,
  'form-stale': 409,
  'repeat-differs': 422,
  'foreign-origin': 403,
  'body-too-large': 413,
  'unreadable-body': 400,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-asked': 409,
  'not-signed-in': 401,
  'session-expired': 401,
  'not-allowed': 403,
  'account-not-found': 404,
  'person-not-found': 404,
  'too-many-tries': 429,
  'speech-unavailable': 503,
  'registration-incomplete': 409,
  'registration-complete': 409,
  'no-standing-request': 409,
  'no-appointment': 409,
  'already-asked': 409,
  'group-full': 409,
  'group-frozen': 409,
  'group-booked': 409,
  'guardian-needed': 409,
  'not-a-newborn': 409,
  'group-code-wrong': 404,
  'group-needs-adult': 409,
  'guardian-apart': 409,
  'in-a-group': 409,
  'assistance-done': 409,
  'offer-already-extended': 409,
  'nothing-to-withdraw': 409,
  'changed-since': 409,
  'no-offer': 409,
  'outside-geofence': 403,
  'captcha-missing': 403,
  'location-missing': 422,
  'location-too-vague': 422,
  'pool-not-closed': 409,
  'pool-already-open': 409,
};

/** An RFC 9457 document of that kind, with kinds and numbers and not a sentence in it. Gives the document. */
export async function expectProblem(
  answer: APIResponse,
  kind: ProblemKind,
): Promise<Readonly<Record<string, unknown>>> {
  const text = await answer.text();
  expect({ status: answer.status(), text }).toMatchObject({ status: statuses[kind] });
  expect(answer.headers()['content-type']).toBe('application/problem+json');
  expect(answer.headers()['cache-control']).toBe('no-store');
  const document = JSON.parse(text) as Readonly<Record<string, unknown>>;
  expect(document).toMatchObject({ type: `/problems/${kind}`, title: kind, status: statuses[kind] });
  expect(document['requestId']).toMatch(/^[\w-]{9}$/);
  // Sentences have blanks in them; kinds, paths, names of fields and ids have none.
  expect(text).not.toMatch(/\s/);
  return document;
}
