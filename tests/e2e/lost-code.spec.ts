import { expect, test } from '../support/browser.ts';
import { Operator } from '../support/operator.ts';
import { detourLocales, personOf as madeUp } from '../support/people.ts';

for (const locale of detourLocales) {
  test(`who lost phone and code gets a new one from two people, and the old one dies (${locale})`, async ({
    browser,
    page,
    server,
    photo,
    personOf,
  }) => {
    const person = personOf(locale);
    const self = madeUp(locale);
    const old = await person.makeCodeAccount();
    await person.answer(self, photo);
    await person.press('register.check.button');
    await person.seeHeading('ask.ports.title', 'ask-ports');
    await page.context().clearCookies();

    await test.step('she reads what to do', async () => {
      await person.open('account/sign-in');
      await person.follow('account.lost.link');
      await person.seeHeading('account.lost.title', 'account-lost');
    });

    const desk = async (role: 'operator' | 'officer') =>
      Operator.signedIn(browser, { locale, address: server.address, role, isLookedAt: true });
    const [first, second] = [await desk('operator'), await desk('officer')];
    await first.open('staff/lost-code');
    await first.seeHeading('staff.lostCode.title', 'staff-lost-code');
    await first.press('staff.lostCode.button');
    await expect(first.problem()).toContainText(first.say('problem.field.missing'));
    await first.seeHeading('staff.lostCode.title', 'staff-lost-code-error');
    await first.write('staff.lostCode.given', self.givenNames);
    await first.write('staff.lostCode.family', self.familyNames);
    const [day, month, year] = self.birth;
    await first.write('register.birth.day', day);
    await first.choose('register.birth.month', month);
    await first.write('register.birth.year', year);
    await first.press('staff.lostCode.button');
    await expect(first.page.getByText(first.say('review.one.own'))).toBeVisible();
    await first.seeHeading('review.one.title', 'staff-review-new-code');
    const code = new URL(first.page.url()).searchParams.get('code') ?? '';

    await second.open(`staff/review?code=${code}`);
    await expect(second.page.getByRole('img', { name: second.say('review.one.photoBefore') })).toBeVisible();
    await second.tick('radio', 'review.decision.met-in-person');
    await second.press('review.one.button');
    await second.seeHeading('staff.newCode.title', 'staff-new-code');
    const fresh = (await second.page.getByText(/^(\d{4}\s){4}\d{4}$/).textContent()) ?? '';
    await second.press('staff.newCode.button');
    await second.seeHeading('review.list.title', 'staff-reviews-empty');
    await second.open('staff/new-code');
    await expect(second.page.getByText(second.say('staff.newCode.none'))).toBeVisible();
    await second.seeHeading('staff.newCode.title', 'staff-new-code-none');

    await person.signInByCode(old, self.birth);
    await expect(person.problem()).toContainText(person.say('problem.account-not-found.title'));
    await expect(person.problem().getByRole('link', { name: person.say('problem.lost') })).toBeVisible();
    await person.signInByCode(fresh, self.birth);
    await page.waitForURL(/\/status$/);
    await person.seeState('standing.registered.title', 'status-registered');
  });
}
