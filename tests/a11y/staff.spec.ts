import { expect, test } from '../support/browser.ts';
import { comeRegistered } from '../support/come-registered.ts';
import { everyLanguage, manyScreens, oneOrAll } from '../support/every-language.ts';
import { Operator } from '../support/operator.ts';
import { personOf as madeUp } from '../support/people.ts';
import { Visitor } from '../support/visitor.ts';
import { looking } from './looks-at.ts';

// Many screens in seven languages.
test.describe.configure({ timeout: manyScreens });

test(
  'the screens of staff, empty and filled, in every language',
  looking('staff'),
  async ({ browser, page, server, personOf }) => {
    const person = personOf('en', { isLookedAt: false });
    const operator = await Operator.signedIn(browser, { locale: 'en', address: server.address });
    const desk = operator.page;
    const see = everyLanguage(desk, server.address);

    await see({ path: 'staff', screen: 'staff', heading: 'staff.home.title' });
    await see({ path: 'staff/draw', screen: 'staff-draw-open', shows: 'staff.draw.open' });
    await see({ path: 'staff/policies', screen: 'staff-policies', shows: 'policy.proposal.none' });
    await test.step('rules that are none, and rules that wait for a colleague', async () => {
      await operator.open('staff/policies');
      const box = desk.locator('textarea[name=policy]');
      const rules = JSON.parse(await box.inputValue()) as object;
      await box.fill('{}');
      await operator.press('policy.proposal.button');
      await expect(operator.problem()).toBeFocused();
      const path = 'staff/policies';
      await see({ path, screen: 'staff-policies-wrong', shows: 'problem.field.policy-wrong', in: oneOrAll });
      await operator.open(path);
      const next = { ...rules, name: '2027-06', from: '2027-06-01T00:00:00Z', offerHours: 20 };
      await desk.locator('textarea[name=policy]').fill(JSON.stringify(next));
      await operator.press('policy.proposal.button');
      await see({ path, screen: 'staff-policies-own', shows: 'policy.proposal.other', in: oneOrAll });
      const supervisor = await Operator.signedIn(browser, {
        locale: 'en',
        address: server.address,
        role: 'supervisor',
      });
      const seeToo = everyLanguage(supervisor.page, server.address, oneOrAll);
      await seeToo({ path: 'staff', screen: 'staff-supervisor', shows: 'release.home' });
      await seeToo({ path, screen: 'staff-policies-proposed', shows: 'policy.proposal.publish' });
      await supervisor.open(path);
      await supervisor.press('policy.proposal.publish');
      await seeToo({ path, screen: 'staff-policies-published', shows: 'policy.proposal.none' });
      await seeToo({ path: 'policies', screen: 'policies-ahead', shows: 'policy.ahead' });
    });
    await see({ path: 'staff/day', screen: 'staff-day', heading: 'staff.day.title' });
    await see({ path: 'staff/day?port=laredo&day=2027-03-21', screen: 'staff-day-empty', shows: 'staff.day.none' });
    await see({ path: 'staff/reviews', screen: 'staff-reviews-empty', heading: 'review.list.title' });
    await see({ path: 'staff/review?code=1', screen: 'staff-review-nobody', shows: 'review.one.nobody' });
    await see({ path: 'staff/capacity?day=2027-03-21', screen: 'staff-capacity', heading: 'staff.capacity.title' });

    await test.step('places that can not be', async () => {
      await operator.open('staff/capacity?day=2027-03-21');
      await desk.locator('input[name=places]').first().fill('many');
      await desk.locator('input[name=places]').first().press('Enter');
      await expect(operator.problem()).toBeFocused();
      await see({
        path: 'staff/capacity?day=2027-03-21',
        screen: 'staff-capacity-error',
        shows: 'problem.fields.title',
      });
    });

    await test.step('a person whose code nobody finds', async () => {
      await see({ path: 'staff/lost-code', screen: 'staff-lost-code', heading: 'staff.lostCode.title' });
      await operator.open('staff/lost-code');
      await operator.press('staff.lostCode.button');
      await expect(operator.problem()).toBeFocused();
      await see({ path: 'staff/lost-code', screen: 'staff-lost-code-error', shows: 'problem.fields.title' });
      await see({ path: 'staff/new-code', screen: 'staff-new-code-none', shows: 'staff.newCode.none' });
    });

    await comeRegistered(person, madeUp('ru'));
    await person.choosePorts('laredo');
    await person.open('assisted');
    await person.press('assisted.ask.button');
    const code = await person.shownCode();
    await see({ path: 'staff', screen: 'staff-waiting', heading: 'staff.home.title' });
    await see({ path: 'staff/reviews', screen: 'staff-reviews', shows: 'review.list.step' });

    await test.step('done by a colleague meanwhile', async () => {
      await operator.open(`staff/review?code=${code.replaceAll(/\s/g, '')}`);
      await operator.tick('radio', 'review.decision.met-in-person');
      const colleague = await Operator.signedIn(browser, { locale: 'en', address: server.address });
      await colleague.decide(code);
      await operator.press('review.one.button');
      await expect(operator.problem()).toBeVisible();
      const path = `staff/review?code=${code.replaceAll(/\s/g, '')}`;
      await see({ path, screen: 'staff-review-done', shows: 'problem.assistance-done.title' });
    });

    await operator.open('staff/draw');
    await operator.press('staff.draw.closeButton');
    await operator.seeHeading('staff.draw.title', 'staff-draw-closed');
    await see({ path: 'staff/draw', screen: 'staff-draw-closed', shows: 'staff.draw.closed' });
    await operator.open('staff/draw');
    await operator.press('staff.draw.drawButton');
    await expect(desk.getByText(operator.say('staff.draw.drawn'), { exact: true })).toBeVisible();
    await see({ path: 'staff/draw', screen: 'staff-draw-drawn', shows: 'staff.draw.hash' });

    await person.open('assisted');
    await person.press('assisted.confirm.button');
    await operator.decide(await person.shownCode());
    await see({
      path: 'staff/day?port=laredo&day=2027-03-21',
      screen: 'staff-day-filled',
      shows: 'staff.day.state.booked',
    });
    await expect(page).toHaveURL(/\/en\/assisted$/);
  },
);

test('what people reported about sellers, for staff', looking('reports'), async ({ page, server, personOf }) => {
  const see = everyLanguage(page, server.address, oneOrAll);
  const operator = personOf('en', { isLookedAt: false });
  await operator.comeIn('operator@puente.example');
  await see({ path: 'staff/reports', screen: 'staff-reports-none', heading: 'staff.reports.title' });
  const visitor = await Visitor.at(server.address, 'ht');
  const altcha = await visitor.solveRobotCheck();
  const report = { act: 'asked-money', where: 'WhatsApp\n+52 656 123 4567', contact: '', altcha };
  expect((await visitor.fetch('/api/seller-report', report)).status()).toBe(200);
  await see({ path: 'staff/reports', screen: 'staff-reports', shows: 'messages.act.asked-money' });
  await visitor.leave();
});
