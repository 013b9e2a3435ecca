import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';
import { personOf as madeUp } from '../support/people.ts';
import type { Person } from '../support/person.ts';
import { policiesWith } from '../support/policies.ts';
import { noFurtherQuestions } from '../support/questions.ts';
import { watched } from '../support/watched.ts';

/** On some screens one question of several; of the others one that can't be left, two that can, and the rest nobody asks. */
const questions = {
  ...noFurtherQuestions,
  nativeNames: 'not-asked',
  sex: 'not-asked',
  citizenship: 'not-asked',
  languages: 'optional',
  phone: 'optional',
  employment: 'optional',
  maritalStatus: 'asked',
  height: 'asked',
} as const;

/** Pages of the questions that this file leaves out. */
const absent = ['sex', 'citizenships', 'document', 'email', 'us-address', 'foreign-address', 'needs', 'travel'].map(
  (step) => `register/${step}`,
);

/** What she told, as "Check your answers" and "My data" name it: nothing that was skipped, nothing that nobody asked. */
const told = [
  'register.check.primaryLanguage',
  'register.check.names',
  'register.birth.label',
  'register.origin.birthCountry',
  'question.employment.label',
  'question.marital.label',
  'question.looks.rowHeight',
  'register.check.photo',
  'register.check.terms',
];

/** The names under which that is stored; of what was skipped, that it was. */
const kept = [
  'primaryLanguage',
  'languages',
  'givenNames',
  'familyNames',
  // Empty: a name is stored as a whole.
  'nativeGivenNames',
  'nativeFamilyNames',
  'birthDate',
  'birthCountry',
  'phone',
  'employment',
  'maritalStatus',
  'height',
  'hasPhoto',
  'acceptedTermsVersion',
];

test('an operator’s file says what is asked: what it leaves out has no page and no line, what it leaves open can be left, the rest can’t (ht)', async ({
  page,
  start,
  photo,
}, info) => {
  const locale = 'ht';
  const self = madeUp(locale);
  const file = join(info.outputPath(), 'policies.json');
  await mkdir(info.outputPath(), { recursive: true });
  await writeFile(file, JSON.stringify(policiesWith({ questions })));
  const { address } = await start({ environment: { POLICY_FILE: file } });
  const person = await watched(page, { address, locale });
  await person.comeIn(self.email);

  await test.step('what it leaves out has no page', async () => {
    for (const path of absent) {
      const answer = await page.request.get(`${address}/${locale}/${path}`, { maxRedirects: 0 });
      expect([path, answer.status()]).toEqual([path, 404]);
    }
    await person.open('register/sex');
    await person.seeHeading('problem.not-found.title', 'register-sex-not-asked');
  });

  await person.open('register/language');
  await person.seeHeading('register.language.title', 'register-language');
  await person.choose('register.language.label', self.primaryLanguage);
  await person.press('common.continue');

  await test.step('what it leaves open is skipped by a button, or left empty where the page says so', async () => {
    await person.seeHeading('question.languages.title', 'register-languages-optional');
    await person.press('question.skip');
    await person.seeHeading('register.name.title', 'register-name-one-alphabet');
    await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(2);
    await person.write('register.name.givenNames', self.givenNames);
    await person.write('register.name.familyNames', self.familyNames);
    await person.press('common.continue');
    await person.seeHeading('register.birth.title', 'register-birth');
    const [day, month, year] = self.birth;
    await person.write('register.birth.day', day);
    await person.choose('register.birth.month', month);
    await person.write('register.birth.year', year);
    await person.press('common.continue');
    await person.seeHeading('register.origin.title', 'register-origin-birth-country');
    await expect(page.getByRole('main').getByRole('combobox')).toHaveCount(1);
    await person.choose('register.origin.birthCountry', self.birthCountry);
    await person.press('common.continue');
    await person.seeHeading('register.phone.title', 'register-phone-optional');
    await expect(page.getByRole('main').getByText(person.say('common.optional'), { exact: true })).toBeVisible();
    await person.press('common.continue');
    await person.seeHeading('question.employment.title', 'register-employment-optional');
    await expect(page.getByRole('button', { name: person.say('question.skip'), exact: true })).toBeVisible();
    await person.tick('radio', 'question.employment.kind.student');
    await person.press('common.continue');
  });

  await test.step('the rest can’t be left', async () => {
    await person.seeHeading('question.marital.title', 'register-marital-asked');
    await cantBeLeft(person, 'maritalStatus');
    await person.tick('radio', 'question.marital.kind.widowed');
    await person.press('common.continue');
    await person.seeHeading('question.looks.title', 'register-looks-height');
    await expect(person.field('question.looks.weight')).toHaveCount(0);
    await expect(page.getByRole('radio')).toHaveCount(0);
    await cantBeLeft(person, 'heightCm');
    await person.write('question.looks.height', '165');
    await person.press('common.continue');
  });

  await person.seeHeading('register.photo.title', 'register-photo');
  await person.pickPhoto(photo);
  await person.press('common.continue');
  await person.follow('group.continue');
  await person.tick('checkbox', 'register.terms.accept');
  await person.press('register.terms.button');
  await person.seeHeading('register.check.title', 'register-check-policy-file');
  await expectLines(person, page.getByRole('main'), told);
  await person.press('register.check.button');
  await person.seeHeading('ask.ports.title', 'ask-ports');

  await test.step('and nothing else is kept', async () => {
    await person.open('my-data');
    await person.seeHeading('myData.title', 'my-data-policy-file');
    const hers = page
      .getByRole('heading', { level: 2, name: person.say('myData.group.head'), exact: true })
      .locator('..');
    await expectLines(person, hers, [...told, 'myData.group.photoAt']);
    for (const path of absent) await expect(page.locator(`a[href*="${path}?"]`)).toHaveCount(0);
    expect(await keptAnswers(page, address)).toEqual([...kept].toSorted());
  });
});

/** Sent empty, the question is asked again, and no button skips it. */
async function cantBeLeft(person: Person, field: string): Promise<void> {
  const { page } = person;
  await expect(page.getByRole('button', { name: person.say('question.skip'), exact: true })).toHaveCount(0);
  const asked = new URL(page.url()).pathname;
  await person.press('common.continue');
  await expect(person.problem()).toContainText(person.say('problem.fields.title'));
  await expect(page.locator(`#${field}-problem`)).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(asked);
}

/** These lines and no others, in this order. */
async function expectLines(person: Person, part: Locator, keys: readonly string[]): Promise<void> {
  await expect(part.locator('dt')).toHaveText(keys.map((key) => person.say(key)));
}

/** The names of the answers in the file that she can save. */
async function keptAnswers(page: Page, address: string): Promise<readonly string[]> {
  const saved = await page.request.post(`${address}/api/my-data/export`, { headers: { Origin: address } });
  const { people } = (await saved.json()) as { readonly people: readonly { readonly answers: object }[] };
  return people.flatMap(({ answers }) => Object.keys(answers)).toSorted();
}
