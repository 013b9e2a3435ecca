import { expect } from '@playwright/test';
import { localeFacts } from '#core/language/locales.ts';
import { countKept, draftNews, untilKept, writeName } from '../support/drafts.ts';
import type { Person } from '../support/person.ts';
import { newProfile } from '../support/profile.ts';
import { newEmail, test } from '../support/shared-server.ts';
import { signInByHttp } from '../support/sign-in.ts';

/** She has signed in, and is asked for her name. */
async function atName(person: Person): Promise<Person> {
  await person.comeIn(newEmail());
  await person.open('register/name');
  return person;
}

for (const locale of ['ht', 'ru'] as const) {
  test(`what was typed and not sent is there again (${locale})`, async ({ page, personOf }) => {
    const person = await atName(personOf(locale));
    const given = person.field('register.name.givenNames');
    const family = person.field('register.name.familyNames');

    await test.step('after the page was opened anew', async () => {
      await writeName(person, 'Marie-Ange');
      await page.reload();
      await expect(given).toHaveValue('Marie-Ange');
      await expect(draftNews(page)).toContainText(person.say('draft.back.what'));
      await person.seeHeading('register.name.title', 'register-name-draft');
    });

    await test.step('after the line broke while it was sent', async () => {
      await person.write('register.name.familyNames', 'Désir');
      await untilKept(page);
      await page.context().setOffline(true);
      const lost = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
      await person.press('common.continue');
      await lost;
      await page.context().setOffline(false);
      await person.open('register/name');
      await expect(given).toHaveValue('Marie-Ange');
      await expect(family).toHaveValue('Désir');
    });

    await test.step('in another language, and still when the server has forgotten what it handed back', async () => {
      const other = locale === 'ht' ? 'ru' : 'ht';
      await page.getByRole('banner').locator('summary').click();
      await page.getByRole('banner').getByRole('button', { name: localeFacts[other].name }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', other);
      await expect(page.locator('#familyNames')).toHaveValue('Désir');
      await page.context().clearCookies({ name: 'puente_waiting' });
      await person.open('register/name');
      await expect(family).toHaveValue('Désir');
    });

    await test.step('until she removes it', async () => {
      await person.press('draft.back.button');
      await expect(given).toHaveValue('');
      await expect(given).toBeFocused();
      await expect(draftNews(page)).toBeHidden();
      await page.reload();
      await untilKept(page);
      expect(await countKept(page)).toBe(0);
      await expect(given).toHaveValue('');
    });

    await test.step('on a page without run-time, for who saves data, too', async () => {
      await page.setExtraHTTPHeaders({ 'Save-Data': 'on' });
      await page.route('**/start-draft-*', (route) => route.fulfill({ status: 503 }));
      await person.open('register/name');
      await expect(draftNews(page)).toContainText(person.say('draft.noLine'));
      await person.seeHeading('register.name.title', 'register-name-no-line');
      await page.unroute('**/start-draft-*');
      await person.write('register.name.givenNames', 'Marie');
      await given.blur();
      await untilKept(page);
      await expect(draftNews(page)).toBeHidden();
      await page.reload();
      await expect(given).toHaveValue('Marie');
      await expect(draftNews(page)).toContainText(person.say('draft.back.what'));
      expect(await page.locator('script').count()).toBe(1);
      await person.press('draft.back.button');
      await expect(given).toBeFocused();
      await expect(draftNews(page)).toBeHidden();
      // What she entered comes back in a page that is made for her alone, part by part.
      await person.write('register.name.givenNames', 'Marie');
      await person.press('common.continue');
      await expect(person.problem()).toContainText(person.say('problem.fields.title'));
      // A header that a test adds is left out where the server leads on, as a browser's own is not.
      await page.reload();
      await expect(person.problem()).toContainText(person.say('problem.fields.title'));
      await expect(given).toHaveValue('Marie');
      expect(await page.locator('script').count()).toBe(1);
      await page.setExtraHTTPHeaders({});
    });

    await test.step('what the server hands back stands, and what she types on top of it is kept', async () => {
      await writeName(person, 'Marie');
      await person.press('common.continue');
      await expect(person.problem()).toContainText(person.say('problem.fields.title'));
      await expect(given).toHaveValue('Marie');
      await expect(draftNews(page)).toBeHidden();
      await person.write('register.name.familyNames', 'Jean');
      await untilKept(page);
      await page.reload();
      await expect(family).toHaveValue('Jean');
      await expect(draftNews(page)).toContainText(person.say('draft.back.what'));
    });

    await test.step('it goes once the form has arrived', async () => {
      await person.press('common.continue');
      await person.seeHeading('register.language.title', 'register-language');
      await person.open('register/name?change=1');
      await expect(given).toHaveValue('Marie');
      await person.write('register.name.givenNames', 'Marie');
      await untilKept(page);
      await expect(draftNews(page)).toBeHidden();
      expect(await countKept(page)).toBe(0);
    });
  });
}

test('lists, choices and a photo are there again (ht)', async ({ page, personOf, photo }) => {
  const person = await atName(personOf('ht'));
  await person.open('register/birth');
  await person.write('register.birth.day', '9');
  await person.choose('register.birth.month', '8');
  await untilKept(page);
  await page.reload();
  await expect(page.locator('#birthDay')).toHaveValue('9');
  await expect(page.locator('#birthMonth')).toHaveValue('8');

  await person.open('register/sex');
  await person.tick('radio', 'register.sex.female');
  await untilKept(page);
  await page.reload();
  await expect(page.getByRole('radio', { name: person.say('register.sex.female') })).toBeChecked();

  await person.open('register/photo');
  await person.pickPhoto(photo);
  await untilKept(page);
  await page.reload();
  await expect(page.getByRole('img', { name: person.say('common.photo.preview') })).toBeVisible();
  const files = page.locator('input[type=file]');
  expect(await files.evaluate((input: HTMLInputElement) => input.files?.[0]?.name)).toBe('portrait.jpg');
  await expect(draftNews(page)).toContainText(person.say('draft.back.what'));

  // Browsers of before 2018 let no script fill in a file.
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'DataTransfer');
  });
  await page.reload();
  await expect(draftNews(page)).toContainText(person.say('draft.photo'));
  await person.seeHeading('register.photo.title', 'register-photo-again');
});

test('two windows on one form: the newer typing is told, and nothing is written over (ru)', async ({
  page,
  context,
  personOf,
}) => {
  const person = await atName(personOf('ru'));
  await writeName(person, 'Marie');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator('#givenNames')).toHaveValue('Marie');
  await other.locator('#givenNames').fill('Marie-Ange');
  await untilKept(other);

  // She comes back to the first; both are in the foreground to this browser.
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(draftNews(page)).toContainText(person.say('draft.elsewhere.what'));
  await expect(person.field('register.name.givenNames')).toHaveValue('Marie');
  await person.seeHeading('register.name.title', 'register-name-elsewhere');
  await person.press('draft.elsewhere.button');
  await expect(person.field('register.name.givenNames')).toHaveValue('Marie-Ange');
  await other.close();
});

test.describe('a draft is hers alone', () => {
  test('and is there when her session is over and she signs in again', async ({ page, personOf }) => {
    const email = newEmail();
    const person = personOf('ht', { isLookedAt: false });
    await person.comeIn(email);
    await writeName(person, 'Marie-Ange');
    await page.context().clearCookies({ name: 'puente_session' });
    await page.context().setOffline(true);
    await person.write('register.name.familyNames', 'Désir');
    await untilKept(page);
    await page.context().setOffline(false);
    await person.signIn(email);
    await page.waitForURL(/register\/language$/);
    await person.open('register/name');
    await expect(person.field('register.name.givenNames')).toHaveValue('Marie-Ange');
    await expect(person.field('register.name.familyNames')).toHaveValue('Désir');
  });

  test('and is gone for whoever signs in after her, on a phone where she never signed out', async ({
    page,
    personOf,
  }) => {
    const person = await atName(personOf('ru', { isLookedAt: false }));
    await writeName(person, 'Ольга');
    await atName(person);
    await untilKept(page);
    await expect(person.field('register.name.givenNames')).toHaveValue('');
    await expect.poll(() => countKept(page)).toBe(0);
  });

  test('and goes when she signs out, with everything else', async ({ page, personOf }) => {
    const person = await atName(personOf('ht', { isLookedAt: false }));
    await writeName(person, 'Marie-Ange');
    await person.open('status');
    await page.getByRole('button', { name: person.say('common.menu.signOut') }).click();
    await person.seeHeading('signIn.out.title', 'signed-out');
    await expect.poll(() => countKept(page)).toBe(0);
    await person.open('register/name');
    await untilKept(page);
    await expect(person.field('register.name.givenNames')).toHaveValue('');
  });
});

test('a phone that people share keeps nothing beyond its tab (ht)', async ({ page, context, personOf }) => {
  const person = personOf('ht');
  await person.open('sign-in');
  await person.press('draft.shared.on');
  await expect(page.getByText(person.say('draft.shared.isOn'))).toBeVisible();
  await person.seeHeading('signIn.title', 'sign-in-shared-phone');
  await person.comeIn(newEmail());
  await page.clock.install();
  await writeName(person, 'Marie-Ange');
  await page.reload();
  await expect(person.field('register.name.givenNames')).toHaveValue('Marie-Ange');

  const other = await context.newPage();
  await other.goto(page.url());
  await untilKept(other);
  await expect(other.locator('#givenNames')).toHaveValue('');
  await other.close();

  await page.reload();
  await person.write('register.name.givenNames', 'Marie');
  await untilKept(page);
  await page.clock.fastForward('10:01');
  await expect(person.field('register.name.givenNames')).toHaveValue('');
  await expect(draftNews(page)).toContainText(person.say('draft.shared.gone'));
  await person.seeHeading('register.name.title', 'register-name-shared');

  await person.open('sign-in');
  await person.press('draft.shared.off');
  await expect(page.getByText(person.say('draft.shared.what'))).toBeVisible();
});

test('a full phone and a browser that keeps nothing are told, and the form works (ru)', async ({ page, personOf }) => {
  const person = await atName(personOf('ru'));
  // The first thing kept makes the key.
  await writeName(person, 'Anna');
  // Quotas of developer tools don't reach a context of tests: this is what a full phone answers.
  await page.evaluate(() => {
    const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put') ?? {};
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    window.addEventListener('roomMade', () => Object.defineProperty(IDBObjectStore.prototype, 'put', put));
  });
  await person.write('register.name.givenNames', 'Marie-Ange');
  await expect(draftNews(page)).toContainText(person.say('draft.full'));
  await person.seeHeading('register.name.title', 'register-name-full');
  await page.evaluate(() => window.dispatchEvent(new Event('roomMade')));
  await person.write('register.name.givenNames', 'Marie');
  await expect(draftNews(page)).toBeHidden();

  // As a private window of some browsers answers.
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('not here', 'SecurityError');
    };
  });
  await page.reload();
  await person.write('register.name.givenNames', 'Marie-Ange');
  await expect(draftNews(page)).toContainText(person.say('draft.denied'));
  await person.seeHeading('register.name.title', 'register-name-denied');
  await person.write('register.name.familyNames', 'Désir');
  await person.press('common.continue');
  await person.seeHeading('register.language.title', 'register-language');
});

test('a clock that is a day off, and is set right, costs no draft', async ({ page, personOf }) => {
  const person = await atName(personOf('ht', { isLookedAt: false }));
  const day = 24 * 60 * 60 * 1000;
  for (const off of [day, -day]) {
    await page.clock.setFixedTime(Date.now() + off);
    await writeName(person, `Marie ${off}`);
    await page.clock.setFixedTime(Date.now());
    await page.reload();
    await expect(person.field('register.name.givenNames')).toHaveValue(`Marie ${off}`);
  }
});

test('what was typed outlives a browser that was killed', async ({ playwright, server, launchOptions }, info) => {
  const profile = newProfile(playwright, { folder: info.outputPath('profile'), launchOptions });
  const before = await profile.open();
  const who = { address: server.address, locale: 'ht', email: newEmail() };
  await signInByHttp(before.context.request, who);
  await before.page.goto(`${server.address}/ht/register/name`);
  await before.page.locator('#givenNames').fill('Marie-Ange');
  await untilKept(before.page);
  await profile.goOut(before);

  const after = await profile.open();
  // What the browser hadn't written down of its cookies is lost; the draft waits for her.
  await after.context.clearCookies();
  await after.page.goto(`${server.address}/ht/register/name`);
  await untilKept(after.page);
  await expect(after.page.locator('#givenNames')).toHaveValue('');
  await signInByHttp(after.context.request, who);
  await after.page.goto(`${server.address}/ht/register/name`);
  await expect(after.page.locator('#givenNames')).toHaveValue('Marie-Ange');
  await after.context.close();
});
