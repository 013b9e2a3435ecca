import { expect } from '@playwright/test';
import { detourLocales, personOf as madeUp } from '../support/people.ts';
import { Person } from '../support/person.ts';
import { newEmail, test } from '../support/shared-server.ts';
import { Visitor } from '../support/visitor.ts';

for (const locale of detourLocales) {
  test(`a couple parts, each with a registration, and comes together again (${locale})`, async ({
    server,
    browser,
    personOf,
  }) => {
    const [email, partnerEmail] = [newEmail(), newEmail()];
    const self = { ...madeUp(locale), email };
    const quick = await Visitor.at(server.address, locale);
    await quick.register(self);
    const partner = await quick.addMember({ name: 'Alex', relationship: 'partner', birth: ['2', '4', '1988'] });

    const person = personOf(locale);
    await person.signIn(email);
    await person.seeHeading('standing.title', 'status-registered');
    await person.open(`register/person?person=${partner}`);
    await person.seeHeading('group.person.title', 'group-person-adult');
    await person.press('group.admit.button');
    await person.seeHeading('group.title', 'group-registered');
    await person.follow('group.split.title');
    await person.seeHeading('group.split.title', 'group-split');
    await person.press('group.split.button');
    await expect(person.problem()).toBeFocused();
    await expect(person.page.locator('#people-problem')).toHaveText(person.say('problem.field.missing'));
    await person.problem().getByRole('link').click();
    await expect(person.page.getByRole('group', { name: person.say('group.split.label') })).toBeFocused();
    await person.seeHeading('group.split.title', 'group-split-error');
    await person.page.getByRole('checkbox', { name: 'Alex Désir' }).check();
    await person.press('group.split.button');
    await person.seeHeading('group.title', 'group-split-code');
    await codeOn(person);
    // It was not written down, and is shown no more: the next one works, the first no longer.
    await person.press('group.code.button');
    await person.seeHeading('group.title', 'group-gone');
    await person.press('group.gone.button', { name: 'Alex Désir' });
    await person.seeHeading('group.title', 'group-split-new-code');
    const handOver = await codeOn(person);

    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const alex = new Person(await context.newPage(), { locale, address: server.address });
    await alex.signIn(partnerEmail);
    await person.open('group/join');
    await person.seeHeading('group.join.title', 'group-join');
    await person.write('group.join.label', '0000 0000 0000 0000 0098');
    await person.press('group.join.button');
    await expect(person.problem()).toContainText(person.say('problem.group-code-wrong.title'));
    await person.seeHeading('group.join.title', 'group-join-wrong');
    await alex.open('group/join');
    await alex.write('group.join.label', handOver);
    await alex.press('group.join.button');
    await alex.seeState('standing.registering.title', 'status-registering');

    // What a group tells once, told by the one who took it over.
    const finisher = await Visitor.at(server.address, locale);
    await finisher.signIn(partnerEmail);
    await finisher.answer({ ...self, email: partnerEmail, givenNames: 'Alex', familyNames: 'Désir' });
    await finisher.form('/api/registration', 'register/check', {});
    const daughter = await finisher.letIn({
      name: 'Lia',
      relationship: 'child',
      birth: ['1', '6', '2015'],
      guardian: partner,
    });

    await person.open('register/group');
    await person.press('group.code.button');
    await person.seeHeading('group.title', 'group-join-code');
    const join = await codeOn(person);
    await alex.open('group/join');
    await alex.write('group.join.label', join);
    await alex.press('group.join.button');
    await alex.seeState('standing.joined.title', 'status-joined');
    await person.open('register/group');
    await person.seeHeading('group.title', 'group-with-guest');
    await expect(person.page.getByRole('heading', { level: 2, name: 'Alex Désir' })).toBeVisible();

    const onHer = personOf(locale);
    await onHer.page.context().clearCookies();
    await onHer.signIn(partnerEmail);
    await onHer.seeState('standing.joined.title', 'status-joined');
    await putRight(onHer, daughter);
    // Beside herself she came with a child alone, and learns nothing of the other adults.
    await onHer.open(`register/guardian?change&person=${partner}`);
    await expect(onHer.page.getByText(onHer.say('register.guardian.guest'))).toBeVisible();
    await expect(onHer.page.getByRole('link', { name: onHer.say('register.guardian.group') })).toHaveCount(0);
    await onHer.seeHeading('register.guardian.title', 'member-guardian-of-guest');
    await onHer.open('status');
    await onHer.follow('standing.joined.button');
    await onHer.seeHeading('group.leave.title', 'group-leave');
    await onHer.press('group.leave.button');
    await onHer.seeState('standing.registered.title', 'status-left');
  });
}

/** A guest's own people stay hers: she comes from her data, sees what was told before, and comes back to it. */
async function putRight(guest: Person, daughter: string): Promise<void> {
  const { page, locale } = guest;
  const main = page.getByRole('main');
  await guest.open('my-data');
  await guest.seeHeading('myData.title', 'my-data-of-guest');
  await expect(main.locator(`a[href="/${locale}/register/relationship?change&person=${daughter}"]`)).toHaveCount(0);
  await main.locator(`a[href="/${locale}/register/name?change&person=${daughter}"]`).click();
  await guest.seeHeading('group.name.title', 'member-name-of-guest');
  await expect(guest.field('register.name.givenNames')).toHaveValue('Lia');
  await expect(main.getByRole('link', { name: guest.say('common.back') })).toHaveAttribute(
    'href',
    `/${locale}/my-data`,
  );
  await guest.write('register.name.givenNames', 'L1a');
  await guest.press('common.continue');
  await expect(guest.problem()).toBeFocused();
  await expect(guest.field('register.name.givenNames')).toHaveValue('L1a');
  await guest.write('register.name.givenNames', 'Lya');
  await guest.press('common.continue');
  await guest.seeHeading('myData.title', 'my-data-of-guest-changed');
  const what = guest.say('register.check.names');
  for (const [key, name] of [
    ['myData.changed.before', 'Lia Désir'],
    ['myData.changed.after', 'Lya Désir'],
  ] as const) {
    const row = main.getByRole('term').filter({ hasText: guest.say(key, { what }) });
    await expect(row.locator('xpath=following-sibling::dd')).toHaveText(name);
  }
}

/** The twenty digits on the screen. */
async function codeOn(person: Person): Promise<string> {
  const code = person.page.getByRole('main').getByText(/^(?:\d{4}\s?){5}$/);
  return (await code.first().textContent()) ?? '';
}
