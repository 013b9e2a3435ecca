import { expect, type Page } from '@playwright/test';
import { localeFacts } from '#core/language/locales.ts';
import { newEmail, test } from '../support/shared-server.ts';
import { say } from '../support/words.ts';

type Tag = keyof typeof localeFacts;

/** By the menu of a page with a form, where the languages are buttons; of any other page they are links. */
async function changeTo(page: Page, locale: Tag, role: 'button' | 'link' = 'button'): Promise<void> {
  await page.getByRole('banner').locator('summary').click();
  await page.getByRole('banner').getByRole(role, { name: localeFacts[locale].name }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
  await expect(page.locator('html')).toHaveAttribute('dir', localeFacts[locale].dir);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a change of language in the middle of a form keeps what was typed', async ({ page, personOf, photo }) => {
      const person = personOf('en');
      await person.signIn(newEmail());
      await person.seeHeading('register.language.title', 'register-language');
      await person.choose('register.language.label', 'en');
      await person.press('common.continue');
      await person.skipQuestions();

      await test.step('typed, in three languages', async () => {
        await person.seeHeading('register.name.title', 'register-name');
        await person.write('register.name.givenNames', 'Grâce Ana');
        await person.write('register.name.nativeGivenNames', 'Грейс');
        for (const locale of ['ht', 'ru'] as const) {
          await changeTo(page, locale);
          await expect(page).toHaveURL(new RegExp(`/${locale}/register/name$`));
          await personOf(locale).seeHeading('register.name.title', 'register-name-typed');
          await expect(page.locator('#givenNames')).toHaveValue('Grâce Ana');
          await expect(page.locator('#nativeGivenNames')).toHaveValue('Грейс');
        }
      });

      await test.step('with an error showing, which is told in the new language', async () => {
        await personOf('ru').press('common.continue');
        for (const locale of ['ru', 'ht', 'en'] as const) {
          if (locale !== 'ru') await changeTo(page, locale);
          await expect(person.problem()).toContainText(say(locale, 'problem.fields.title'));
          await personOf(locale).seeHeading('register.name.title', 'register-name-error');
          await expect(page.getByText(say(locale, 'problem.field.missing'), { exact: true })).toHaveCount(1);
          await expect(page.locator('#familyNames')).toHaveAttribute('aria-invalid', 'true');
          await expect(page.locator('#givenNames')).toHaveValue('Grâce Ana');
        }
        await person.write('register.name.familyNames', 'Addo');
        await person.press('common.continue');
        await person.seeHeading('register.birth.title', 'register-birth');
      });

      await test.step('choices by what they mean, not by their words', async () => {
        await person.write('register.birth.day', '9');
        await person.choose('register.birth.month', '8');
        await changeTo(page, 'ru');
        await expect(page.locator('#birthDay')).toHaveValue('9');
        await expect(page.locator('#birthMonth')).toHaveValue('8');
        await person.open('register/sex');
        await person.tick('radio', 'register.sex.male');
        await changeTo(page, 'ht');
        await expect(page.getByRole('radio', { name: say('ht', 'register.sex.male') })).toBeChecked();
        await person.open('register/origin');
        await person.choose('register.origin.birthCountry', 'HT');
        await changeTo(page, 'ru');
        await expect(page.locator('#birthCountry')).toHaveValue('HT');
        await expect(page.locator('#citizenship')).toHaveValue('');
      });

      await test.step('but a photo stays on the phone, and agreement is asked for anew', async () => {
        await person.open('register/photo');
        await person.pickPhoto(photo);
        const sent = page.waitForRequest(/\/api\/language/);
        await changeTo(page, 'ht');
        expect((await sent).headers()['content-type']).toBe('application/x-www-form-urlencoded');
        await personOf('ht').seeHeading('register.photo.title', 'register-photo');
        await person.open('register/terms');
        await person.tick('checkbox', 'register.terms.accept');
        await changeTo(page, 'ht');
        await expect(page.getByRole('checkbox')).not.toBeChecked();
      });

      await test.step('a page without a form changes by a link and stays the same page', async () => {
        await person.open('status');
        await changeTo(page, 'ru', 'link');
        await expect(page).toHaveURL(/\/ru\/status$/);
        await personOf('ru').seeState('standing.registering.title', 'status-registering');
        await person.open('help');
        await changeTo(page, 'pt-BR', 'link');
        await expect(page).toHaveURL(/\/pt-BR\/help$/);
      });
    });
  });
}

test('a language that is written from right to left mirrors the page', async ({ page, personOf }) => {
  const person = personOf('ar-XB');
  const middle = 160;
  const centerOf = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    return box ? box.x + box.width / 2 : Number.NaN;
  };
  await person.open('register/name');
  await person.seeHeading('register.name.title', 'register-name');
  expect(await centerOf('header a')).toBeGreaterThan(middle);
  expect(await centerOf('summary')).toBeLessThan(middle);
  expect(await centerOf('main > a')).toBeGreaterThan(middle);
  await page.getByRole('banner').locator('summary').click();
  await expect(page.getByRole('button', { name: 'English' })).toBeInViewport({ ratio: 1 });
  await person.seeHeading('register.name.title', 'register-name-menu');
  await page.getByRole('banner').locator('summary').click();

  await changeTo(page, 'en');
  expect(await centerOf('header a')).toBeLessThan(middle);
  expect(await centerOf('summary')).toBeGreaterThan(middle);
  expect(await centerOf('main > a')).toBeLessThan(middle);
});

const wishes = [
  ['pt-PT', 'pt-BR'],
  ['es-419', 'es'],
  ['ru-RU', 'ru'],
  ['ht-HT', 'ht'],
  ['fr-FR', 'fr'],
  ['zh-CN', 'zh-Hans'],
  ['de-DE', 'en'],
] as const;

test('a browser is met in the best language that it asks for, and the one that is chosen then is remembered', async ({
  browser,
  server,
}) => {
  for (const [wish, found] of wishes) {
    const context = await browser.newContext({ locale: wish });
    const page = await context.newPage();
    await page.goto(server.address);
    await expect(page).toHaveURL(`${server.address}/${found}/language`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(found, 'language.title'));
    const first = page.getByRole('main').getByRole('listitem').first();
    await expect(first).toContainText(localeFacts[found].name);
    await expect(first).toContainText(say(found, 'language.current'));

    const chosen = found === 'ht' ? 'ru' : 'ht';
    await page.locator(`main a[hreflang="${chosen}"]`).click();
    await expect(page).toHaveURL(`${server.address}/${chosen}`);
    await page.goto(server.address);
    await expect(page).toHaveURL(`${server.address}/${chosen}/language`);
    await context.close();
  }
});
