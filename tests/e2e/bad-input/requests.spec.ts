import { expect } from '@playwright/test';
import type { RunningServer } from '../../support/running-server.ts';
import { test } from '../../support/shared-server.ts';
import { say } from '../../support/words.ts';
import { expectProblem } from './documents.ts';
import type { Stage } from './row.ts';
import { rows } from './rows.ts';
import { expectTold, textOf } from './sentences.ts';
import { pairAt, stored } from './stages.ts';

const evil = 'https://evil.example';
const json = { Accept: 'application/json' };
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const formLimit = 64 * 1024;

/** Bodies that are none, with their types. */
const unreadable: readonly (readonly [type: string, body: string | Buffer])[] = [
  ['application/json', '{"givenNames":'],
  ['application/json', '["Ana"]'],
  ['application/json', 'null'],
  ['application/json', Buffer.from([0x7b, 0xff, 0x7d])],
  ['text/plain', 'givenNames=Ana'],
  ['multipart/form-data; boundary=edge', 'no edge at all'],
  ['multipart/form-data', 'givenNames=Ana'],
  ['application/x-www-form-urlencoded', Buffer.from('givenNames=\xff\xfe', 'latin1')],
  ['application/x-www-form-urlencoded', Array.from({ length: 101 }, (_, index) => `f${index}=1`).join('&')],
];

for (const [route, row] of Object.entries(rows)) {
  test(`${route} takes no other site's forms, no other methods, no body that is none or too large`, async ({
    server,
  }) => {
    const { locale, sender, witness } = await pairAt(server, row.stage);
    const before = stored(await witness.look(row.shows));

    for (const headers of [{ Origin: evil }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }]) {
      await expectProblem(await sender.fetch(route, {}, headers), 'foreign-origin');
    }
    const elsewhere = { ...form, Origin: evil, Referer: `${server.address}/${locale}/status` };
    const page = await sender.raw(route, 'givenNames=Ana', { ...elsewhere, Accept: 'text/html' });
    expect(page.status()).toBe(403);
    expect(textOf(await page.text())).toContain(say(locale, 'problem.foreign-origin.what'));

    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await sender.ask(method, route);
      expect([method, answer.status(), answer.headers()['allow']]).toEqual([method, 405, 'POST']);
    }

    const large = 'a'.repeat(row.takesPhoto ? 10 * 1024 * 1024 + formLimit + 1 : formLimit);
    await expectProblem(await sender.raw(route, `text=${large}`, { ...json, ...form }), 'body-too-large');
    for (const [type, body] of unreadable) {
      await expectProblem(await sender.raw(route, body, { ...json, 'Content-Type': type }), 'unreadable-body');
    }
    expect(stored(await witness.look(row.shows)), 'what is stored').toBe(before);
  });

  // The page of somebody who has signed out has nothing to tell; that of an offer is there for who has one, those of
  // parting and of one of the group for who is not alone, and has told everything. The one that is read aloud has no form.
  if (['signed-out', 'help', 'offer', 'group/split', 'register/person'].includes(row.page)) continue;
  const title = `${route}: a form that can't be read is told so on the page that it came from`;
  const tryBoth = async (server: RunningServer) => {
    const { locale, sender } = await pairAt(server, row.stage);
    const right = typeof row.right === 'function' ? await row.right(sender) : row.right;
    // A page about somebody else names her.
    const page = typeof right['page'] === 'string' ? right['page'] : row.page;
    const headers = { ...form, Accept: 'text/html', Referer: `${server.address}/${locale}/${page}` };
    for (const [kind, body] of [
      ['unreadable-body', '%ff'.repeat(3) + Array.from({ length: 101 }, (_, index) => `&f${index}=1`).join('')],
      ['body-too-large', `text=${'a'.repeat(row.takesPhoto ? 10 * 1024 * 1024 + formLimit : formLimit)}`],
    ] as const) {
      const answer = await sender.raw(route, body, headers);
      expect([answer.status(), answer.headers()['location']]).toEqual([303, `/${locale}/${page}`]);
      expectTold(await sender.look(page), { locale, kind });
    }
  };
  if (row.asksEverything) test(title, ({ askingEverything }) => tryBoth(askingEverything));
  else test(title, ({ server }) => tryBoth(server));
}

const applicantRoutes = Object.entries(rows).filter(([, { stage }]) => !['nobody', 'operator'].includes(stage));
const staffRoutes = Object.entries(rows).filter(([, { stage }]) => stage === 'operator');

test('nobody who has not signed in reaches what is for those who have', async ({ server }) => {
  const { locale, sender } = await pairAt(server, 'nobody');
  for (const [route, { page }] of [...applicantRoutes, ...staffRoutes]) {
    const document = await expectProblem(await sender.fetch(route, { locale }), 'not-signed-in');
    expect(document['next'], route).toBe(`/${locale}/sign-in`);
    const answer = await sender.form(route, page, { givenNames: 'Ana' });
    expect([route, answer.status(), answer.headers()['location']]).toEqual([route, 303, `/${locale}/sign-in`]);
  }
  expectTold(await sender.look('sign-in'), { locale, kind: 'not-signed-in' });
});

for (const [who, routes, home] of [
  ['newcomer', staffRoutes, 'status'],
  ['operator', applicantRoutes, 'staff'],
] as const satisfies readonly (readonly [Stage, unknown, string])[]) {
  test(`${who}: what is for other people is refused, and told where she can see it`, async ({ server }) => {
    const { locale, sender } = await pairAt(server, who);
    for (const [route, { page }] of routes) {
      await expectProblem(await sender.fetch(route, {}), 'not-allowed');
      const answer = await sender.form(route, page, {});
      expect([route, answer.status(), answer.headers()['location']]).toEqual([route, 303, `/${locale}/${home}`]);
      expectTold(await sender.look(home), { locale, kind: 'not-allowed' });
    }
  });
}

test('a key for repeats that is none is refused', async ({ server }) => {
  const { sender } = await pairAt(server, 'registered');
  for (const key of ['short', 'with a blank', 'я'.repeat(5), 'k'.repeat(129)]) {
    const headers = { 'Idempotency-Key': Buffer.from(key).toString('latin1') };
    await expectProblem(await sender.fetch('/api/request/withdraw', {}, headers), 'unreadable-body');
  }
});
