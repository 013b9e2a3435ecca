import { expect } from '@playwright/test';
import { detourLocales, personOf as madeUp } from '../support/people.ts';
import type { Person } from '../support/person.ts';
import { newEmail, test } from '../support/shared-server.ts';
import { Visitor } from '../support/visitor.ts';

const partner = { name: 'Alex', relationship: 'partner', birth: ['2', '4', '1988'] } as const;
const daughter = { name: 'Lia', relationship: 'child', birth: ['1', '6', '2015'] } as const;

for (const locale of detourLocales) {
  test(`what was begun about anybody goes on where it was left, on another phone (${locale})`, async ({
    server,
    personOf,
  }) => {
    const self = { ...madeUp(locale), email: newEmail() };
    const person = personOf(locale);
    const quick = await Visitor.at(server.address, locale);
    await quick.signIn(self.email);
    await quick.form('/api/registration/language', 'register/language', { primaryLanguage: self.primaryLanguage });
    await quick.form('/api/registration/languages', 'register/languages', { skip: 'yes' });
    const { givenNames, familyNames } = self;
    await quick.form('/api/registration/name', 'register/name', { givenNames, familyNames });
    await person.signIn(self.email);
    await person.seeHeading('register.birth.title', 'register-birth');

    await quick.answerUpToGroup(self);
    const added = await quick.fetch('/api/registration/people', {});
    const { person: id } = (await added.json()) as { readonly person: string };
    const about = `?person=${id}`;
    await quick.form('/api/registration/relationship', `register/relationship${about}`, { relationship: 'child' });
    await quick.form('/api/registration/name', `register/name${about}`, { givenNames: 'Lia', familyNames: 'Désir' });
    await person.open('status');
    await person.follow('standing.registering.button');
    await person.seeHeading('group.birth.title', 'member-birth');
    await expect(person.page.getByText('Lia Désir')).toBeVisible();
    await person.open('register/group');
    await person.seeHeading('group.title', 'register-group-begun');
    await expect(person.page.getByText(person.say('group.missing'))).toBeVisible();
    await person.page.getByRole('link', { name: person.say('group.go', { name: 'Lia Désir' }), exact: true }).click();
    await person.seeHeading('group.birth.title', 'member-birth');
  });

  test(`answers of all are corrected after registering, each with its trace; and a photo each (${locale})`, async ({
    server,
    personOf,
    page,
  }) => {
    const self = { ...madeUp(locale), email: newEmail() };
    const quick = await Visitor.at(server.address, locale);
    await quick.register(self);
    const adult = await quick.letIn(partner);
    const child = await quick.letIn({ ...daughter, guardian: adult });
    const person = personOf(locale);
    await person.signIn(self.email);
    await person.seeState('standing.registered.title', 'status-registered');
    await person.open('my-data');
    await person.seeHeading('myData.title', 'my-data-of-three');
    const main = page.getByRole('main');
    await expect(main.getByRole('img', { name: person.say('myData.group.photo'), exact: true })).toHaveCount(3);
    await expect(main.getByRole('definition').filter({ hasText: 'Alex Désir' })).toHaveCount(2);

    await test.step('every link to change something leads to its question, answered, and takes the same again', async () => {
      const links = await main
        .locator('dd > a[aria-label]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
      expect(new Set(links).size).toBeGreaterThan(20);
      for (const link of new Set(links)) {
        await page.goto(`${server.address}${link}`);
        await person.press('common.continue');
        await page.waitForURL(/\/register\/(group|person)(\?|$)/);
        await expect(person.problem(), String(link)).toHaveCount(0);
      }
    });

    await test.step('what is changed says since when, and nothing else does', async () => {
      await page.goto(`${server.address}/${locale}/register/name?person=${child}`);
      await person.write('register.name.givenNames', 'Lya');
      await person.press('common.continue');
      await person.seeHeading('group.person.title', 'group-person-changed');
      await expect(main.getByRole('definition').filter({ hasText: 'Lya Désir' })).toContainText(changedOf(person));
      await person.open('my-data');
      await person.seeHeading('myData.title', 'my-data-changed');
      await expect(main.getByText(changedOf(person))).toHaveCount(1);
      const what = person.say('register.check.names');
      for (const [key, name] of [
        ['myData.changed.before', 'Lia Désir'],
        ['myData.changed.after', 'Lya Désir'],
      ] as const) {
        const row = main.getByRole('term').filter({ hasText: person.say(key, { what }) });
        await expect(row.locator('xpath=following-sibling::dd')).toHaveText(name);
      }
    });

    await test.step('one of the group may have another address, or share that of the head again', async () => {
      await person.open(`register/person?person=${adult}`);
      await person.seeHeading('group.person.title', 'group-person-address');
      await expect(main.getByText(person.say('question.same'))).toHaveCount(2);
      await person.open(`register/us-address?person=${adult}`);
      await person.seeHeading('question.member.us-address.title', 'member-us-address');
      await person.write('question.us-address.line1', '12 Main St');
      await person.press('common.continue');
      await expect(person.problem()).toBeFocused();
      await person.write('question.us-address.city', 'Laredo');
      await person.choose('question.us-address.state', 'TX');
      await person.write('question.us-address.zip', '78040');
      await person.press('common.continue');
      await person.seeHeading('group.person.title', 'group-person-own-address');
      await expect(main.getByText('12 Main St Laredo', { exact: false })).toBeVisible();
      await person.open(`register/us-address?person=${adult}`);
      await person.press('question.same');
      await expect(main.getByText(person.say('question.same'))).toHaveCount(2);
    });
  });

  test(`a child is not registered without an adult who answers for her (${locale})`, async ({ server, personOf }) => {
    const self = { ...madeUp(locale), email: newEmail(), birth: ['1', '6', '2012'] as const };
    const quick = await Visitor.at(server.address, locale);
    await quick.signIn(self.email);
    await quick.answerUpToGroup(self);
    const added = await quick.fetch('/api/registration/people', {});
    const { person: id } = (await added.json()) as { readonly person: string };
    const person = personOf(locale);
    await person.signIn(self.email);
    await person.seeHeading('register.relationship.title', 'member-relationship');
    await person.open(`register/guardian?person=${id}`);
    await person.seeHeading('register.guardian.title', 'member-guardian-none');
    await expect(person.page.getByText(person.say('register.guardian.none'))).toBeVisible();
    await person.follow('register.guardian.group');
    await person.seeHeading('group.title', 'register-group-begun');
  });
}

/** The clock of these servers stands at 10 March 2027. */
function changedOf(person: Person): RegExp {
  return new RegExp(person.say('group.changed', { day: '§' }).replace('§', '.*2027.*'));
}
