import { expect, test } from '../support/browser.ts';
import { HttpPerson } from '../support/http-person.ts';
import { Operator } from '../support/operator.ts';
import { personOf as madeUp } from '../support/people.ts';
import { portrait } from '../support/town.ts';

const locale = 'fr';

test(`a closed day is drawn only once two supervisors, each at a desk of her own, have released its counts (${locale})`, async ({
  browser,
  start,
}) => {
  const { address } = await start({ environment: { DRAW_RELEASES: 'policy' } });
  const person = new HttpPerson(address);
  await person.register(madeUp('ru'), await portrait(), 'laredo');
  expect(await person.ask(await person.readyToAsk())).toMatchObject({ status: 200 });

  const desk = async (role: 'operator' | 'supervisor' | 'second-supervisor') =>
    Operator.signedIn(browser, { locale, address, role, isLookedAt: true });
  const operator = await desk('operator');
  await operator.open('staff/draw');
  await operator.press('staff.draw.closeButton');
  await operator.seeHeading('staff.draw.title', 'staff-draw-unreleased');
  const shows = async (who: Operator, key: string) =>
    expect(who.page.getByText(who.say(key), { exact: true })).toBeVisible();
  const drawIsOffered = async (count: 0 | 1) => {
    await operator.open('staff/draw');
    const button = operator.page.getByRole('button', { name: operator.say('staff.draw.drawButton'), exact: true });
    await expect(button).toHaveCount(count);
  };
  await shows(operator, 'release.waits');
  await drawIsOffered(0);
  const byHand = new HttpPerson(address);
  await byHand.signIn('operator@puente.example');
  const draw = () => byHand.post('/api/staff/draw', { page: 'staff/draw' });
  const unreleased = { status: 409, body: { title: 'draw-not-released' } };
  expect(await draw()).toMatchObject(unreleased);

  const first = await desk('supervisor');
  await first.open('staff/draw');
  await first.seeHeading('staff.draw.title', 'staff-draw-to-release');
  await expect(first.page.getByRole('row', { name: /^Laredo/ })).toContainText('1');
  await first.press('release.button');
  await shows(first, 'release.mine');
  await first.seeHeading('staff.draw.title', 'staff-draw-released-by-one');
  await drawIsOffered(0);
  expect(await draw()).toMatchObject(unreleased);

  const second = await desk('second-supervisor');
  await second.open('staff/draw');
  await second.press('release.button');
  await shows(second, 'release.ready');
  await second.seeHeading('staff.draw.title', 'staff-draw-released');

  await drawIsOffered(1);
  await operator.press('staff.draw.drawButton');
  await shows(operator, 'staff.draw.drawn');
});
