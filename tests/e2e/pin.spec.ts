import { expect, type Page } from '@playwright/test';
import { countKept, draftNews, untilKept, writeName } from '../support/drafts.ts';
import { Person } from '../support/person.ts';
import { newEmail, test } from '../support/shared-server.ts';

test('a PIN locks what was typed, and costs none of it (ht)', async ({ page, context, personOf }) => {
  const person = personOf('ht');
  const given = person.field('register.name.givenNames');
  await page.clock.install();
  await person.comeIn(newEmail());
  await writeName(person, 'Marie-Ange');

  await test.step('she chooses it where she sees what the phone keeps', async () => {
    await person.open('phone');
    await expect(page.getByText(person.say('phone.drafts', { count: 1 }))).toBeVisible();
    await openPinPart(person);
    await expect(page.getByLabel(person.say('draft.pin.new'))).toBeVisible();
    await person.seeHeading('phone.title', 'phone-pin');
    await page.route('**/_next/static/chunks/**', (route) => route.fulfill({ status: 503 }));
    await person.press('draft.pin.on');
    await expect(page.getByText(person.say('draft.pin.noLine')).filter({ visible: true })).toBeVisible();
    await person.seeHeading('phone.title', 'phone-pin-no-line');
    await page.unroute('**/_next/static/chunks/**');
    await person.press('draft.pin.on');
    await expect(page.getByText(person.say('draft.pin.format')).filter({ visible: true })).toBeVisible();
    await expect(page.getByLabel(person.say('draft.pin.new'))).toBeFocused();
    await person.write('draft.pin.new', '4711');
    await person.write('draft.pin.again', '4712');
    await person.press('draft.pin.on');
    await expect(page.getByText(person.say('draft.pin.differs'))).toBeVisible();
    await person.seeHeading('phone.title', 'phone-pin-differs');
    await person.write('draft.pin.again', '4711');
    await person.press('draft.pin.on');
    await expect(page.getByText(person.say('draft.pin.isOn'))).toBeVisible();
    await page.getByText(person.say('draft.pin.forgot'), { exact: true }).click();
    await person.seeHeading('phone.title', 'phone-pin-on');
  });

  await test.step('what she types before she has told it is kept beside what is closed', async () => {
    await person.open('register/name');
    await expect(draftNews(page)).toContainText(person.say('draft.pin.closed'));
    await expect(given).toHaveValue('');
    await page.getByText(person.say('draft.pin.forgot'), { exact: true }).click();
    await expect(page.getByRole('button', { name: person.say('draft.pin.removeBefore') })).toBeVisible();
    await person.seeHeading('register.name.title', 'register-name-closed');
    await person.write('register.name.givenNames', 'Marie');
    await untilKept(page);
    await page.reload();
    await expect(draftNews(page)).toContainText(person.say('draft.pin.closed'));
    await expect(given).toHaveValue('');
  });

  await test.step('a wrong one is told, Enter sends no form, and after five she waits', async () => {
    for (const pin of ['1111', '2222', '3333', '4444']) {
      await tellPin(page, person, pin);
      await expect(page.getByText(person.say('draft.pin.wrong'))).toBeVisible();
      await expect(page.getByRole('button', { name: person.say('draft.pin.open'), exact: true })).toBeVisible();
    }
    await person.tick('checkbox', 'draft.pin.show');
    await person.seeHeading('register.name.title', 'register-name-pin-wrong');
    await tellPin(page, person, '5555');
    await expect(page.getByText(person.say('draft.pin.wait', { minutes: 1 }))).toBeVisible();
    await person.seeHeading('register.name.title', 'register-name-pin-wait');
    await page.clock.fastForward('01:01');
  });

  await test.step('the right one shows the newest, and what is older, on a page without run-time, too', async () => {
    await page.setExtraHTTPHeaders({ 'Save-Data': 'on' });
    await page.reload();
    expect(await page.locator('script').count()).toBe(1);
    await tellPin(page, person, '4711');
    await expect(draftNews(page).filter({ hasText: person.say('draft.older.what') })).toBeVisible();
    await expect(given).toHaveValue('Marie');
    await person.seeHeading('register.name.title', 'register-name-older');
    await person.press('draft.older.button');
    await expect(given).toHaveValue('Marie-Ange');
    await page.setExtraHTTPHeaders({});
    await page.reload();
    await expect(given).toHaveValue('Marie');
  });

  await test.step('it is open in this tab alone, and until nobody has touched it for ten minutes', async () => {
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(draftNews(other)).toContainText(person.say('draft.pin.closed'));
    await other.close();
    await page.clock.fastForward('10:01');
    await expect(draftNews(page)).toContainText(person.say('draft.pin.closed'));
    await expect(given).toHaveValue('');
  });

  await test.step('turned off, it leaves everything there', async () => {
    await atPin(person);
    await person.write('draft.pin.label', '4711');
    await person.press('draft.pin.off');
    await expect(page.getByText(person.say('draft.pin.isOff'))).toBeVisible();
    await person.seeHeading('phone.title', 'phone-pin-off');
  });

  await test.step('of two that she chooses in two windows the first stands', async () => {
    const other = await context.newPage();
    const there = new Person(other, { locale: person.locale, address: person.address });
    await atPin(there);
    await choosePin(there, '123456');
    await expect(other.getByText(person.say('draft.pin.isOn'))).toBeVisible();
    await other.close();
    await choosePin(person, '654321');
    await expect(page.getByText(person.say('draft.pin.already'))).toBeVisible();
    await person.seeHeading('phone.title', 'phone-pin-already');
  });

  await test.step('who forgot it loses what she typed, and the PIN', async () => {
    await person.open('register/name');
    await page.getByText(person.say('draft.pin.forgot'), { exact: true }).click();
    await person.follow('draft.pin.remove');
    await page.getByText(person.say('draft.pin.forgot'), { exact: true }).click();
    await person.press('draft.pin.remove');
    await expect(page.getByText(person.say('draft.pin.isOff'))).toBeVisible();
    await expect(page.getByText(person.say('phone.drafts', { count: 1 }))).toBeHidden();
    await person.open('register/name');
    await expect(draftNews(page)).toBeHidden();
    expect(await countKept(page)).toBe(0);
    await person.write('register.name.givenNames', 'Ana');
    await untilKept(page);
    await page.reload();
    await expect(given).toHaveValue('Ana');
    await person.open('phone');
    await person.press('phone.removeDrafts');
    await expect(page.getByText(person.say('phone.drafts', { count: 1 }))).toBeHidden();
    expect(await countKept(page)).toBe(0);
  });
});

/** At the page of what the phone keeps, where a PIN is chosen. */
async function atPin(person: Person): Promise<void> {
  await person.open('phone');
  await openPinPart(person);
}

async function openPinPart(person: Person): Promise<void> {
  await person.page.getByText(person.say('draft.pin.title'), { exact: true }).click();
}

async function choosePin(person: Person, pin: string): Promise<void> {
  await person.write('draft.pin.new', pin);
  await person.write('draft.pin.again', pin);
  await person.press('draft.pin.on');
}

async function tellPin(page: Page, person: Person, pin: string): Promise<void> {
  await person.write('draft.pin.label', pin);
  await page.keyboard.press('Enter');
}
