import { randomUUID } from 'node:crypto';
import { type APIResponse, expect } from '@playwright/test';
import type { ProblemKind } from '#core/problem/kinds.ts';
import { afternoon, test as alone } from '../../support/browser.ts';
import { freshServerDatabase } from '../../support/e2e-database.ts';
import { personOf } from '../../support/people.ts';
import type { RunningServer } from '../../support/running-server.ts';
import { newEmail, test } from '../../support/shared-server.ts';
import { photoField, Visitor } from '../../support/visitor.ts';
import { say } from '../../support/words.ts';
import { expectProblem } from './documents.ts';
import { expectTold, textOf } from './sentences.ts';
import { stored } from './stages.ts';

const daughter = { name: 'Lia', relationship: 'child', birth: ['1', '6', '2015'] } as const;
const partner = { name: 'Alex', relationship: 'partner', birth: ['2', '4', '1988'] } as const;

async function registered(server: RunningServer): Promise<Visitor> {
  const visitor = await Visitor.at(server.address, 'ht');
  await visitor.register({ ...personOf('ht'), email: newEmail() });
  return visitor;
}

/** The document of a problem without the id of its request: what a stranger could learn from. */
async function learned(answer: APIResponse, kind: ProblemKind): Promise<unknown> {
  const { requestId: _, ...rest } = await expectProblem(answer, kind);
  return rest;
}

async function codeFrom(visitor: Visitor): Promise<string> {
  const answer = await visitor.fetch('/api/group/code', {}, { 'Idempotency-Key': randomUUID() });
  return ((await answer.json()) as { readonly code: string }).code;
}

function enter(visitor: Visitor, code: string): Promise<APIResponse> {
  return visitor.fetch('/api/group/join', { code }, { 'Idempotency-Key': randomUUID() });
}

test('another group’s person is nobody, whatever is tried with her id, and stays as she is', async ({ server }) => {
  const [hers, stranger] = [await registered(server), await registered(server)];
  const child = await hers.addMember({ ...daughter, guardian: await hers.letIn(partner) });
  const before = stored(await hers.look(`register/person?person=${child}`));
  const name = { givenNames: 'Pirate', familyNames: 'Pirate' };
  const tries: readonly (readonly [route: string, page: string, fields: object])[] = [
    ['/api/registration/name', 'register/name', name],
    ['/api/registration/relationship', 'register/relationship', { relationship: 'child' }],
    ['/api/registration/birth', 'register/birth', { birthDay: '1', birthMonth: '1', birthYear: '1990' }],
    ['/api/registration/people/admit', 'register/person', {}],
    ['/api/registration/people/remove', 'register/person', {}],
    ['/api/group/hand-over', 'register/group', {}],
  ];
  for (const [route, page, fields] of tries) {
    const told = [];
    for (const person of [child, randomUUID()]) {
      const named = await stranger.fetch(route, { ...fields, person }, { 'Idempotency-Key': randomUUID() });
      told.push(await learned(named, 'not-found'));
      const inQuery = { ...fields, page: `${page}?person=${person}` };
      told.push(await learned(await stranger.fetch(route, inQuery), 'not-found'));
    }
    for (const one of told) expect(one, route).toEqual(told[0]);
  }
  const photo = await photoField();
  await learned(await stranger.upload('/api/registration/photo', { photo, person: child }), 'not-found');
  const alone = await learned(await stranger.fetch('/api/group/split', { [`person-${child}`]: 'yes' }), 'fields');
  expect(alone).toMatchObject({ fields: [{ field: 'people', kind: 'missing' }] });
  const own = await stranger.addMember(partner);
  const guardian = await stranger.fetch('/api/registration/guardian', { person: own, guardian: child });
  expect(await learned(guardian, 'fields')).toMatchObject({ fields: [{ field: 'guardian', kind: 'not-in-list' }] });

  for (const page of ['register/person', 'register/name']) {
    const html = await stranger.look(`${page}?person=${child}`);
    expect(textOf(html)).toContain(say('ht', 'group.title'));
    expect(textOf(html)).not.toContain('Lia');
  }
  expect((await stranger.ask('GET', `/api/my-data/photo?person=${child}`)).status()).toBe(404);
  // Nor does it open what her head told once to be in the same group.
  expect((await enter(stranger, await codeFrom(hers))).status()).toBe(200);
  for (const [route, page, fields] of tries.slice(0, 3)) {
    const inQuery = { ...fields, page: `${page}?person=${child}` };
    await learned(await stranger.fetch(route, inQuery, { 'Idempotency-Key': randomUUID() }), 'not-found');
  }
  await learned(await stranger.upload('/api/registration/photo', { photo, person: child }), 'not-found');
  expect(textOf(await stranger.look(`register/name?person=${child}`))).not.toContain('Lia');
  expect(stored(await hers.look(`register/person?person=${child}`))).toBe(before);
});

test('a thirteenth person is refused with the figure, and twelve stay', async ({ server }) => {
  const visitor = await registered(server);
  for (let count = 1; count < 12; count += 1) {
    const added = await visitor.fetch('/api/registration/people', {}, { 'Idempotency-Key': randomUUID() });
    const { person } = (await added.json()) as { readonly person: string };
    await visitor.fetch('/api/registration/relationship', { person, relationship: 'child' });
  }
  const before = stored(await visitor.look('register/group'));
  expect(before).toContain(say('ht', 'group.full', { limit: '12' }));
  const told = await visitor.fetch('/api/registration/people', {}, { 'Idempotency-Key': randomUUID() });
  expect(await expectProblem(told, 'group-full')).toMatchObject({ numbers: { limit: 12 } });
  const form = await visitor.form('/api/registration/people', 'register/group', {});
  expect(form.headers()['location']).toBe('/ht/register/group');
  const html = await visitor.look('register/group');
  expectTold(html, { locale: 'ht', kind: 'group-full' });
  expect(stored(html)).toBe(before);
});

test('no child is left alone: not by a birth date, not by splitting, not by taking her guardian out', async ({
  server,
}) => {
  const visitor = await registered(server);
  const child = await visitor.letIn({ ...daughter, guardian: await visitor.ownId() });
  const young = { birthDay: '1', birthMonth: '6', birthYear: '2014' };
  await expectProblem(await visitor.fetch('/api/registration/birth', young), 'group-needs-adult');
  const told = await visitor.form('/api/registration/birth', 'register/birth', young);
  expect(told.headers()['location']).toBe('/ht/register/birth');
  expectTold(await visitor.look('register/birth'), { locale: 'ht', kind: 'group-needs-adult' });
  await expectProblem(await visitor.fetch('/api/group/split', { [`person-${child}`]: 'yes' }), 'group-needs-adult');

  const adult = await visitor.letIn(partner);
  expect((await visitor.fetch('/api/registration/guardian', { person: child, guardian: adult })).status()).toBe(200);
  await expectProblem(await visitor.fetch('/api/registration/people/remove', { person: adult }), 'guardian-needed');
  await expectProblem(await visitor.fetch('/api/group/split', { [`person-${adult}`]: 'yes' }), 'guardian-apart');
  await expectProblem(await visitor.fetch('/api/registration/birth', { ...young, person: adult }), 'guardian-apart');
});

alone(
  'a code of one’s own, a used and an expired one are answered as one that never was',
  async ({ engine, start }) => {
    const databaseUrl = engine === 'PostgreSQL' ? { databaseUrl: await freshServerDatabase() } : {};
    const server = await start({ ...databaseUrl, clock: afternoon });
    const [marie, rose, pol] = [await registered(server), await registered(server), await registered(server)];
    const never = await learned(await enter(pol, '00000000000000000098'), 'group-code-wrong');
    const used = await codeFrom(marie);
    expect(await learned(await enter(marie, used), 'group-code-wrong')).toEqual(never);
    expect((await enter(rose, used)).status()).toBe(200);
    expect(await learned(await enter(pol, used), 'group-code-wrong')).toEqual(never);
    await expectProblem(await enter(rose, await codeFrom(pol)), 'in-a-group');
    const old = await codeFrom(marie);

    await server.kill('SIGTERM');
    const { folder, port } = server;
    await start({ ...databaseUrl, folder, port, clock: '2027-04-10T15:00:00-05:00' });
    const later = await registered(server);
    expect(await learned(await enter(later, old), 'group-code-wrong')).toEqual(never);
    for (let time = 2; time <= 5; time += 1) await expectProblem(await enter(later, used), 'group-code-wrong');
    await expectProblem(await enter(later, used), 'too-many-tries');
  },
);
