import { expect, test } from 'vitest';
import { ana, makeApiSetting, makeVisitor, signIn, signingIn } from '../api.testing.ts';

test('who leaves quickly is sent elsewhere, nothing of the pages stays in the browser, and she stays signed in', async () => {
  const api = makeApiSetting(signingIn, { exitAddress: 'https://weather.example/' });
  const visitor = makeVisitor(api);
  await signIn(visitor, ana);
  const before = new Map(visitor.jar);
  const answer = await visitor.get('/api/leave');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, 'https://weather.example/']);
  // Neither cookies nor storage: her session, her drafts and her proof are hers when she comes back.
  expect(answer.headers.get('clear-site-data')).toBe('"cache"');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(visitor.jar).toEqual(before);
});
