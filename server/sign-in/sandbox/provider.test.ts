import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowser, startSandbox } from './over-http.testing.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  sandbox = await startSandbox('ES256');
});
afterAll(() => sandbox.stop());

async function arrive(locale = 'es', browser = createBrowser()) {
  const begun = await sandbox.signIn.begin(locale);
  if (!begun.ok) throw new Error(begun.error.kind);
  const screen = await browser.follow(begun.value.address);
  return { browser, screen, uid: screen.searchParams.get('uid') ?? '', flow: begun.value.flow };
}

describe('the screen', () => {
  test.each(['en', 'es', 'ht', 'ru', 'pt-BR', 'ar-XB'])(
    'of somebody who reads %s is in that language',
    async (locale) => {
      expect((await arrive(locale)).screen.pathname).toBe(`/${locale}/sandbox/sign-in`);
    },
  );

  test('of somebody whose language is unknown is in English', async () => {
    expect((await arrive('xx')).screen.pathname).toBe('/en/sandbox/sign-in');
  });

  test('asks again each time, so that nobody is signed in as the one before on a shared phone', async () => {
    const first = await arrive('es');
    const onward = await sandbox.provider.finish({ uid: first.uid, email: 'ana@puente.example' });
    await first.browser.follow(onward.ok ? onward.value : '');
    const second = await arrive('es', first.browser);
    expect(second.screen.pathname).toBe('/es/sandbox/sign-in');
    const again = await sandbox.provider.finish({ uid: second.uid, email: 'ben@puente.example' });
    const callback = await first.browser.follow(again.ok ? again.value : '');
    const found = await sandbox.signIn.complete(callback, second.flow);
    expect(found.ok && found.value.email).toBe('ben@puente.example');
  });
});

describe('the form', () => {
  test.each([
    { email: '', kind: 'missing' },
    { email: '   ', kind: 'missing' },
    { email: 'maria', kind: 'not-an-email' },
    { email: 'maria@puente', kind: 'not-an-email' },
    { email: 'maria@@puente.example', kind: 'not-an-email' },
    { email: 'maria @puente.example', kind: 'not-an-email' },
    { email: 'maria@puente..example', kind: 'not-an-email' },
    { email: 'ma\u0000ria@puente.example', kind: 'control-characters' },
    { email: `${'m'.repeat(240)}@puente.example`, kind: 'too-long', limit: 254 },
  ])('with "$email" is $kind, and can be sent again', async ({ email, ...problem }) => {
    const { uid } = await arrive();
    expect(await sandbox.provider.finish({ uid, email })).toEqual({
      ok: false,
      error: { kind: 'fields', fields: [{ field: 'email', ...problem }] },
    });
    expect(await sandbox.provider.finish({ uid, email: 'maria@puente.example' })).toMatchObject({ ok: true });
  });

  test.each(['maria@puente.example', ' Maria@Puente.EXAMPLE '])('takes "%s" as the same person', async (email) => {
    const { uid, browser, flow } = await arrive();
    const onward = await sandbox.provider.finish({ uid, email });
    const found = await sandbox.signIn.complete(await browser.follow(onward.ok ? onward.value : ''), flow);
    expect(found.ok && found.value.email).toBe('maria@puente.example');
  });

  test('of a screen that is unknown or used up is stale', async () => {
    const stale = { ok: false, error: { kind: 'form-stale' } };
    const { uid, browser } = await arrive();
    const onward = await sandbox.provider.finish({ uid, email: 'maria@puente.example' });
    await browser.follow(onward.ok ? onward.value : '');
    expect(await sandbox.provider.finish({ uid, email: 'maria@puente.example' })).toEqual(stale);
    expect(await sandbox.provider.finish({ uid: '', email: 'maria@puente.example' })).toEqual(stale);
    expect(await sandbox.provider.cancel({ uid: 'made-up' })).toEqual(stale);
  });
});

test('whoever knows the screen of another browser is not signed in by it', async () => {
  const { uid, flow } = await arrive();
  const onward = await sandbox.provider.finish({ uid, email: 'maria@puente.example' });
  const callback = await createBrowser().follow(onward.ok ? onward.value : '');
  expect(callback.searchParams.get('code')).toBeNull();
  expect(await sandbox.signIn.complete(callback, flow)).toEqual({ ok: false, error: { kind: 'sign-in-failed' } });
});

test('only what is below its path is answered by the provider', async () => {
  const other = await fetch(`${sandbox.publicUrl}/es/sign-in`);
  expect(other.status).toBe(404);
  const own = await fetch(`${sandbox.publicUrl}/sandbox/oidc/.well-known/openid-configuration`);
  expect(await own.json()).toMatchObject({ issuer: `${sandbox.publicUrl}/sandbox/oidc` });
});

test.each(['GET', 'POST'])(
  '%s of an address that the provider has not leads to the page that says so',
  async (method) => {
    const answer = await fetch(`${sandbox.publicUrl}/sandbox/oidc/nowhere`, { method, redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/problems/not-found']);
  },
);
