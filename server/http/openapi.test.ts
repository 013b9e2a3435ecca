import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import type { AccountId, OfferId, PersonId, PortCode } from '#core/ids.ts';
import { can } from '#core/staff/permissions.ts';
import type { Instant, LocalDay, LocalMinute, TimeZone } from '#core/time/instant.ts';
import { rows } from '#tests/e2e/bad-input/rows.ts';
import type { Services } from '../services.ts';
import { ana, makeApiSetting, makeVisitor, signIn, signingIn } from './api.testing.ts';
import { descriptionOf } from './described.ts';
import { addressOf, bodyOf, type Described, isPost, readDescription } from './openapi.testing.ts';

const day = '2027-03-11' as LocalDay;
const deadlineAt = 1_800_000_000_000 as Instant;
const done = async () => ({ ok: true, value: null }) as const;

/** Every use case, going well. A new route that calls another one has to name it here. */
const well: Partial<Services> = {
  ...signingIn,
  mode: 'demonstration',
  standing: async () => ({
    step: 'offered',
    registeredAt: deadlineAt,
    offer: {
      id: '5d0c6f34-40ad-4b9b-a3a6-8d0f0d0f7c11' as OfferId,
      port: 'laredo' as PortCode,
      portZone: 'America/Chicago' as TimeZone,
      slot: '2027-03-21T08:00' as LocalMinute,
      startsAt: deadlineAt,
      deadlineAt,
      size: 1,
      whoConfirms: 'head',
      canExtend: true,
      isExtended: false,
      asksAgain: true,
      misses: 0,
    },
  }),
  saveAnswers: async () => ({ ok: true, value: { next: 'birth', person: null } }),
  addPerson: async () => ({ ok: true, value: { person: '5d0c6f34-40ad-4b9b-a3a6-8d0f0d0f7c11' as PersonId } }),
  admitPerson: async () => ({ ok: true, value: { next: 'group' } }),
  removePerson: done,
  splitGroup: async () => ({ ok: true, value: { code: '00000000000000000098' } }),
  makeJoinCode: async () => ({ ok: true, value: { code: '00000000000000000098' } }),
  renewHandOver: async () => ({ ok: true, value: { code: '00000000000000000098' } }),
  enterGroupCode: done,
  leaveGroup: done,
  register: async () => ({ ok: true, value: { registeredAt: deadlineAt } }),
  choosePorts: async () => ({ ok: true, value: { next: 'ask' } }),
  ask: async () => ({ ok: true, value: { day } }),
  withdraw: done,
  extendOffer: async () => ({ ok: true, value: { deadlineAt } }),
  declineOffer: done,
  stillWaiting: done,
  cancelAppointment: done,
  sayMissed: done,
  markMissed: done,
  moveSlot: done,
  confirmOffer: async () => ({ ok: true, value: { next: 'confirmation' } }),
  requestAssistance: async () => ({ ok: true, value: { code: '000005724' } }),
  decideReview: async () => ({ ok: true, value: { decision: 'for', step: 'ask' } }),
  askForNewCode: async () => ({ ok: true, value: { code: '572000004' } }),
  hideCode: async () => undefined,
  setCapacity: done,
  openNextPool: async () => ({ ok: true, value: { day } }),
  closePool: async () => ({ ok: true, value: { day } }),
  proposePolicy: async () => ({ ok: true, value: { name: '2027-06' } }),
  publishPolicy: done,
  releaseDraw: async () => ({ ok: true, value: { released: 1 } }),
  drawPool: async () => ({ ok: true, value: { day, chosen: 3 } }),
  makeCodeAccount: async () => ({ ok: true, value: { accountId: 'nadia' as AccountId, code: '12345678901234567890' } }),
  showCode: async () => undefined,
  signInByCode: async () => ({ ok: true, value: { accountId: ana } }),
  confirmCode: done,
  renewCode: done,
  signOutEverywhere: async () => undefined,
  mayBeginSession: done,
  checkMessage: async () => ({ ok: true, value: { answer: { sentAt: deadlineAt, topic: 'draw' }, sealed: 'sealed' } }),
  reportSeller: done,
  reportText: done,
  switchPushOn: done,
  switchPushOff: done,
  chooseDiscretion: done,
  sendTestMessage: done,
  deleteAccount: done,
  witnessKeys: async () => [],
  revealSecret: done,
};

const lead = async () => ({ ok: true, value: 'http://localhost:3000/sandbox/oidc/auth' }) as const;
const makeSetting = () => makeApiSetting(well, { sandboxProvider: { finish: lead, cancel: lead } });

const { app } = makeSetting();
const { document, missing, paths, operations, expectDescribed } = readDescription(app);

/** Somebody who may do it, as the route itself says. */
async function visitorFor({ path, method }: Described) {
  const visitor = makeVisitor(makeSetting());
  const route = app.routes.find((one) => one.path === path && one.method === method.toUpperCase());
  const who = (route && descriptionOf(route.handler)?.who) ?? 'anybody';
  if (path.endsWith('/callback')) await visitor.post('/api/sign-in', {});
  if (who === 'anybody') return visitor;
  const role =
    who === 'applicant' ? ana : (['operator', 'officer', 'supervisor'] as const).find((one) => can(one, who));
  await signIn(visitor, role ?? 'nobody');
  return visitor;
}

describe('the description of the API', () => {
  test('is of OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  test('leaves out no route', () => {
    expect(missing).toEqual([]);
    expect(operations.length).toBe(app.routes.filter(({ method }) => method !== 'ALL').length);
    expect(operations.length).toBeGreaterThan(30);
  });

  test('has one name and one sentence for each act', () => {
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    for (const { operation } of operations) expect(operation.summary).toMatch(/^[A-Z].{8,140}\.$/);
  });

  test('is what the server gives out', async () => {
    const answer = await makeVisitor(makeSetting()).get('/api/openapi.json');
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(document)));
  });
});

const posts = operations.filter(isPost);

/** They answer a form with the file itself; what programs send is no form. */
const files = ['/api/my-data/export', '/api/speech/piece'];
const leading = posts.filter(({ path }) => !files.includes(path) && !path.startsWith('/api/draws/'));

test.each(leading)('$name takes the same fields as a form, and leads on', async (one) => {
  const answer = await (await visitorFor(one)).post(addressOf(one), bodyOf(one));
  expect([answer.status, answer.headers.has('location')]).toEqual([303, true]);
  await expectDescribed(one, answer);
});

test.each(posts)('$name refuses as described what comes from elsewhere, can’t be read or is too large', async (one) => {
  const visitor = await visitorFor(one);
  const elsewhere = await visitor.postJson(one.path, {}, { origin: 'https://evil.example' });
  const unreadable = await visitor.postJson(one.path, 'no object');
  const large = await visitor.postJson(one.path, { page: 'x'.repeat(100_000) });
  expect([elsewhere.status, unreadable.status, large.status]).toEqual([403, 400, 413]);
  for (const answer of [elsewhere, unreadable, large]) await expectDescribed(one, answer);
});

const closed = posts.filter(({ operation }) => operation.responses['401']);

test.each(closed)('$name refuses as described who isn’t signed in', async (one) => {
  const answer = await makeVisitor(makeSetting()).postJson(one.path, bodyOf(one));
  expect(answer.status).toBe(401);
  await expectDescribed(one, answer);
});

test.each(Object.entries(rows))('%s: whatever bad input meets is described', (path, row) => {
  const responses = Object.values(paths[path]?.['post']?.responses ?? {});
  const titles = responses.flatMap(({ content }) => {
    const title = content?.['application/problem+json']?.schema.properties?.['title'];
    return (title as { readonly enum?: readonly string[] } | undefined)?.enum ?? [];
  });
  const met = [...new Set(row.cases.map(({ kind }) => kind))];
  expect(met.filter((kind) => !titles.includes(kind))).toEqual([]);
});
