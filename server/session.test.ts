import { describe, expect, test } from 'vitest';
import type { AccountId } from '#core/ids.ts';
import { makeClock, sessionsInMemory } from './http/session.testing.ts';
import type { Outcome } from './session.ts';

const ana = 'ana' as AccountId;
const boris = 'boris' as AccountId;
const minute = 60_000;

function makeSetting() {
  const { now, pass } = makeClock();
  const { table, sessions } = sessionsInMemory({ now });
  const outcome = (changes: Partial<Outcome> = {}): Outcome => ({
    page: 'register/name',
    problem: { kind: 'fields', fields: [{ field: 'familyNames', kind: 'missing' }] },
    entered: { givenNames: 'Ana' },
    at: now(),
    ...changes,
  });
  const signedIn = async (accountId: AccountId) => {
    const before = await sessions.start('es');
    return sessions.signIn(before.session, { accountId, role: 'applicant', locale: 'es' });
  };
  const live = async (token: string) => {
    const found = await sessions.find(token);
    if (found.kind !== 'live') throw new Error(`expected a live session, found ${found.kind}`);
    return found.session;
  };
  return { sessions, table, outcome, signedIn, live, pass };
}

describe('how long a session lasts', () => {
  test('30 minutes without a sign of her, and it has expired', async () => {
    const { sessions, signedIn, pass } = makeSetting();
    const { token } = await signedIn(ana);
    pass(30 * minute);
    expect((await sessions.find(token)).kind).toBe('live');
    pass(1);
    expect(await sessions.find(token)).toMatchObject({ kind: 'expired', session: { accountId: ana } });
  });

  test('12 hours at most, however busy', async () => {
    const { sessions, signedIn, live, pass } = makeSetting();
    const { token } = await signedIn(ana);
    for (let passed = 0; passed < 12 * 60; passed += 20) {
      pass(20 * minute);
      await sessions.seen(await live(token));
    }
    pass(1);
    expect((await sessions.find(token)).kind).toBe('expired');
  });

  test('nobody who never signed in is told that a session expired', async () => {
    const { sessions, pass } = makeSetting();
    const { token } = await sessions.start('ht');
    pass(31 * minute);
    expect(await sessions.find(token)).toEqual({ kind: 'none' });
  });
});

describe('tokens', () => {
  test('the table holds no token, and each has 32 random bytes', async () => {
    const { sessions, table } = makeSetting();
    const { token } = await sessions.start('en');
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(JSON.stringify([...table.values()])).not.toContain(token);
  });

  test('signing in makes a new token, and the one before opens nothing', async () => {
    const { sessions, live } = makeSetting();
    const before = await sessions.start('en');
    const after = await sessions.signIn(before.session, { accountId: ana, role: 'applicant', locale: 'en' });
    expect(after.token).not.toBe(before.token);
    expect((await sessions.find(before.token)).kind).toBe('expired');
    expect((await live(after.token)).accountId).toBe(ana);
  });
});

describe('outcomes', () => {
  test('reading leaves the outcome there; the next write takes it away', async () => {
    const { sessions, signedIn, live, outcome } = makeSetting();
    const { token, session } = await signedIn(ana);
    await sessions.keepOutcome(session, outcome());
    expect(sessions.outcome(await live(token))).toEqual(outcome());
    expect(sessions.outcome(await live(token))).toEqual(outcome());
    await sessions.dropOutcome(await live(token));
    expect(sessions.outcome(await live(token))).toBeNull();
  });

  test('it is gone after 30 minutes, though the session goes on', async () => {
    const { sessions, signedIn, live, outcome, pass } = makeSetting();
    const { token, session } = await signedIn(ana);
    await sessions.keepOutcome(session, outcome());
    pass(20 * minute);
    await sessions.seen(await live(token));
    pass(10 * minute + 1);
    expect(sessions.outcome(await live(token))).toBeNull();
  });

  test('what was entered is in the table sealed, and nowhere as it is', async () => {
    const { sessions, table, signedIn, outcome } = makeSetting();
    const { session } = await signedIn(ana);
    await sessions.keepOutcome(session, outcome());
    const [row] = [...table.values()];
    expect(Buffer.from(row?.outcomeSealed ?? []).toString()).toMatch(`sessions/${session.tokenHash}/outcome_sealed|`);
    expect(JSON.stringify({ ...row, outcomeSealed: null })).not.toContain('Ana');
  });
});

describe('after a session has expired', () => {
  const expired = { problem: { kind: 'session-expired' } } as const;

  async function expire() {
    const setting = makeSetting();
    const { token, session } = await setting.signedIn(ana);
    setting.pass(40 * minute);
    await setting.sessions.keepAfterExpiry(session, setting.outcome(expired));
    return { ...setting, token };
  }

  test('what was entered is given back to the account that entered it', async () => {
    const { sessions, live, outcome, token } = await expire();
    const again = await sessions.signIn(await live(token), { accountId: ana, role: 'applicant', locale: 'es' });
    expect(again.wayBack).toBe('register/name');
    expect(sessions.outcome(await live(again.token))).toEqual(outcome({ problem: null }));
  });

  test('another account gets neither the values nor the way back', async () => {
    const { sessions, live, token } = await expire();
    const other = await sessions.signIn(await live(token), { accountId: boris, role: 'applicant', locale: 'es' });
    expect(other.wayBack).toBeNull();
    expect(sessions.outcome(await live(other.token))).toBeNull();
  });

  test('before she signs in, the sign-in page says why, and shows nothing of what was entered', async () => {
    const { sessions, live, outcome, token } = await expire();
    expect(await live(token)).toMatchObject({ accountId: null, role: 'anonymous' });
    expect(sessions.outcome(await live(token))).toEqual(outcome({ ...expired, page: 'sign-in', entered: {} }));
  });

  test('after 30 minutes nothing waits any more', async () => {
    const { sessions, token, pass } = await expire();
    pass(30 * minute + 1);
    expect(await sessions.find(token)).toMatchObject({ kind: 'expired', session: { formerAccountId: ana } });
  });

  test('a mistyped address or another language at the sign-in loses nothing of what waits behind', async () => {
    const { sessions, live, outcome, token } = await expire();
    const mistyped = outcome({ page: 'sandbox/sign-in', problem: { kind: 'fields' }, entered: { email: 'ana' } });
    await sessions.keepOutcome(await live(token), mistyped);
    expect(sessions.outcome(await live(token))).toEqual(mistyped);
    await sessions.keepOutcome(await live(token), { ...mistyped, entered: { email: 'ana@' } });
    await sessions.dropOutcome(await live(token));
    expect(sessions.outcome(await live(token))?.problem).toEqual(expired.problem);
    const again = await sessions.signIn(await live(token), { accountId: ana, role: 'applicant', locale: 'es' });
    expect(again.outcome?.entered).toEqual({ givenNames: 'Ana' });
  });
});

test('what somebody typed before she signed in is not shown to who signs in next on a shared phone', async () => {
  const { sessions, live, outcome } = makeSetting();
  const before = await sessions.start('es');
  await sessions.keepOutcome(before.session, outcome({ problem: null }));
  const held = await live(before.token);
  const after = await sessions.signIn(held, { accountId: boris, role: 'applicant', locale: 'es' });
  expect(sessions.outcome(await live(after.token))).toBeNull();
});

test('a sign-in flow can be taken once', async () => {
  const { sessions, live } = makeSetting();
  const { token, session } = await sessions.start('en');
  const flow = { state: 's', nonce: 'n', codeVerifier: 'v' };
  await sessions.keepFlow(session, flow);
  expect(await sessions.takeFlow(await live(token))).toEqual(flow);
  expect(await sessions.takeFlow(await live(token))).toBeNull();
});
