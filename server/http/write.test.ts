import { describe, expect, test, vi } from 'vitest';
import type { Services } from '../services.ts';
import { makeApiSetting, makeVisitor, outcomeOf, signIn, signingIn } from './api.testing.ts';

describe('bodies', () => {
  const photo = (bytes: number) => {
    const form = new FormData();
    form.set('page', 'register/photo');
    form.set('photo', new File([new Uint8Array(bytes)], 'p.jpg', { type: 'image/jpeg' }));
    return form;
  };
  const taking: Partial<Services> = {
    ...signingIn,
    saveAnswers: async () => ({ ok: true, value: { next: 'terms' } }),
  };

  test.each([
    ['/api/registration/photo', photo(10 * 1024 * 1024), 200],
    ['/api/registration/photo', photo(10 * 1024 * 1024 + 1), 413],
    ['/api/registration/name', photo(70 * 1024), 413],
    ['/api/registration/name', { givenNames: 'a'.repeat(64 * 1024) }, 413],
  ])('%s takes what is within its limit', async (path, body, status) => {
    const visitor = makeVisitor(makeApiSetting(taking));
    await signIn(visitor);
    expect((await visitor.post(path, body, { accept: 'application/json' })).status).toBe(status);
  });

  test('a form that is too large is told so on its own page', async () => {
    const setting = makeApiSetting(taking);
    const visitor = makeVisitor(setting);
    await signIn(visitor);
    const answer = await visitor.post('/api/registration/photo', photo(10 * 1024 * 1024 + 1), {
      referer: 'http://localhost:3000/ru/register/photo',
    });
    expect(answer.headers.get('location')).toBe('/ru/register/photo');
    expect(await outcomeOf(setting, visitor)).toMatchObject({
      page: 'register/photo',
      problem: { kind: 'body-too-large' },
    });
  });

  test.each([
    ['application/json', '[]'],
    ['application/json', '{'],
    ['application/json', 'null'],
    ['text/plain', 'x'],
    ['multipart/form-data; boundary=b', 'x'],
    ['application/x-www-form-urlencoded', new Uint8Array([0xff, 0xfe])],
    ['application/x-www-form-urlencoded', Array.from({ length: 101 }, (_, index) => `f${index}=`).join('&')],
  ])('%s %j is unreadable', async (type, body) => {
    const { app } = makeApiSetting(taking);
    const headers = { 'content-type': type, accept: 'application/json' };
    const answer = await app.request('/api/registration/name', { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
  });
});

describe('repeats', () => {
  test('the same plain form twice at once is done once, and both are sent on', async () => {
    const withdraw: Services['withdraw'] = vi.fn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      return { ok: true as const, value: null };
    });
    const visitor = makeVisitor(makeApiSetting({ ...signingIn, withdraw }));
    await signIn(visitor);
    const answers = await Promise.all(
      [1, 2].map(() => visitor.post('/api/request/withdraw', { page: 'withdraw', locale: 'es' })),
    );
    expect(answers.map((answer) => answer.headers.get('location'))).toEqual(['/es/status', '/es/status']);
    expect(withdraw).toHaveBeenCalledOnce();
  });

  test('the key of a fetch gives the same answer again, and another content is refused', async () => {
    const ask: Services['ask'] = vi.fn(async () => ({ ok: true as const, value: { day: '2027-01-15' as never } }));
    const visitor = makeVisitor(makeApiSetting({ ...signingIn, ask }));
    await signIn(visitor);
    const headers = { 'idempotency-key': 'key-of-the-phone' };
    const first = await visitor.postJson('/api/request', { altcha: 'a', locale: 'es' }, headers);
    const second = await visitor.postJson('/api/request', { altcha: 'a', locale: 'es' }, headers);
    expect(await second.json()).toEqual(await first.json());
    const other = await visitor.postJson('/api/request', { altcha: 'b', locale: 'es' }, headers);
    expect(await other.json()).toMatchObject({ type: '/problems/repeat-differs', status: 422 });
    expect(ask).toHaveBeenCalledOnce();
  });
});
