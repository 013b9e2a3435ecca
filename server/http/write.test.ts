import { describe, expect, test, vi } from 'vitest';
import type { Services } from '../services.ts';
import { makeApiSetting, makeVisitor, outcomeOf, signIn, signingIn } from './api.testing.ts';
import { makeRoom } from './room.ts';

describe('bodies', () => {
  const photo = (bytes: number) => {
    const form = new FormData();
    form.set('page', 'register/photo');
    form.set('photo', new File([new Uint8Array(bytes)], 'p.jpg', { type: 'image/jpeg' }));
    return form;
  };
  const taking: Partial<Services> = {
    ...signingIn,
    saveAnswers: async () => ({ ok: true, value: { next: 'terms' as const, person: null } }),
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

  test('a form that is too large for the language menu is told so on the page that it came from', async () => {
    const setting = makeApiSetting(taking);
    const visitor = makeVisitor(setting);
    await signIn(visitor);
    const answer = await visitor.post('/api/language?to=es', photo(10 * 1024 * 1024 + 1), {
      referer: 'http://localhost:3000/ru/register/photo?change',
    });
    expect(answer.headers.get('location')).toBe('/ru/register/photo?change');
    expect(await outcomeOf(setting, visitor)).toMatchObject({ problem: { kind: 'body-too-large' } });
  });

  test.each([
    ['on its page', '/api/registration/photo'],
    ['that changes the language', '/api/language?to=ru'],
  ])('a stranger’s photo %s is not kept, and she is told to sign in', async (_what, path) => {
    const visitor = makeVisitor(makeApiSetting(taking));
    const answer = await visitor.post(path, photo(300 * 1024), { accept: 'application/json' });
    expect(await answer.json()).toMatchObject({ type: '/problems/not-signed-in' });
  });

  test('a photo from an expired session is told that the session expired', async () => {
    const setting = makeApiSetting(taking);
    const visitor = makeVisitor(setting);
    await signIn(visitor);
    setting.clock.pass(31 * 60_000);
    const answer = await visitor.post('/api/registration/photo', photo(300 * 1024));
    expect(answer.headers.get('location')).toMatch(/\/sign-in$/);
    expect(await outcomeOf(setting, visitor)).toMatchObject({ problem: { kind: 'session-expired' } });
  });

  test('JSON, which holds no photo, gets no memory for one', async () => {
    const visitor = makeVisitor(makeApiSetting(taking));
    await signIn(visitor);
    expect((await visitor.postJson('/api/registration/photo', { sex: 'x'.repeat(70 * 1024) })).status).toBe(413);
  });

  test('more photos at once than there is room for are told to come again, until one is answered', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const saveAnswers: Services['saveAnswers'] = async () => {
      await gate;
      return { ok: true, value: { next: 'terms' as const, person: null } };
    };
    const setting = makeApiSetting({ ...signingIn, saveAnswers }, { room: makeRoom(3 * 1024 * 1024) });
    const [one, other] = [makeVisitor(setting), makeVisitor(setting)];
    await signIn(one);
    await signIn(other, 'boris');
    const send = (visitor: typeof one) =>
      visitor.post('/api/registration/photo', photo(2 * 1024 * 1024), { accept: 'application/json' });
    const both = [send(one), send(other)];
    const first = await Promise.race(both);
    expect(await first.json()).toMatchObject({ type: '/problems/busy', status: 503 });
    open();
    expect((await Promise.all(both)).map((answer) => answer.status).sort()).toEqual([200, 503]);
    expect((await send(other)).status).toBe(200);
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

describe('values of JSON', () => {
  test.each([
    [{ givenNames: ['Ana'], familyNames: { last: 'Paz' } }, ['givenNames', 'familyNames']],
    [{ givenNames: true }, ['givenNames']],
  ])('%j: what is neither text nor a number is of the wrong type', async (fields, wrong) => {
    const visitor = makeVisitor(makeApiSetting(signingIn));
    await signIn(visitor);
    const answer = await visitor.postJson('/api/registration/name', fields);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ fields: wrong.map((field) => ({ field, kind: 'wrong-type' })) });
  });

  test.each([
    [
      { accept: true, signals: { webdriver: true } },
      { accept: 'true', signals: '{"webdriver":true}' },
    ],
    [{ givenNames: 7, familyNames: null }, { givenNames: '7' }],
  ])('%j: a tick, the marks of a phone and numbers become text; null is missing', async (fields, text) => {
    const saveAnswers: Services['saveAnswers'] = vi.fn(async () => ({
      ok: true as const,
      value: { next: 'birth' as const, person: null },
    }));
    const visitor = makeVisitor(makeApiSetting({ ...signingIn, saveAnswers }));
    await signIn(visitor);
    expect((await visitor.postJson('/api/registration/name', fields)).status).toBe(200);
    expect(saveAnswers).toHaveBeenCalledWith(expect.objectContaining({ fields: text }));
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

  test('what waited on a phone is done as nobody but whose it is', async () => {
    const withdraw: Services['withdraw'] = vi.fn(async () => ({ ok: true as const, value: null }));
    const setting = makeApiSetting({ ...signingIn, withdraw }, { phoneTag: () => 'hers' });
    const visitor = makeVisitor(setting);
    await signIn(visitor);
    const send = (whose: string) => visitor.postJson('/api/request/withdraw', {}, { 'puente-whose': whose });
    expect(await (await send('another')).json()).toMatchObject({ type: '/problems/not-signed-in' });
    expect(withdraw).not.toHaveBeenCalled();
    expect((await send('hers')).status).toBe(200);
    expect(withdraw).toHaveBeenCalledOnce();
  });

  test('the key of a fetch is hers in a later session, too', async () => {
    const withdraw: Services['withdraw'] = vi.fn(async () => ({ ok: true as const, value: null }));
    const setting = makeApiSetting({ ...signingIn, withdraw });
    const headers = { 'idempotency-key': 'key-of-the-phone' };
    const answers: unknown[] = [];
    for (const _session of ['one', 'other']) {
      const visitor = makeVisitor(setting);
      await signIn(visitor);
      answers.push(await (await visitor.postJson('/api/request/withdraw', { locale: 'es' }, headers)).json());
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(withdraw).toHaveBeenCalledOnce();
  });
});
