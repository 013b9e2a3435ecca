import { randomUUID } from 'node:crypto';
import { type APIResponse, expect } from '@playwright/test';
import { personOf } from '../../support/people.ts';
import type { RunningServer } from '../../support/running-server.ts';
import { newEmail, test } from '../../support/shared-server.ts';
import { fileField, photoField, Visitor } from '../../support/visitor.ts';
import { say } from '../../support/words.ts';
import { expectProblem } from './documents.ts';
import { textOf } from './sentences.ts';

async function registered(server: RunningServer, locale: 'ht' | 'ru' | 'es' | 'pt-BR'): Promise<Visitor> {
  const visitor = await Visitor.at(server.address, locale);
  await visitor.register({ ...personOf(locale), email: newEmail() });
  return visitor;
}

/** Status and body; of a problem without the id of its request, which is new each time. */
async function said(answer: APIResponse): Promise<unknown> {
  const { requestId: _, ...document } = (await answer.json()) as Readonly<Record<string, unknown>>;
  return { status: answer.status(), ...document };
}

const stateOf = async (visitor: Visitor) => textOf(await visitor.look('status'));

test('asking twice with one key, one after the other or at once, asks once and gets one answer', async ({ server }) => {
  const visitor = await registered(server, 'ht');
  const key = { 'Idempotency-Key': randomUUID() };
  const asking = await visitor.rightAsking();
  const [one, other] = await Promise.all([1, 2].map(() => visitor.fetch('/api/request', asking, key)));
  const later = await visitor.fetch('/api/request', asking, key);
  if (!one || !other) throw new Error('expected two answers');
  expect(await said(one)).toMatchObject({ status: 200, next: '/ht/status' });
  expect(await said(other)).toEqual(await said(one));
  expect(await said(later)).toEqual(await said(one));
  expect(await stateOf(visitor)).toContain(say('ht', 'standing.waiting.title'));

  await expectProblem(await visitor.fetch('/api/request', { ...asking, signals: '{"x":1}' }, key), 'repeat-differs');
  await expectProblem(await visitor.fetch('/api/request/withdraw', {}, key), 'repeat-differs');
  expect(await stateOf(visitor)).toContain(say('ht', 'standing.waiting.title'));
  await expectProblem(await visitor.fetch('/api/request', await visitor.rightAsking()), 'already-asked');
});

test('a refusal is repeated as well, and another photo under its key is another request', async ({ server }) => {
  const visitor = await Visitor.at(server.address, 'es');
  await visitor.signIn(newEmail());
  const key = { 'Idempotency-Key': randomUUID() };
  const letter = { photo: fileField(Buffer.from('a letter')) };
  const first = await visitor.upload('/api/registration/photo', letter, key);
  await expectProblem(first, 'fields');
  expect(await said(await visitor.upload('/api/registration/photo', letter, key))).toEqual(await said(first));
  const other = { photo: await photoField() };
  await expectProblem(await visitor.upload('/api/registration/photo', other, key), 'repeat-differs');
});

test('the key of one person is nothing to another: she gets no answer but her own', async ({ server }) => {
  const [one, other] = await Promise.all([registered(server, 'ru'), registered(server, 'pt-BR')]);
  const key = { 'Idempotency-Key': randomUUID() };
  expect(await said(await one.fetch('/api/assistance', { step: 'ask' }, key))).toMatchObject({ status: 200 });
  const hers = (await said(await one.fetch('/api/assistance', { step: 'ask' }, key))) as { readonly code: string };
  const others = (await said(await other.fetch('/api/assistance', { step: 'ask' }, key))) as { readonly code: string };
  expect(hers.code).toMatch(/^\d{9}$/);
  expect(others.code).toMatch(/^\d{9}$/);
  expect(others.code).not.toBe(hers.code);
});

test('a plain form pressed twice is done once; asking, taking back and asking again are three acts', async ({
  server,
}) => {
  const visitor = await registered(server, 'pt-BR');
  const asking = await visitor.rightAsking();
  const ask = () => visitor.form('/api/request', 'ask/send', asking);
  for (const answer of await Promise.all([ask(), ask()])) {
    expect([answer.status(), answer.headers()['location']]).toEqual([303, '/pt-BR/status']);
  }
  const withdraw = () => visitor.form('/api/request/withdraw', 'withdraw', {});
  for (const answer of [await withdraw(), await withdraw()]) {
    expect([answer.status(), answer.headers()['location']]).toEqual([303, '/pt-BR/status']);
  }
  expect(await stateOf(visitor)).toContain(say('pt-BR', 'standing.last.withdrawn.title'));
  await visitor.askForAPlace();
  expect(await stateOf(visitor)).toContain(say('pt-BR', 'standing.waiting.title'));
  await withdraw();
  expect(await stateOf(visitor)).toContain(say('pt-BR', 'standing.last.withdrawn.title'));
});
