import { describe, expect, test, vi } from 'vitest';
import type { Services } from '../services.ts';
import { ana, boris, makeApiSetting, makeVisitor, outcomeOf, signIn, signingIn } from './api.testing.ts';
import { waitingCookie } from './cookies.ts';
import type { ApiParts } from './parts.ts';

const name = { page: 'register/name', locale: 'es', givenNames: 'Ana', familyNames: '' };

describe('a plain form', () => {
  test('that is right is sent on to the next step', async () => {
    const saveAnswers: Services['saveAnswers'] = vi.fn(async () => ({
      ok: true as const,
      value: { next: 'birth' as const, person: null },
    }));
    const visitor = makeVisitor(makeApiSetting({ ...signingIn, saveAnswers }));
    await signIn(visitor);
    const answer = await visitor.post('/api/registration/name', name);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/es/register/birth');
    expect(saveAnswers).toHaveBeenCalledWith({
      applicant: { accountId: ana, deviceId: expect.stringMatching(/^[\w-]{22}$/) as string, locale: 'es' },
      person: null,
      step: 'name',
      fields: { givenNames: 'Ana', familyNames: '' },
      photo: undefined,
    });
  });

  const missing = { kind: 'fields', fields: [{ field: 'familyNames', kind: 'missing' }] } as const;
  const refusing: Partial<Services> = { ...signingIn, saveAnswers: async () => ({ ok: false, error: missing }) };

  test('that is wrong goes back to its page, where problem and what was entered wait', async () => {
    const setting = makeApiSetting(refusing);
    const visitor = makeVisitor(setting);
    await signIn(visitor);
    const answer = await visitor.post('/api/registration/name', name);
    expect(answer.headers.get('location')).toBe('/es/register/name');
    expect(visitor.jar.get(waitingCookie)).toBe('register/name');
    expect(await outcomeOf(setting, visitor)).toMatchObject({
      page: 'register/name',
      problem: missing,
      entered: { givenNames: 'Ana' },
    });
  });

  test('takes away what waited when it is right the next time', async () => {
    const results = [
      { ok: false, error: missing },
      { ok: true, value: { next: 'birth' as const, person: null } },
    ] as const;
    let turn = 0;
    const setting = makeApiSetting({ ...signingIn, saveAnswers: async () => results[turn++] ?? results[1] });
    const visitor = makeVisitor(setting);
    await signIn(visitor);
    await visitor.post('/api/registration/name', name);
    await visitor.post('/api/registration/name', { ...name, familyNames: 'Paz' });
    expect(visitor.jar.has(waitingCookie)).toBe(false);
    expect(await outcomeOf(setting, visitor)).toBeNull();
  });

  test.each(['//evil.example', 'https://evil.example', '/register/name', 'register/name?x=//', 'nowhere', ''])(
    'is never led to %s',
    async (page) => {
      const visitor = makeVisitor(makeApiSetting(refusing));
      await signIn(visitor);
      const answer = await visitor.post('/api/registration/name', { ...name, page });
      expect(answer.headers.get('location')).toMatch(page === '' ? /^\/es$/ : /^\/es\/register\/name/);
      expect(answer.headers.get('location')).not.toMatch(/evil|\/\//);
    },
  );

  test('in a language that nobody offers is answered in the one of its page', async () => {
    const visitor = makeVisitor(makeApiSetting(refusing));
    await signIn(visitor);
    const headers = { referer: 'http://localhost:3000/ru/register/name' };
    const answer = await visitor.post('/api/registration/name', { ...name, locale: '../x' }, headers);
    expect(answer.headers.get('location')).toBe('/ru/register/name');
  });
});

describe('a plain form of a page that her state has closed meanwhile', () => {
  test.each([
    ['offer', 'offer-lapsed', '/es/status'],
    ['offer', 'offer-already-extended', '/es/offer'],
    ['offer/confirm', 'offer-lapsed', '/es/offer/confirm'],
  ] as const)('%s, %s: is told at %s', async (page, kind, told) => {
    const extendOffer: Services['extendOffer'] = async () => ({ ok: false, error: { kind } });
    const setting = makeApiSetting({ ...signingIn, extendOffer });
    const visitor = makeVisitor(setting);
    await signIn(visitor);
    const offerId = '00000000-0000-4000-8000-000000000007';
    const answer = await visitor.post('/api/offer/extend', { page, locale: 'es', offerId });
    expect(answer.headers.get('location')).toBe(told);
    expect(await outcomeOf(setting, visitor)).toMatchObject({ page: told.slice(4), problem: { kind } });
  });
});

describe('a fetch', () => {
  test('gets JSON', async () => {
    const saveAnswers: Services['saveAnswers'] = async () => ({
      ok: true,
      value: { next: 'birth' as const, person: null },
    });
    const visitor = makeVisitor(makeApiSetting({ ...signingIn, saveAnswers }));
    await signIn(visitor);
    const answer = await visitor.postJson('/api/registration/name', name);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ next: '/es/register/birth', step: 'birth' });
  });

  test('gets an RFC 9457 document without a sentence and without what was entered', async () => {
    const problem = { kind: 'fields', fields: [{ field: 'familyNames', kind: 'too-long', limit: 80 }] } as const;
    const visitor = makeVisitor(
      makeApiSetting({ ...signingIn, saveAnswers: async () => ({ ok: false, error: problem }) }),
    );
    await signIn(visitor);
    const answer = await visitor.postJson('/api/registration/name', name, { 'puente-request-id': 'k7m2-x94c' });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toEqual({
      type: '/problems/fields',
      title: 'fields',
      status: 422,
      fields: problem.fields,
      requestId: 'k7m2-x94c',
    });
  });
});

describe('what is told on a page of its own', () => {
  const waits: Services['mayBeginSession'] = async () => ({
    ok: false,
    error: { kind: 'too-many-tries', numbers: { minutes: 2 } },
  });

  test('leads back to the page that she came from, and to no other site', async () => {
    const visitor = makeVisitor(makeApiSetting({ mayBeginSession: waits }));
    const from = (referer: string) => visitor.post('/api/message-check', { code: '1' }, { referer });
    const answer = await from('http://localhost:3000/es/is-it-from-us?code=1');
    expect([answer.status, await answer.text()]).toEqual([429, 'too-many-tries es is-it-from-us']);
    expect(await (await from('http://localhost:3000/es/no/such/page')).text()).toBe('too-many-tries es');
    expect(await (await from('https://evil.example//evil.example/es')).text()).toBe('too-many-tries en');
  });
});

describe('who may write', () => {
  test('nobody from another site', async () => {
    const visitor = makeVisitor(makeApiSetting(signingIn));
    await signIn(visitor);
    const strange = await visitor.post('/api/registration/name', name, { origin: 'https://evil.example' });
    expect(strange.status).toBe(403);
    expect(await strange.text()).toBe('foreign-origin es');
    const sandboxed = await visitor.postJson('/api/registration/name', name, { origin: 'null' });
    expect(await sandboxed.json()).toMatchObject({ type: '/problems/foreign-origin', status: 403 });
    const fetched = await visitor.post('/api/registration/name', name, { 'sec-fetch-site': 'cross-site' });
    expect(fetched.status).toBe(403);
  });

  test('not somebody who has not signed in: she is sent there, and nothing that she typed is kept', async () => {
    const setting = makeApiSetting(signingIn);
    const visitor = makeVisitor(setting);
    const answer = await visitor.post('/api/registration/name', name);
    expect(answer.headers.get('location')).toBe('/es/sign-in');
    expect(await outcomeOf(setting, visitor)).toMatchObject({ page: 'sign-in', entered: {} });
    const [row] = [...setting.table.values()];
    const kept =
      Buffer.from(row?.outcomeSealed ?? [])
        .toString()
        .split('|')[1] ?? '';
    expect(JSON.parse(Buffer.from(kept, 'base64').toString())).toMatchObject({ page: 'register/name', entered: {} });
    const arrived = await signIn(visitor);
    expect(arrived.headers.get('location')).toBe('/es/register/name');
    expect(await outcomeOf(setting, visitor)).toBeNull();
  });

  test('not an applicant what is staff business, and the other way round', async () => {
    const visitor = makeVisitor(makeApiSetting(signingIn));
    await signIn(visitor);
    expect((await visitor.postJson('/api/staff/draw', {})).status).toBe(403);
    await signIn(visitor, 'operator');
    expect((await visitor.postJson('/api/registration/name', name)).status).toBe(403);
  });

  test.each([
    { who: 'boris', path: '/api/staff/draw', page: 'staff/draw', home: '/es/status' },
    { who: 'operator', path: '/api/registration/name', page: 'register/name', home: '/es/staff' },
  ])('$who is told so on $home: $page leads away by itself', async ({ who, path, page, home }) => {
    const setting = makeApiSetting(signingIn);
    const visitor = makeVisitor(setting);
    await signIn(visitor, who);
    const answer = await visitor.post(path, { page, locale: 'es' });
    expect(answer.headers.get('location')).toBe(home);
    expect(await outcomeOf(setting, visitor)).toMatchObject({ page: home.slice(4), problem: { kind: 'not-allowed' } });
  });

  test('after her session has expired, what she entered is given back to her alone', async () => {
    for (const [who, entered] of [
      [ana, { givenNames: 'Ana' }],
      [boris, undefined],
    ] as const) {
      const setting = makeApiSetting(signingIn);
      const visitor = makeVisitor(setting);
      await signIn(visitor);
      setting.clock.pass(31 * 60_000);
      const answer = await visitor.post('/api/registration/name', name);
      expect(answer.headers.get('location')).toBe('/es/sign-in');
      expect((await outcomeOf(setting, visitor))?.problem).toEqual({ kind: 'session-expired' });
      const arrived = await signIn(visitor, who);
      expect(arrived.headers.get('location')).toBe('/es/register/name');
      expect((await outcomeOf(setting, visitor))?.entered).toEqual(entered);
    }
  });
});

describe('another language', () => {
  test('shows the same page with what was typed, and is remembered', async () => {
    const speak = vi.fn(async () => undefined);
    const setting = makeApiSetting({ ...signingIn, speak });
    const visitor = makeVisitor(setting);
    await signIn(visitor);
    const answer = await visitor.post('/api/language?to=ru', { ...name, altcha: 'secret', latitude: '19.4' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/ru/register/name');
    expect(await outcomeOf(setting, visitor)).toMatchObject({ problem: null, entered: { givenNames: 'Ana' } });
    expect((await outcomeOf(setting, visitor))?.entered).not.toHaveProperty('latitude');
    expect(visitor.jar.get('puente_language')).toBe('ru');
    // Messages come in the language that she reads here.
    expect(speak).toHaveBeenCalledWith({ accountId: ana, locale: 'ru' });
  });

  test('keeps what is wrong on the page', async () => {
    const problem = { kind: 'fields', fields: [{ field: 'familyNames', kind: 'missing' }] } as const;
    const setting = makeApiSetting({
      ...signingIn,
      saveAnswers: async () => ({ ok: false, error: problem }),
      speak: async () => undefined,
    });
    const visitor = makeVisitor(setting);
    await signIn(visitor);
    await visitor.post('/api/registration/name', name);
    await visitor.post('/api/language?to=ru', { ...name, givenNames: 'Anna' });
    expect(await outcomeOf(setting, visitor)).toMatchObject({ problem, entered: { givenNames: 'Anna' } });
  });
});

describe('signing in and out', () => {
  test('goes to the next step of the registration, with a new session', async () => {
    const visitor = makeVisitor(makeApiSetting(signingIn));
    await visitor.post('/api/sign-in', { locale: 'es' });
    const before = visitor.jar.get('puente_session');
    const answer = await visitor.get('/api/sign-in/callback?code=ana&state=s');
    expect(answer.headers.get('location')).toBe('/es/register/name');
    expect(visitor.jar.get('puente_session')).not.toBe(before);
  });

  test('the call-back twice, or without a beginning, fails on the sign-in page', async () => {
    const setting = makeApiSetting(signingIn);
    const visitor = makeVisitor(setting);
    const answer = await visitor.get('/api/sign-in/callback?code=ana&state=s');
    expect(answer.headers.get('location')).toBe('/en/sign-in');
    expect((await outcomeOf(setting, visitor))?.problem).toEqual({ kind: 'sign-in-failed' });
    await signIn(visitor);
    const again = await visitor.get('/api/sign-in/callback?code=boris&state=s');
    expect(again.headers.get('location')).toBe('/es/sign-in');
  });

  test('signing out ends the session for good', async () => {
    const setting = makeApiSetting(signingIn);
    const visitor = makeVisitor(setting);
    await signIn(visitor);
    const token = visitor.jar.get('puente_session');
    const answer = await visitor.post('/api/sign-out', { locale: 'es' });
    expect(answer.headers.get('location')).toBe('/es/signed-out');
    expect(visitor.jar.has('puente_session')).toBe(false);
    expect(await setting.sessions.find(token)).toMatchObject({ kind: 'expired', session: null });
  });
});

describe('what goes wrong on our side', () => {
  test('a bug in a use case is told on the page with the request id, and what was entered is kept', async () => {
    const setting = makeApiSetting({ ...signingIn, saveAnswers: () => Promise.reject(new Error('boom')) });
    const visitor = makeVisitor(setting);
    await signIn(visitor);
    await visitor.post('/api/registration/name', name, { 'puente-request-id': 'k7m2-x94c' });
    expect(await outcomeOf(setting, visitor)).toMatchObject({
      problem: { kind: 'unexpected' },
      entered: { givenNames: 'Ana' },
      requestId: 'k7m2-x94c',
    });
    expect(setting.lines.join()).toContain('boom');
  });

  test('without a database there is still a page', async () => {
    const { app } = makeApiSetting({}, { sessions: { find: () => Promise.reject(new Error('gone')) } as never });
    const answer = await app.request('/api/registration/name', {
      method: 'POST',
      headers: { cookie: 'puente_session=x' },
    });
    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe('unexpected en');
  });

  test('an unknown path is not found; a form path asked for by GET says what is allowed', async () => {
    const { app } = makeApiSetting();
    expect((await app.request('/api/nowhere')).status).toBe(404);
    const wrong = await app.request('/api/registration/name');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('what anybody may read', () => {
  test('keys, challenge and health', async () => {
    const { app } = makeApiSetting();
    expect(await (await app.request('/.well-known/jwks.json')).json()).toEqual({ keys: [] });
    expect(await (await app.request('/api/captcha')).json()).toEqual({ algorithm: 'none' });
    expect((await app.request('/api/health')).status).toBe(200);
    const ill = makeApiSetting({}, { isHealthy: () => Promise.reject(new Error('gone')) });
    expect((await ill.app.request('/api/health')).status).toBe(503);
  });
});

describe("the sandbox provider's screen", () => {
  const sandboxProvider: ApiParts['sandboxProvider'] = {
    finish: async ({ uid, email }) =>
      email.includes('@')
        ? { ok: true, value: `http://localhost:3000/sandbox/oidc/auth/${uid}` }
        : { ok: false, error: { kind: 'fields', fields: [{ field: 'email', kind: 'not-an-email' }] } },
    cancel: async () => ({ ok: false, error: { kind: 'form-stale' } }),
  };

  test('sends her on, or back to the same screen with what she typed', async () => {
    const setting = makeApiSetting({}, { sandboxProvider });
    const visitor = makeVisitor(setting);
    const wrong = await visitor.post('/api/sandbox/sign-in', { uid: 'u-1', email: 'ana', locale: 'es' });
    expect(wrong.headers.get('location')).toBe('/es/sandbox/sign-in?uid=u-1');
    expect(await outcomeOf(setting, visitor)).toMatchObject({ page: 'sandbox/sign-in', entered: { email: 'ana' } });
    const right = await visitor.post('/api/sandbox/sign-in', { uid: 'u-1', email: 'ana@puente.example', locale: 'es' });
    expect(right.headers.get('location')).toBe('http://localhost:3000/sandbox/oidc/auth/u-1');
    expect(await outcomeOf(setting, visitor)).toBeNull();
  });

  test.each(['\ud800', 'u'.repeat(101), 'u-1\r\nx: y', '../x'])('leads nowhere by the uid %j', async (uid) => {
    const visitor = makeVisitor(makeApiSetting({}, { sandboxProvider }));
    const answer = await visitor.postJson('/api/sandbox/sign-in/cancel', { uid });
    expect(answer.status).toBe(409);
    const form = await visitor.post('/api/sandbox/sign-in/cancel', { uid, locale: 'es' });
    expect(form.headers.get('location')).toBe('/es/sandbox/sign-in?uid=');
  });

  test('is not there with a real provider', async () => {
    expect((await makeVisitor(makeApiSetting()).post('/api/sandbox/sign-in', {})).status).toBe(404);
  });
});
