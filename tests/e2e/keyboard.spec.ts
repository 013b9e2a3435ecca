import { publishedLocales } from '#core/language/published.ts';
import { expect, test } from '../support/browser.ts';
import { keyboard, tabTo, walkByTab } from '../support/keyboard.ts';
import { Operator } from '../support/operator.ts';
import { personOf as madeUp } from '../support/people.ts';
import { juarez, Person } from '../support/person.ts';
import { newEmail, test as shared } from '../support/shared-server.ts';

test.use({ permissions: ['geolocation'], geolocation: juarez });

test('by keys alone a person goes from her language to her proof', async ({ browser, server, photo, page }) => {
  const self = madeUp('ru');
  const look = (screen: string) => walkByTab(page, screen);
  const person = new Person(page, { locale: 'ru', address: server.address, hands: keyboard, look });

  await page.goto(server.address);
  await keyboard.press(page.locator('main a[hreflang="ru"]'));
  await person.seeHeading('start.title', 'start');
  await person.register(self, photo);
  await person.choosePorts('nogales', 'el-paso');
  await person.ask();

  const operator = await Operator.signedIn(browser, { locale: 'en', address: server.address });
  await operator.closeAndDraw();

  await person.open('status');
  await person.seeState('standing.offered.title', 'status-offered');
  await person.follow('standing.offered.button');
  await person.seeHeading('offer.title', 'offer');
  await person.press('offer.extend.button');
  await expect(page.getByText(person.say('offer.extend.done'))).toBeVisible();
  await person.follow('offer.confirmLink');
  await person.seeHeading('offer.confirm.title', 'offer-confirm');
  await person.press('ask.send.where.button');
  await expect(page.getByText(person.say('ask.send.where.inside'))).toBeVisible();
  await person.pickPhoto(photo);
  await person.press('offer.confirm.button');
  await person.seeHeading('confirmation.title', 'confirmation');
});

shared(
  'the first key leads past the header, and the language menu opens, works and lets go',
  async ({ server, page }) => {
    const person = new Person(page, { locale: 'ru', address: server.address, hands: keyboard });
    const menu = page.getByRole('banner').locator('summary');
    await person.open('help');

    await test.step('the skip link shows itself and leads to the main part', async () => {
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: person.say('common.skip') });
      await expect(skip).toBeFocused();
      await expect(skip).toBeInViewport({ ratio: 1 });
      await page.keyboard.press('Enter');
      await expect(page.locator('main')).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(menu).not.toBeFocused();
    });

    await test.step('the menu opens by Enter and by Space, and Tab goes through it and on', async () => {
      await tabTo(menu);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('link', { name: 'Español' })).toBeVisible();
      await page.keyboard.press('Space');
      await expect(page.getByRole('link', { name: 'Español' })).toBeHidden();
      await page.keyboard.press('Space');
      const others = publishedLocales.filter((locale) => locale !== 'ru');
      for (const other of others) {
        await page.keyboard.press('Tab');
        await expect(page.locator(`header a[hreflang="${other}"]`)).toBeFocused();
      }
      await page.keyboard.press('Tab');
      const exit = page.getByRole('link', { name: person.say('exit.button') });
      await expect(exit).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(page.locator('header :focus')).toHaveCount(0);
      await page.keyboard.press('Shift+Tab');
      await expect(exit).toBeFocused();
      for (const _back of others.slice(others.indexOf('ht'))) await page.keyboard.press('Shift+Tab');
      await expect(page.getByRole('link', { name: 'Kreyòl ayisyen' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.locator('html')).toHaveAttribute('lang', 'ht');
    });

    await test.step('Enter in a field sends the form, and changes no language', async () => {
      await person.comeIn(newEmail());
      await person.open('register/name');
      await person.write('register.name.givenNames', 'Анна');
      await page.keyboard.press('Enter');
      await expect(person.problem()).toBeFocused();
      await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
      await expect(page.locator('#givenNames')).toHaveValue('Анна');
    });

    await test.step('on a form it takes along what was typed', async () => {
      await person.open('register/name');
      await person.write('register.name.givenNames', 'Анна');
      await page.keyboard.press('Shift+Tab');
      await keyboard.press(menu);
      await keyboard.press(page.getByRole('button', { name: 'English' }));
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await expect(page.locator('#givenNames')).toHaveValue('Анна');
    });
  },
);

shared('Shift+Tab goes back the same way, and an error leads to its field', async ({ server, page }) => {
  const person = new Person(page, { locale: 'ru', address: server.address, hands: keyboard });
  await person.signIn(newEmail());
  await person.seeHeading('register.language.title', 'register-language');
  await person.open('register/name');
  const stops: (string | null)[] = [];
  const note = async (key: string) => {
    await page.keyboard.press(key);
    stops.push(await page.evaluate(() => document.activeElement?.id ?? null));
  };
  await tabTo(page.locator('#givenNames'));
  for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) await note(key);
  expect(stops).toEqual([
    'familyNames',
    'nativeGivenNames',
    'nativeFamilyNames',
    'nativeGivenNames',
    'familyNames',
    'givenNames',
  ]);

  await person.press('common.continue');
  await expect(person.problem()).toBeFocused();
  await walkByTab(page, 'register-name-error');
  await keyboard.press(person.problem().getByRole('link').last());
  await expect(page.locator('#familyNames')).toBeFocused();
});
