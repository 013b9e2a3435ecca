import { describe, expect, test } from 'vitest';
import type { Services } from '../services.ts';
import { makeApiSetting, makeVisitor, signIn, signingIn } from './api.testing.ts';
import { takenCookie, whoseCookie } from './cookies.ts';

const name = { page: 'register/name', locale: 'es', givenNames: 'Ana', familyNames: 'Paz' };
const taking: Partial<Services> = {
  ...signingIn,
  saveAnswers: async () => ({ ok: true, value: { next: 'birth', person: null } }),
  deleteAccount: async () => ({ ok: true, value: null }),
  signOutEverywhere: async () => undefined,
  switchPushOff: async () => ({ ok: true, value: null }),
};

async function ana(services: Partial<Services> = taking) {
  const visitor = makeVisitor(makeApiSetting(services));
  await signIn(visitor);
  return visitor;
}

describe('whose a phone is', () => {
  test('it knows from the sign-in on, by a tag that scripts may read', async () => {
    const visitor = makeVisitor(makeApiSetting(taking));
    const answer = await signIn(visitor);
    expect(visitor.jar.get(whoseCookie)).toBe('tag-of-ana');
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith(whoseCookie));
    expect(cookie).not.toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
  });

  test('it waits for her, unseen, from when it was told that her session is over', async () => {
    const visitor = await ana();
    visitor.jar.delete('puente_session');
    await visitor.post('/api/registration/name', name);
    expect(visitor.jar.has(whoseCookie)).toBe(false);
  });

  test.each([
    ['signs out', '/api/sign-out', {}],
    ['signs out everywhere', '/api/account/sign-out-everywhere', {}],
    ['deletes everything', '/api/my-data/delete', { delete: 'yes' }],
  ])('it removes all of hers once she %s', async (_, route, fields) => {
    const visitor = await ana();
    await visitor.post(route, fields);
    expect(visitor.jar.get(whoseCookie)).toBe('nobody');
  });
});

describe('that a form was taken', () => {
  test('the phone is told, with whom of the group it was about', async () => {
    const visitor = await ana();
    await visitor.post('/api/registration/name', name);
    const person = '0199d0a0-0000-7000-8000-000000000001';
    await visitor.post('/api/registration/name', { ...name, page: `register/name?person=${person}`, person });
    expect(visitor.jar.get(takenCookie)).toBe(`register/name|register/name?person=${person}`);
  });

  test('it is told once a form, and the latest eight', async () => {
    const visitor = await ana();
    const steps = ['name', 'birth', 'sex', 'origin', 'phone', 'language', 'email', 'needs', 'looks'];
    for (const step of [...steps, 'birth'])
      await visitor.post(`/api/registration/${step}`, { page: `register/${step}`, locale: 'es' });
    const told = ['sex', 'origin', 'phone', 'language', 'email', 'needs', 'looks', 'birth'];
    expect(visitor.jar.get(takenCookie)?.split('|')).toEqual(told.map((step) => `register/${step}`));
  });

  test('it is not told where something was wrong, or only the language changed', async () => {
    const wrong = { kind: 'fields', fields: [{ field: 'familyNames', kind: 'missing' }] } as const;
    const visitor = await ana({ ...taking, saveAnswers: async () => ({ ok: false, error: wrong }) });
    await visitor.post('/api/registration/name', name);
    await visitor.post('/api/language?to=ru', name);
    expect(visitor.jar.has(takenCookie)).toBe(false);
  });
});
