import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignIn, SignInFlow } from './contract.ts';
import { createBrowser, startSandbox } from './sandbox/over-http.testing.ts';

/** What a real adapter has to bring: itself, and a person who goes to the provider and comes back. */
type Subject = {
  readonly signIn: SignIn;
  signsIn(address: string, email: string): Promise<URL>;
  cancels(address: string): Promise<URL>;
  stop(): Promise<void>;
};

const subjects: readonly { readonly name: string; readonly start: () => Promise<Subject> }[] = [
  { name: 'OpenID Connect with an ES256 key, against the sandbox provider', start: () => sandboxSubject('ES256') },
  { name: 'OpenID Connect with an Ed25519 key, against the sandbox provider', start: () => sandboxSubject('Ed25519') },
];

describe.each(subjects)('sign-in by $name', ({ start }) => {
  let subject: Subject;
  beforeAll(async () => {
    subject = await start();
  });
  afterAll(() => subject.stop());

  const begin = async (): Promise<{ readonly address: string; readonly flow: SignInFlow }> => {
    const begun = await subject.signIn.begin('ht');
    if (!begun.ok) throw new Error(begun.error.kind);
    return begun.value;
  };

  test('whoever signs in comes back with issuer, subject and e-mail address', async () => {
    const { address, flow } = await begin();
    const callback = await subject.signsIn(address, 'maria@puente.example');
    const found = await subject.signIn.complete(callback, flow);
    expect(found).toMatchObject({ ok: true, value: { email: 'maria@puente.example' } });
    expect(found.ok && found.value.issuer).toMatch(/^https?:\/\//);
    expect(found.ok && found.value.subject).toMatch(/.+/);
  });

  test('whoever wants to be somebody else is asked who she is', async () => {
    const begun = await subject.signIn.begin('ht', 'another-account');
    if (!begun.ok) throw new Error(begun.error.kind);
    const { address, flow } = begun.value;
    expect(new URL(address).searchParams.get('prompt')).toBe('select_account');
    const callback = await subject.signsIn(address, 'ben@puente.example');
    expect(await subject.signIn.complete(callback, flow)).toMatchObject({ value: { email: 'ben@puente.example' } });
    expect(new URL((await begin()).address).searchParams.has('prompt')).toBe(false);
  });

  test('the same person has the same subject each time, another person another', async () => {
    const subjectOf = async (email: string) => {
      const { address, flow } = await begin();
      const found = await subject.signIn.complete(await subject.signsIn(address, email), flow);
      return found.ok ? found.value.subject : found.error.kind;
    };
    const first = await subjectOf('ana@puente.example');
    expect(await subjectOf('ana@puente.example')).toBe(first);
    expect(await subjectOf('ben@puente.example')).not.toBe(first);
  });

  test('the person is sent to the origin that forms may lead to, in her language', async () => {
    const address = new URL((await begin()).address);
    expect(address.origin).toBe(subject.signIn.origin);
    expect(address.searchParams.get('ui_locales')).toBe('ht');
  });

  test('each beginning has a state, a nonce and a verifier of its own', async () => {
    const flows = [(await begin()).flow, (await begin()).flow];
    const values = flows.flatMap((flow) => [flow.state, flow.nonce, flow.codeVerifier]);
    expect(new Set(values).size).toBe(6);
  });

  test('whoever says no at the provider is told that she cancelled', async () => {
    const { address, flow } = await begin();
    const callback = await subject.cancels(address);
    expect(await subject.signIn.complete(callback, flow)).toEqual({ ok: false, error: { kind: 'sign-in-cancelled' } });
  });

  test.each(['state', 'nonce', 'codeVerifier'] as const)('a %s of another flow fails', async (field) => {
    const { address, flow } = await begin();
    const other = (await begin()).flow;
    const callback = await subject.signsIn(address, 'maria@puente.example');
    const mixed = { ...flow, [field]: other[field] };
    expect(await subject.signIn.complete(callback, mixed)).toEqual({ ok: false, error: { kind: 'sign-in-failed' } });
  });

  test('a call-back that was used already fails', async () => {
    const { address, flow } = await begin();
    const callback = await subject.signsIn(address, 'maria@puente.example');
    expect(await subject.signIn.complete(callback, flow)).toMatchObject({ ok: true });
    expect(await subject.signIn.complete(callback, flow)).toEqual({ ok: false, error: { kind: 'sign-in-failed' } });
  });

  test('a call-back without anything in it fails', async () => {
    const { address, flow } = await begin();
    const callback = await subject.signsIn(address, 'maria@puente.example');
    callback.search = '';
    expect(await subject.signIn.complete(callback, flow)).toEqual({ ok: false, error: { kind: 'sign-in-failed' } });
  });
});

async function sandboxSubject(alg: 'ES256' | 'Ed25519'): Promise<Subject> {
  const { provider, signIn, stop } = await startSandbox(alg);
  const visit = async (address: string, close: (uid: string) => ReturnType<typeof provider.finish>): Promise<URL> => {
    const browser = createBrowser();
    const screen = await browser.follow(address);
    const onward = await close(screen.searchParams.get('uid') ?? '');
    if (!onward.ok) throw new Error(onward.error.kind);
    return browser.follow(onward.value);
  };
  return {
    signIn,
    stop,
    signsIn: (address, email) => visit(address, (uid) => provider.finish({ uid, email })),
    cancels: (address) => visit(address, (uid) => provider.cancel({ uid })),
  };
}
