import { expect } from '@playwright/test';
import { test } from '../support/browser.ts';
import { Operator } from '../support/operator.ts';
import { detourLocales, personOf as madeUp } from '../support/people.ts';
import type { Person } from '../support/person.ts';
import { type VisitingMember as Member, Visitor } from '../support/visitor.ts';

const partner: Member = { name: 'Alex', relationship: 'partner', birth: ['2', '4', '1988'] };
const daughter: Member = { name: 'Lia', relationship: 'child', birth: ['1', '6', '2015'] };
const son: Member = { name: 'Jo', relationship: 'child', birth: ['15', '1', '2019'] };
const baby: Member = { name: 'Nana', relationship: 'child', birth: ['20', '2', '2027'] };
const newborn: Member = { name: 'Mimi', relationship: 'child', birth: ['10', '3', '2027'] };

for (const locale of detourLocales) {
  test(`a family of five with a baby gets its places; one more is born after (${locale})`, async ({
    browser,
    server,
    photo,
    personOf,
  }) => {
    const person = personOf(locale);
    const self = madeUp(locale);
    // What was looked at in other tests goes by HTTP; the page of the group and one person on it are hers to see.
    const quick = await Visitor.at(server.address, locale);
    await quick.signIn(self.email);
    await quick.answerUpToGroup(self);
    const guardian = await quick.addMember(partner);
    for (const member of [daughter, son]) await quick.addMember({ ...member, guardian });
    await person.signIn(self.email);
    await person.seeHeading('group.title', 'register-group-four');
    await addMember(person, baby, photo);
    await expect(person.page.getByRole('main').getByText('Nana', { exact: false }).first()).toBeVisible();
    await person.seeHeading('group.title', 'register-group-five');
    await person.acceptTerms();
    await person.press('register.check.button');
    await person.choosePorts('nogales');
    await person.ask();
    await expect(person.page.getByText(person.say('group.people', { count: 5, countText: '5' }))).toBeVisible();

    const operator = await Operator.signedIn(browser, { locale: 'en', address: server.address });
    await operator.closeAndDraw();
    await person.open('offer');
    await person.seeHeading('offer.title', 'offer-for-five');
    await expect(person.page.getByText(person.say('offer.howAnyAdult'))).toBeVisible();
    await person.follow('offer.confirmLink');
    await expect(person.page.getByText(person.say('offer.confirm.who.any-adult'))).toBeVisible();
    await person.press('ask.send.where.button');
    await expect(person.page.getByText(person.say('ask.send.where.inside'))).toBeVisible();
    await person.pickPhoto(photo);
    await expect(person.page.getByText(person.say('common.photo.chosen'))).toBeVisible();
    await person.seeHeading('offer.confirm.title', 'offer-confirm-for-five');
    await person.press('offer.confirm.button');
    await person.seeHeading('confirmation.title', 'confirmation-for-five');
    await expect(person.page.getByRole('definition').filter({ hasText: /^5$/ })).toBeVisible();
    const code = await person.shownCode();

    await person.open('register/group');
    await person.seeHeading('group.title', 'group-booked');
    await person.press('group.addBaby');
    await answerAbout(person, newborn, photo);
    await person.seeHeading('group.person.title', 'group-person-newborn');
    await person.press('group.admit.button');
    await person.seeHeading('confirmation.title', 'confirmation-for-six');
    await expect(person.page.getByRole('definition').filter({ hasText: /^6$/ })).toBeVisible();
    expect(await person.shownCode()).toBe(code);

    await operator.open('staff/day?port=nogales&day=2027-03-21');
    await expect(operator.page.getByRole('row', { name: self.familyNames })).toContainText('6');
  });
}

async function addMember(person: Person, member: Member, photo: string): Promise<void> {
  await person.press('group.add');
  await answerAbout(person, member, photo);
}

async function answerAbout(person: Person, { name, relationship, birth }: Member, photo: string): Promise<void> {
  await person.seeHeading('register.relationship.title', 'member-relationship');
  await person.tick('radio', `register.relationship.${relationship}`);
  await person.press('common.continue');
  await person.seeHeading('group.name.title', 'member-name');
  await person.write('register.name.givenNames', name);
  await person.write('register.name.familyNames', 'Désir');
  await person.press('common.continue');
  await person.seeHeading('group.birth.title', 'member-birth');
  await person.write('register.birth.day', birth[0]);
  await person.choose('register.birth.month', birth[1]);
  await person.write('register.birth.year', birth[2]);
  await person.press('common.continue');
  if (Number(birth[2]) > 2009) {
    await person.seeHeading('register.guardian.title', 'member-guardian');
    await person.page.getByRole('radio').first().check();
    await person.press('common.continue');
  }
  await person.seeHeading('group.sex.title', 'member-sex');
  await person.tick('radio', 'register.sex.x');
  await person.press('common.continue');
  await person.seeHeading('group.origin.title', 'member-origin');
  await person.choose('group.origin.birthCountry', 'HT');
  await person.choose('group.origin.citizenship', 'HT');
  await person.press('common.continue');
  await person.skipQuestions();
  await person.seeHeading('group.photo.title', 'member-photo');
  await person.pickPhoto(photo);
  await person.press('common.continue');
}
