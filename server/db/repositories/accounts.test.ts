import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { AccountId } from '#core/ids.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { addTestAccount, later, noon } from '#tests/support/records.ts';
import { addAccount, findAccountBySubject, findStaffRole, setStaffRole, updateEmail } from './accounts.ts';
import { beginRepeat, deleteRepeats, dropRepeat, finishRepeat, type RepeatWish } from './repeats.ts';
import {
  addSession,
  expireSession,
  expireSessions,
  findSession,
  rotateSession,
  setFlow,
  setOutcome,
  takeFlow,
  touchSession,
} from './sessions.ts';

const anonymous = { accountId: null, role: 'anonymous', locale: 'ht', now: noon } as const;
const outcome = { page: 'ask/send', sealed: new Uint8Array([7]), at: noon };
const wish: RepeatWish = { key: 'k', requestHash: 'h', now: noon, abandonedBefore: later(-60) };
const run = { key: 'k', begunAt: noon };
const answer = { status: 303, answerSealed: new Uint8Array([1, 2]) };

eachDatabase((_, open) => {
  test('an account is made once for a subject', async () => {
    const { kysely } = await open();
    const account = () => ({
      id: randomUUID() as AccountId,
      subjectToken: 's',
      emailToken: 'e',
      emailSealed: new Uint8Array([1]),
      locale: 'es',
      now: noon,
    });
    const made = await Promise.all([addAccount(kysely, account()), addAccount(kysely, account())]);
    expect(made.sort()).toEqual([false, true]);
    const found = await findAccountBySubject(kysely, 's');
    if (!found) throw new Error('expected the account');
    await updateEmail(kysely, found.id, { emailToken: 'new', emailSealed: new Uint8Array([2]) });
    expect(await findAccountBySubject(kysely, 's')).toEqual({
      ...found,
      emailToken: 'new',
      emailSealed: new Uint8Array([2]),
    });
  });

  test('a staff member has the role given last', async () => {
    const { kysely } = await open();
    expect(await findStaffRole(kysely, 't')).toBeUndefined();
    await setStaffRole(kysely, { emailToken: 't', role: 'officer', now: noon });
    await setStaffRole(kysely, { emailToken: 't', role: 'operator', now: noon });
    expect(await findStaffRole(kysely, 't')).toBe('operator');
  });

  test('at sign-in the old token ends as the new one begins, and only once', async () => {
    const database = await open();
    const accountId = await addTestAccount(database);
    await addSession(database.kysely, { tokenHash: 'old', ...anonymous });
    const rotate = (tokenHash: string) =>
      database.transaction((trx) => {
        const session = { tokenHash, accountId, role: 'applicant', locale: 'ht', now: later(5) } as const;
        return rotateSession(trx, 'old', { session, outcome });
      });
    expect((await Promise.all([rotate('new'), rotate('newer')])).sort()).toEqual([false, true]);
    expect(await findSession(database.kysely, 'old')).toBeUndefined();
    const both = await Promise.all([findSession(database.kysely, 'new'), findSession(database.kysely, 'newer')]);
    expect(both.filter((one) => one !== undefined)).toMatchObject([
      { accountId, createdAt: later(5), outcomePage: 'ask/send' },
    ]);
  });

  test('a flow is taken once', async () => {
    const { kysely } = await open();
    await addSession(kysely, { tokenHash: 'h', ...anonymous });
    await setFlow(kysely, 'h', new Uint8Array([9]));
    const taken = await Promise.all([takeFlow(kysely, 'h'), takeFlow(kysely, 'h')]);
    expect(taken.filter((one) => one !== undefined)).toEqual([new Uint8Array([9])]);
  });

  test('seeing a session again is a write only after a while', async () => {
    const { kysely } = await open();
    await addSession(kysely, { tokenHash: 'h', ...anonymous });
    await touchSession(kysely, 'h', { now: later(30), unlessSince: later(-30) });
    expect((await findSession(kysely, 'h'))?.seenAt).toBe(noon);
    await touchSession(kysely, 'h', { now: later(61), unlessSince: later(1) });
    expect((await findSession(kysely, 'h'))?.seenAt).toBe(later(61));
  });

  test('an expired session signs out, and keeps what was entered for its former account alone', async () => {
    const database = await open();
    const { kysely } = database;
    const accountId = await addTestAccount(database);
    const signedIn = { accountId, role: 'applicant', locale: 'es' } as const;
    await addSession(kysely, { tokenHash: 'kept', ...signedIn, now: noon });
    await setOutcome(kysely, 'kept', outcome);
    await addSession(kysely, { tokenHash: 'empty', ...signedIn, now: noon });
    await addSession(kysely, { tokenHash: 'busy', ...signedIn, now: later(1000) });
    const sweep = (seconds: number) =>
      database.transaction((trx) =>
        expireSessions(trx, {
          idleBefore: later(seconds),
          begunBefore: later(-9999),
          outcomeBefore: later(seconds - 100),
        }),
      );
    expect(await sweep(50)).toBe(1);
    expect(await findSession(kysely, 'empty')).toBeUndefined();
    expect(await findSession(kysely, 'kept')).toMatchObject({
      role: 'anonymous',
      accountId: null,
      formerAccountId: accountId,
      outcomePage: 'ask/send',
    });
    expect(await sweep(200)).toBe(1);
    expect(await findSession(kysely, 'kept')).toBeUndefined();
    await expireSession(kysely, 'busy');
    expect(await findSession(kysely, 'busy')).toMatchObject({ role: 'anonymous', formerAccountId: accountId });
  });

  test('of the same write twice at once, one is done and the other waits for its answer', async () => {
    const { kysely } = await open();
    const begun = await Promise.all([beginRepeat(kysely, wish), beginRepeat(kysely, wish)]);
    expect(begun.map((one) => one.kind).sort()).toEqual(['first', 'running']);
    await finishRepeat(kysely, run, answer);
    expect(await beginRepeat(kysely, wish)).toEqual({ kind: 'done', ...answer });
  });

  test('a key for another request is refused, one that was dropped or abandoned begins again', async () => {
    const { kysely } = await open();
    await beginRepeat(kysely, wish);
    expect(await beginRepeat(kysely, { ...wish, requestHash: 'other' })).toEqual({ kind: 'differs' });
    await dropRepeat(kysely, run);
    expect(await beginRepeat(kysely, wish)).toEqual({ kind: 'first' });
    expect(await beginRepeat(kysely, { ...wish, now: later(90), abandonedBefore: later(30) })).toEqual({
      kind: 'first',
    });
    await finishRepeat(kysely, { key: 'k', begunAt: later(90) }, answer);
    expect(await beginRepeat(kysely, { ...wish, now: later(999), abandonedBefore: later(900) })).toEqual({
      kind: 'done',
      ...answer,
    });
    expect(await deleteRepeats(kysely, { form: later(9999), fetch: later(0) })).toBe(1);
  });

  test('what a phone sends by a key is kept longer than a form', async () => {
    const { kysely } = await open();
    for (const key of ['form:s', 'fetch:a:k']) await beginRepeat(kysely, { ...wish, key });
    expect(await deleteRepeats(kysely, { form: later(1), fetch: later(0) })).toBe(1);
    expect(await beginRepeat(kysely, { ...wish, key: 'fetch:a:k' })).toEqual({ kind: 'running' });
    expect(await deleteRepeats(kysely, { form: later(1), fetch: later(1) })).toBe(1);
  });

  test('a run that was taken over leaves the key to the one that took it', async () => {
    const { kysely } = await open();
    await beginRepeat(kysely, wish);
    await beginRepeat(kysely, { ...wish, now: later(90), abandonedBefore: later(30) });
    await finishRepeat(kysely, run, answer);
    await dropRepeat(kysely, run);
    expect(await beginRepeat(kysely, { ...wish, now: later(91) })).toEqual({ kind: 'running' });
    await finishRepeat(kysely, { key: 'k', begunAt: later(90) }, answer);
    expect(await beginRepeat(kysely, wish)).toEqual({ kind: 'done', ...answer });
  });

  test("a session's latest form is remembered until another one or ten minutes later", async () => {
    const { kysely } = await open();
    const form = { ...wish, forgottenBefore: later(-600) };
    await beginRepeat(kysely, form);
    expect(await beginRepeat(kysely, { ...form, requestHash: 'other' })).toEqual({ kind: 'running' });
    await finishRepeat(kysely, run, answer);
    expect(await beginRepeat(kysely, form)).toEqual({ kind: 'done', ...answer });
    expect(await beginRepeat(kysely, { ...form, requestHash: 'other' })).toEqual({ kind: 'first' });
    await finishRepeat(kysely, run, answer);
    expect(await beginRepeat(kysely, { ...form, requestHash: 'other', forgottenBefore: later(1) })).toEqual({
      kind: 'first',
    });
  });
});
