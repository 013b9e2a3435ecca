import { expect, test } from '../support/browser.ts';
import { comeRegistered } from '../support/come-registered.ts';
import { personOf as madeUp } from '../support/people.ts';

test('on a slow line a button that only a script answers is seen to wait, and no tap on it is lost (ht)', async ({
  page,
  personOf,
}) => {
  const person = personOf('ht');
  await comeRegistered(person, madeUp('ht'));
  await person.choosePorts('el-paso');
  const address = page.url();

  let letGo = () => {};
  const isOnItsWay = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/\.js$/, async (route) => {
    await isOnItsWay;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  const button = page.getByRole('button', { name: person.say('ask.send.where.button') });
  await expect(button).toBeDisabled();
  await person.seeHeading('ask.send.title', 'ask-send-slow');

  letGo();
  await button.click();
  await expect(page.getByText(person.say('ask.send.where.inside'))).toBeVisible();
});
