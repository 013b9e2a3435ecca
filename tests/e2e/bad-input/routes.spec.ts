import { type APIResponse, expect } from '@playwright/test';
import type { FieldProblem } from '#core/problem/kinds.ts';
import { makeApiSetting } from '#server/http/api.testing.ts';
import { furtherAnswers } from '../../support/questions.ts';
import type { RunningServer } from '../../support/running-server.ts';
import { test } from '../../support/shared-server.ts';
import type { FormFields, Visitor } from '../../support/visitor.ts';
import { say } from '../../support/words.ts';
import { expectProblem } from './documents.ts';
import { unasked } from './question-rows.ts';
import { type BadCase, isFile, present, type Row, type Sent, sentBy } from './row.ts';
import { rows } from './rows.ts';
import { expectTold } from './sentences.ts';
import { pairAt, stored } from './stages.ts';

/** What programs send has its own: server/http/api/draws.test.ts. */
const programs = '/api/draws/';

test('every route that takes a POST of a form has a row', () => {
  const never = () => Promise.reject(new Error('nothing is sent here'));
  const { app } = makeApiSetting({}, { sandboxProvider: { finish: never, cancel: never } });
  const posts = app.routes.filter(({ method, path }) => method === 'POST' && !path.startsWith(programs));
  const routes = posts.map(({ path }) => path);
  expect(Object.keys(rows).toSorted()).toEqual(routes.toSorted());
});

for (const [route, row] of Object.entries(rows)) {
  if (row.cases.length === 0) continue;
  const title = `${route}: each thing wrong is told by its kind and in her words, and nothing is stored`;
  const tryAll = async (server: RunningServer) => {
    for (const one of row.cases) await test.step(one.title, () => goThrough(server, { route, row, one }));
  };
  if (row.asksEverything) test(title, ({ askingEverything }) => tryAll(askingEverything));
  else test(title, ({ server }) => tryAll(server));
}

for (const step of unasked) {
  test(`/api/registration/${step}: what the policy does not ask is told so, and not stored`, async ({ server }) => {
    const route = `/api/registration/${step}`;
    const row: Row = { stage: 'answered', page: `register/${step}`, shows: 'register/check', right: {}, cases: [] };
    const fields = furtherAnswers()[step];
    const one: BadCase = { title: 'a right answer', fields, kind: 'not-asked', toldAt: 'status' };
    await goThrough(server, { route, row, one });
    const { witness } = await pairAt(server, 'answered');
    expect(await witness.look(`register/${step}`)).toContain(say(witness.locale, 'problem.not-found.title'));
  });
}

type Tried = { readonly route: string; readonly row: Row; readonly one: BadCase };

async function goThrough(server: RunningServer, { route, row, one }: Tried): Promise<void> {
  const { locale, sender, witness } = await pairAt(server, one.stage ?? row.stage);
  const before = stored(await witness.look(row.shows));
  // Made anew each time: some of it is good for one use.
  const fields = async () => ({ ...(await sentBy(row.right, sender)), ...(await sentBy(one.fields, sender)) });

  const document = await expectProblem(await asFetch(sender, route, await fields()), one.kind);
  const found = (document['fields'] ?? []) as readonly FieldProblem[];
  expect(Object.fromEntries(found.map(({ field, kind }) => [field, kind]))).toEqual(one.problems ?? {});

  if (!one.isJsonOnly) {
    const answer = await sender.form(route, row.page, present(await fields()) as FormFields);
    expect(answer.status()).toBe(303);
    const told = new URL(answer.headers()['location'] ?? '', server.address);
    expect(told.pathname).toBe(`/${locale}/${one.toldAt ?? row.page}`);
    const html = await sender.look((told.pathname + told.search).slice(`/${locale}/`.length));
    expectTold(html, { locale, kind: one.kind, fields: found });
  }
  expect(stored(await witness.look(row.shows)), 'what is stored').toBe(before);
  expect(before).not.toBe('');
}

function asFetch(sender: Visitor, route: string, fields: Sent): Promise<APIResponse> {
  const whole = { ...present(fields), locale: sender.locale };
  if (!Object.values(fields).some(isFile)) return sender.fetch(route, whole);
  return sender.upload(route, whole);
}
