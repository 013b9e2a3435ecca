import { expect, type Page } from '@playwright/test';
import { comeRegistered } from '../support/come-registered.ts';
import { gate } from '../support/gate.ts';
import { personOf as madeUp } from '../support/people.ts';
import { newEmail, test } from '../support/shared-server.ts';

test('on a slow line a button that only a script answers is seen to wait, and no tap on it is lost (ht)', async ({
  page,
  personOf,
}) => {
  const person = personOf('ht');
  await comeRegistered(person, { ...madeUp('ht'), email: newEmail() });
  await person.choosePorts('el-paso');
  const address = page.url();

  const letGo = await holdScripts(page);
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  const button = page.getByRole('button', { name: person.say('ask.send.where.button') });
  await expect(button).toBeDisabled();
  await person.seeHeading('ask.send.title', 'ask-send-slow');

  letGo();
  await button.click();
  await expect(page.getByText(person.say('ask.send.where.inside'))).toBeVisible();
});

test('on a slow line a remark that is mended before the script comes stays as she left it (ht)', async ({
  page,
  personOf,
}) => {
  const person = personOf('ht', { isLookedAt: false });
  const remark = person.field('textReport.remark');
  await person.open('report-text?screen=register%2Fname');
  for (const mended of ['', 'Manman m di sa yon lòt jan.']) {
    await person.write('textReport.remark', 'x'.repeat(501));
    const letGo = await holdScripts(page);
    await page.getByRole('button', { name: person.say('textReport.button') }).click();
    await expect(person.problem()).toBeVisible();
    await remark.fill(mended);
    letGo();
    // React has taken it over once it carries React's own mark.
    await expect
      .poll(() => remark.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__react'))))
      .toBe(true);
    await expect(remark).toHaveValue(mended);
    await page.unrouteAll({ behavior: 'wait' });
  }
});

/** Scripts are asked for and don't come, until what this gives is called. */
async function holdScripts(page: Page): Promise<() => void> {
  const script = gate();
  await page.route(/\.js$/, async (route) => {
    await script.opened;
    await route.continue();
  });
  return () => script.open();
}
