import type { Page } from '@playwright/test';
import { test as base, expect } from '../support/browser.ts';
import { comeRegistered } from '../support/come-registered.ts';
import { boxWords, type HcaptchaSimulator, startHcaptchaSimulator } from '../support/hcaptcha-simulator.ts';
import { detourLocales, personOf as madeUp } from '../support/people.ts';

/** A server that is configured for hCaptcha, and a simulator of the vendor on an origin of its own. */
const test = base.extend<{ readonly vendor: HcaptchaSimulator }>({
  vendor: async ({}, use) => {
    const vendor = await startHcaptchaSimulator();
    await use(vendor);
    await vendor.stop();
  },
  server: async ({ start, vendor }, use) => {
    const environment = {
      CAPTCHA: 'hcaptcha',
      HCAPTCHA_SITE_KEY: vendor.siteKey,
      HCAPTCHA_SECRET: vendor.secret,
      HCAPTCHA_SCRIPT_URL: vendor.scriptUrl,
      HCAPTCHA_VERIFY_URL: vendor.verifyUrl,
    };
    await use(await start({ environment }));
  },
});

function vendorsBox(page: Page, locale: string) {
  const label = boxWords[(locale.split('-')[0] ?? 'en') as keyof typeof boxWords];
  return page.frameLocator('iframe[title=hCaptcha]').getByRole('checkbox', { name: label });
}

/** What the vendor has put into the page that is open. */
function remainsOf(page: Page, vendor: HcaptchaSimulator): Promise<readonly string[]> {
  return page.evaluate(
    (origin) => [
      ...('hcaptcha' in window ? ['window.hcaptcha'] : []),
      ...[...document.querySelectorAll<HTMLScriptElement | HTMLIFrameElement>('script[src], iframe[src]')]
        .map(({ src }) => src)
        .filter((src) => src.startsWith(origin)),
    ],
    vendor.origin,
  );
}

for (const locale of detourLocales) {
  const tags = locale === 'ht' ? ['@postgresql'] : [];

  test(`hCaptcha instead of Altcha: its box is on that step alone, and its tick lets her ask (${locale})`, {
    tag: tags,
  }, async ({ page, personOf, vendor }) => {
    const person = personOf(locale);
    await comeRegistered(person, madeUp(locale));
    expect(vendor.asked, 'nothing of the vendor before the step').toEqual([]);
    await person.choosePorts('el-paso');
    const say = (key: string) => page.getByText(person.say(`ask.send.robot.vendor.${key}`));
    await expect(say('sees')).toBeVisible();
    await expect(say('untouched')).toBeVisible();
    await person.seeHeading('ask.send.title', 'ask-send-hcaptcha');
    expect(await remainsOf(page, vendor)).toContain('window.hcaptcha');

    await person.press('ask.send.where.button');
    await expect(page.getByText(person.say('ask.send.where.inside'))).toBeVisible();
    await person.press('ask.send.button');
    await expect(say('first')).toBeVisible();

    await vendorsBox(page, locale).check();
    await expect(page.getByText(person.say('ask.send.robot.done'))).toBeVisible();
    await person.press('ask.send.button');
    await person.seeState('standing.waiting.title', 'status-waiting');
    expect(vendor.asked.filter((path) => path.startsWith('/siteverify'))).toEqual([
      '/siteverify response secret sitekey',
    ]);
    expect(await remainsOf(page, vendor), 'nothing of the vendor after the step').toEqual([]);
  });
}

test('a vendor that fails delays nobody for good: told so, asked again with a new tick, or helped by a person (es)', async ({
  page,
  personOf,
  vendor,
}) => {
  const person = personOf('es');
  await comeRegistered(person, madeUp('es'));
  await person.choosePorts('el-paso');
  await person.press('ask.send.where.button');
  await expect(page.getByText(person.say('ask.send.where.inside'))).toBeVisible();
  vendor.fall('fails');
  await vendorsBox(page, 'es').check();
  await expect(page.getByText(person.say('ask.send.robot.done'))).toBeVisible();
  await person.press('ask.send.button');
  await expect(person.problem()).toBeFocused();
  await expect(person.problem()).toContainText(person.say('problem.captcha-unavailable.title'));
  await expect(person.problem().getByRole('link', { name: person.say('problem.assisted') })).toBeVisible();
  await person.seeHeading('ask.send.title', 'ask-send-hcaptcha-unavailable');

  vendor.fall('well');
  await expect(vendorsBox(page, 'es')).not.toBeChecked();
  await vendorsBox(page, 'es').check();
  await expect(page.getByText(person.say('ask.send.robot.done'))).toBeVisible();
  await person.press('ask.send.button');
  await person.seeState('standing.waiting.title', 'status-waiting');
});

test('a script that does not come is told, with another try and a person (ht)', async ({ page, personOf, vendor }) => {
  const person = personOf('ht');
  await comeRegistered(person, madeUp('ht'));
  await page.route(`${vendor.origin}/**`, (route) => route.fulfill({ status: 404 }));
  await person.choosePorts('el-paso');
  await expect(page.getByText(person.say('ask.send.robot.vendor.failed'))).toBeVisible();
  await expect(page.getByRole('link', { name: person.say('ask.refused.assisted') })).toBeVisible();
  await person.seeHeading('ask.send.title', 'ask-send-hcaptcha-failed');
  await page.unroute(`${vendor.origin}/**`);
  await person.press('ask.refused.retry');
  await vendorsBox(page, 'ht').check();
  await expect(page.getByText(person.say('ask.send.robot.done'))).toBeVisible();
});

test('the keyboard reaches the vendor’s box, and its keys tick it (pt-BR)', async ({ page, personOf }) => {
  const person = personOf('pt-BR', { isLookedAt: false });
  await comeRegistered(person, madeUp('pt-BR'));
  await person.choosePorts('el-paso');
  await expect(page.getByText(person.say('ask.send.robot.vendor.untouched'))).toBeVisible();
  await page.getByRole('link', { name: person.say('ask.send.robot.vendor.access') }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByText(person.say('ask.send.robot.done'))).toBeVisible();
});
