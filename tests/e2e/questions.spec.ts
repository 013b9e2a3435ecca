import { writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { furtherSteps } from '#core/registration/answers.ts';
import { documentPicture } from '../support/document-picture.ts';
import { detourLocales, personOf as madeUp } from '../support/people.ts';
import { Person } from '../support/person.ts';
import { furtherAnswers } from '../support/questions.ts';
import { test as base, newEmail } from '../support/shared-server.ts';
import { Visitor } from '../support/visitor.ts';

/** On a server that asks every question there is. */
const test = base.extend({
  server: async ({ askingEverything }, use) => use(askingEverything),
});

/** As a person does: writes, picks and ticks whatever the form has under these names. */
async function fillIn(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`).first();
    const kind = await field.evaluate((element) =>
      element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase(),
    );
    if (kind === 'select') await field.selectOption(value);
    else if (kind === 'checkbox') await field.check();
    else if (kind === 'radio') await page.locator(`main [name="${name}"][value="${value}"]`).check();
    else await field.fill(value);
  }
}

for (const locale of detourLocales) {
  test(`every question that can be asked is asked, says why, and is shown again at the end (${locale})`, async ({
    page,
    personOf,
    photo,
  }) => {
    const person = personOf(locale);
    const made = { ...madeUp(locale), email: newEmail() };
    await personOf(locale, { isLookedAt: false }).signIn(made.email);
    await answerFirst(person, made);
    const answers = furtherAnswers(made);
    for (const step of furtherSteps) {
      await page.waitForURL(new RegExp(`/register/${step}$`));
      await person.seeHeading(`question.${step}.title`, `register-${step}`);
      await expect(page.getByText(person.say(`question.${step}.why`), { exact: true })).toBeVisible();
      await fillIn(page, answers[step]);
      await person.press('common.continue');
      await answerBetween(person, made, step);
    }
    await person.pickPhoto(photo);
    await person.press('common.continue');
    await person.follow('group.continue');
    await person.tick('checkbox', 'register.terms.accept');
    await person.press('register.terms.button');
    await person.seeHeading('register.check.title', 'register-check-everything');
    for (const shown of ['R1234567', 'nuevo@puente.example', 'Laredo', 'Albergue Esperanza', 'Una rampa', '2023']) {
      await expect(page.getByRole('main')).toContainText(shown);
    }
    await person.open('register/travel?change');
    await expect(page.locator('#stayCountry2')).toHaveValue('PE');
    await person.press('common.continue');
    await person.seeHeading('register.check.title', 'register-check-everything');
    await person.press('register.check.button');
    await person.seeHeading('ask.ports.title', 'ask-ports');
  });
}

/** The questions before and between, which tests of their own look at. */
async function answerFirst(person: Person, made: ReturnType<typeof madeUp>): Promise<void> {
  await person.page.waitForURL(/\/register\/language$/);
  await person.choose('register.language.label', made.primaryLanguage);
  await person.press('common.continue');
}

async function answerBetween(person: Person, made: ReturnType<typeof madeUp>, after: string): Promise<void> {
  const { page } = person;
  if (after === 'languages') {
    await page.waitForURL(/\/register\/name$/);
    await fillIn(page, { givenNames: made.givenNames, familyNames: made.familyNames });
    await person.press('common.continue');
    const [birthDay, birthMonth, birthYear] = made.birth;
    await page.waitForURL(/\/register\/birth$/);
    await fillIn(page, { birthDay, birthMonth, birthYear });
    await person.press('common.continue');
    await page.waitForURL(/\/register\/sex$/);
    await fillIn(page, { sex: made.sex });
    await person.press('common.continue');
    await page.waitForURL(/\/register\/origin$/);
    await fillIn(page, { birthCountry: made.birthCountry, citizenship: made.citizenship });
    await person.press('common.continue');
  }
  if (after === 'document') {
    await page.waitForURL(/\/register\/phone$/);
    await fillIn(page, { phone: made.phone });
    await person.press('common.continue');
  }
}

test('a document is read from its lines; she sees what was read, and what it says otherwise than she does (ht)', async ({
  page,
  server,
  personOf,
}) => {
  const made = { ...madeUp('ht'), email: newEmail() };
  const elsewhere = await Visitor.at(server.address, 'ht');
  await elsewhere.signIn(made.email);
  await elsewhere.answer(made);
  await elsewhere.leave();

  const person = personOf('ht');
  await personOf('ht', { isLookedAt: false }).signIn(made.email);
  await person.open('register/document?change');
  await page.getByText(person.say('question.document.lines.more'), { exact: true }).click();
  await fillIn(page, { mrz1: 'P<HTIERIKSSON<<ANNA<MARIA<<<', mrz2: 'L898902C36HTI7408122F1204158ZE184226B<<<<<10' });
  await person.press('common.continue');
  await person.seeHeading('question.document.title', 'register-document-line-wrong');
  await expect(page.locator('#mrz2-problem')).toHaveText(person.say('problem.field.mrz-check'));
  await expect(page.locator('#mrz1')).toHaveValue('P<HTIERIKSSON<<ANNA<MARIA<<<');

  await fillIn(page, { mrz2: 'l898902c3 6 hti 7408122 f 1204159 ze184226b<<<<<10' });
  await person.press('common.continue');
  await person.seeHeading('question.document.title', 'register-document-read');
  await expect(page.getByRole('heading', { name: person.say('question.document.read.title') })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('ANNA MARIA ERIKSSON');
  await expect(page.locator('#documentNumber')).toHaveValue('L898902C3');
  await expect(page.locator('#documentCountry')).toHaveValue('HT');
  await expect(page.locator('#expiryYear')).toHaveValue('2012');
  await person.press('common.continue');
  await person.seeHeading('register.check.title', 'register-check-document');
  await expect(page.getByRole('main')).toContainText('L898902C3');
  await person.open('register/document?change');
  await expect(page.getByRole('main')).not.toContainText('ERIKSSON');
});

test('sent empty, a question says which button is an answer, too; Enter is not that button (ht)', async ({
  page,
  personOf,
}) => {
  const person = personOf('ht');
  await personOf('ht', { isLookedAt: false }).signIn(newEmail());
  await answerFirst(person, madeUp('ht'));
  await person.press('common.continue');
  const none = person.say('question.languages.none');
  await expect(person.problem()).toContainText(person.say('problem.field.nothing-named', { button: none }));
  await expect(page.locator('#otherLanguage1-problem')).toContainText(none);
  await person.seeHeading('question.languages.title', 'register-languages-error');
  await person.press('question.languages.none');
  await page.waitForURL(/\/register\/name$/);
  await person.open('register/needs');
  await person.write('question.needs.text', 'Una rampa');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/\/needs/);
  await person.open('register/needs?change');
  await expect(page.locator('#needsText')).toHaveValue('Una rampa');
});

test('a document is read from its picture, and she sees what was read (ht)', async ({ page, personOf }, info) => {
  const picture = info.outputPath('passport.jpg');
  const lines = ['P<HTIERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36HTI7408122F1204159ZE184226B<<<<<10'];
  await writeFile(picture, await documentPicture(lines, { font: 'DejaVu Sans Mono' }));
  const person = personOf('ht');
  await personOf('ht', { isLookedAt: false }).signIn(newEmail());
  await person.open('register/document');
  await page.getByText(person.say('question.document.picture.more'), { exact: true }).click();
  await person.pickPhoto(picture);
  await person.press('common.continue');
  await expect(page.getByRole('heading', { name: person.say('question.document.read.title') })).toBeVisible();
  await expect(page.getByRole('radio', { name: person.say('question.document.kind.passport') })).toBeChecked();
  await expect(page.locator('#documentNumber')).toHaveValue('L898902C3');
  await expect(page.locator('#documentCountry')).toHaveValue('HT');
  await expect(page.locator('#expiryYear')).toHaveValue('2012');
});

base(
  'an optional question is skipped by one press, and not asked again (es, pt-BR, without JavaScript)',
  async ({ browser, server, personOf }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
    const person = new Person(await context.newPage(), { locale: 'es', address: server.address });
    await person.signIn(newEmail());
    await answerFirst(person, madeUp('es'));
    await expect(person.page).toHaveURL(/\/register\/languages$/);
    await person.press('question.skip');
    await expect(person.page).toHaveURL(/\/register\/name$/);
    await person.open('status');
    await expect(person.page.getByRole('main').getByRole('link').first()).toBeVisible();
    await person.open('register/languages?change');
    await expect(person.page.locator('#otherLanguage1')).toHaveValue('');

    const other = personOf('pt-BR');
    await personOf('pt-BR', { isLookedAt: false }).signIn(newEmail());
    await other.open('register/languages');
    await other.seeHeading('question.languages.title', 'register-languages-optional');
    await other.press('question.skip');
    await other.seeHeading('register.language.title', 'register-language');
  },
);
