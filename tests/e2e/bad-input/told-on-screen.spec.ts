import { expect } from '@playwright/test';
import type { ProblemKind } from '#core/problem/kinds.ts';
import { asksNothing } from '../../support/asks-nothing.ts';
import { look } from '../../support/look.ts';
import { furtherAnswers } from '../../support/questions.ts';
import type { RunningServer } from '../../support/running-server.ts';
import { test } from '../../support/shared-server.ts';
import type { FormFields } from '../../support/visitor.ts';
import { say } from '../../support/words.ts';
import { unasked } from './question-rows.ts';
import { type BadCase, present, type Row, type Stage, sentBy } from './row.ts';
import { rows } from './rows.ts';
import { atBrowser } from './stages.ts';

type Tried = { readonly route: string; readonly row: Row; readonly one: BadCase };

/** What other tests look at in every language. */
const known = ['fields', 'missing', 'not-signed-in', 'captcha-missing', 'no-offer', 'no-appointment'];

const isNews = (() => {
  const seen = new Set<string>(known);
  return ({ one }: Tried) => {
    const kinds = [one.kind, ...Object.values(one.problems ?? {})].filter((kind) => !seen.has(kind));
    for (const kind of kinds) seen.add(kind);
    return kinds.length > 0;
  };
})();

/** What the rows have no case for, since it is asked of many routes at once. */
const [unaskedStep] = unasked;
const besides: readonly Tried[] = [
  {
    route: `/api/registration/${unaskedStep}`,
    row: { stage: 'answered', page: 'status', shows: 'status', right: {}, cases: [] },
    one: { title: 'an answer to what is not asked', fields: furtherAnswers()[unaskedStep], kind: 'not-asked' },
  },
  {
    route: '/api/staff/open',
    row: { stage: 'newcomer', page: 'status', shows: 'status', right: {}, cases: [] },
    one: { title: 'what is for staff', fields: {}, kind: 'not-allowed' },
  },
];

const told = Object.entries(rows)
  .flatMap(([route, row]) => row.cases.map((one): Tried => ({ route, row, one })))
  .concat(besides)
  .filter(({ one }) => !one.isJsonOnly)
  .filter(isNews);

const stages = ['nobody', 'newcomer', 'answered', 'registered', 'operator'] as const;

for (const asksEverything of [false, true]) {
  for (const stage of stages) {
    const here = told.filter(
      ({ row, one }) => (one.stage ?? row.stage) === stage && (row.asksEverything ?? false) === asksEverything,
    );
    if (here.length === 0) continue;
    const title = `${stage}: each kind of problem is looked at once${asksEverything ? ', where everything is asked' : ''}`;
    if (asksEverything) test(title, ({ page, askingEverything }) => lookAtAll(page, askingEverything, { stage, here }));
    else test(title, ({ page, server }) => lookAtAll(page, server, { stage, here }));
  }
}

test('what stands in the way of a group, and of who has asked already, is looked at', async ({ page, server }) => {
  const head = await atBrowser(page.context(), server, 'registered');
  const { locale } = head;
  const tell = async (kind: ProblemKind, [route, from, fields]: readonly [string, string, FormFields]) => {
    const answer = await head.form(route, from, fields);
    await page.goto(new URL(answer.headers()['location'] ?? '', server.address).href);
    await expect(
      page
        .getByRole('main')
        .getByText(say(locale, `problem.${kind}.title`))
        .first(),
    ).toBeVisible();
    await look(page, { locale, screen: `told-${kind}` });
  };
  const child = await head.letIn({
    name: 'Lia',
    relationship: 'child',
    birth: ['1', '6', '2015'],
    guardian: await head.ownId(),
  });
  const young = { birthDay: '1', birthMonth: '6', birthYear: '2014' };
  await tell('group-needs-adult', ['/api/registration/birth', 'register/birth', young]);
  const adult = await head.letIn({ name: 'Alex', relationship: 'partner', birth: ['2', '4', '1988'] });
  await head.form('/api/registration/guardian', `register/guardian?person=${child}`, {
    person: child,
    guardian: adult,
  });
  await tell('guardian-needed', [
    '/api/registration/people/remove',
    `register/person?person=${adult}`,
    { person: adult },
  ]);
  await tell('guardian-apart', ['/api/group/split', 'group/split', { [`person-${adult}`]: 'yes' }]);
  await head.askForAPlace();
  await tell('already-asked', ['/api/request', 'ask/send', { ...(await head.rightAsking()) }]);
  await asksNothing(page, locale);
});

async function lookAtAll(
  page: Parameters<typeof look>[0],
  server: RunningServer,
  { stage, here }: { readonly stage: Stage; readonly here: readonly Tried[] },
): Promise<void> {
  const visitor = await atBrowser(page.context(), server, stage);
  const { locale } = visitor;
  for (const { route, row, one } of here) {
    const fields = present({ ...(await sentBy(row.right, visitor)), ...(await sentBy(one.fields, visitor)) });
    const answer = await visitor.form(route, row.page, fields as FormFields);
    await page.goto(new URL(answer.headers()['location'] ?? '', server.address).href);
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
    const kinds = Object.values(one.problems ?? {});
    await look(page, { locale, screen: `told-${[...new Set(kinds.length > 0 ? kinds : [one.kind])].join('-')}` });
  }
}
