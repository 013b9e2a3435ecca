import type { Page } from '@playwright/test';
import type { Email } from 'postal-mime';
import { vapidKeys } from '#server/notify/vapid.ts';
import { test as base, expect } from '../support/browser.ts';
import { installing } from '../support/installing.ts';
import { look } from '../support/look.ts';
import { Operator } from '../support/operator.ts';
import { detourLocales, launchLocales, personOf } from '../support/people.ts';
import { Person } from '../support/person.ts';
import { type RunningPushService, startPushService } from '../support/push-service.ts';
import { type RunningSmtp, startSmtpServer } from '../support/smtp-server.ts';
import { Visitor } from '../support/visitor.ts';
import { say } from '../support/words.ts';

const keys = vapidKeys(new Uint8Array(32).fill(7));

const test = base.extend<{ readonly smtp: RunningSmtp; readonly push: RunningPushService }>({
  smtp: async ({}, use) => {
    const smtp = await startSmtpServer();
    await use(smtp);
    await smtp.stop();
  },
  push: async ({}, use) => {
    const push = await startPushService(keys.publicKey);
    await use(push);
    await push.stop();
  },
  server: async ({ start, smtp, push }, use) => {
    const environment = {
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Puente <notices@puente.example>',
      VAPID_PRIVATE_KEY: keys.privateKey,
      PUSH_SERVICES: push.origin,
    };
    await use(await start({ environment }));
  },
});

/** As it stands in the mail: three groups of four, with no-break spaces. */
function codeIn({ text }: Email): string {
  return /\d{4}\u00a0\d{4}\u00a0\d{4}/.exec(text ?? '')?.[0] ?? '';
}

test('chosen, each hears it by mail in her language; its code is confirmed, a made-up one is not, and a seller is reported', async ({
  server,
  smtp,
  page,
  browser,
}) => {
  test.setTimeout(600_000);
  const mails = await test.step('five people ask, and are chosen', async () => {
    const visitors = await Promise.all(launchLocales.map((locale) => Visitor.at(server.address, locale)));
    for (const [index, locale] of launchLocales.entries()) {
      await visitors[index]?.register(personOf(locale), 'nogales');
      await visitors[index]?.askForAPlace();
    }
    const arriving = launchLocales.map((locale) => smtp.nextTo(personOf(locale).email));
    await (await Visitor.operator(server.address)).closeAndDraw();
    return await Promise.all(arriving);
  });

  for (const [index, locale] of launchLocales.entries()) {
    await test.step(`the mail and its code (${locale})`, async () => {
      const mail = mails[index];
      if (!mail) throw new Error(`expected a mail in ${locale}`);
      expect(mail.subject).toBe(say(locale, 'notice.offer.subject'));
      expect(mail.headers.find(({ key }) => key === 'content-language')?.value).toBe(locale);
      expect(mail.text).toContain(`${server.address}/${locale}/status`);
      expect(mail.text).not.toMatch(new RegExp(`${personOf(locale).givenNames}|[Nn]ogales`));
      const person = new Person(page, {
        locale,
        address: server.address,
        look: (screen) => look(page, { locale, screen }),
      });

      await person.open('is-it-from-us');
      await person.seeHeading('messages.fromUs.title', 'is-it-from-us');
      await person.write('messages.fromUs.code', codeIn(mail));
      await person.press('messages.fromUs.button');
      await person.seeHeading('messages.answer.yes.title', 'is-it-from-us-yes');
      const topic = person.say('messages.about.draw');
      await expect(page.getByText(person.say('messages.answer.yes.about', { topic }))).toBeVisible();

      await person.follow('messages.fromUs.again');
      await person.write('messages.fromUs.code', '1234 5678 9018');
      await person.press('messages.fromUs.button');
      await person.seeHeading('messages.answer.no.title', 'is-it-from-us-no');

      await person.follow('messages.fromUs.report');
      await person.seeHeading('messages.report.title', 'report-seller');
      await person.press('messages.report.button');
      await expect(person.problem()).toBeVisible();
      await person.seeHeading('messages.report.title', 'report-seller-refused');
      await person.tick('radio', 'messages.act.asked-money');
      await person.write('messages.report.where', `WhatsApp, ${locale}\n+52 656 123 4567`);
      await expect(page.getByText(person.say('ask.send.robot.done'))).toBeVisible({ timeout: 60_000 });
      await person.press('messages.report.button');
      await person.seeHeading('messages.thanks.title', 'report-seller-thanks');
    });
  }

  await test.step('staff read all five', async () => {
    const operator = await Operator.signedIn(browser, { locale: 'en', address: server.address });
    await operator.open('staff/reports');
    await operator.seeHeading('staff.reports.title', 'staff-reports');
    for (const locale of launchLocales) {
      await expect(operator.page.getByText(`WhatsApp, ${locale}`, { exact: true })).toBeVisible();
    }
  });
});

test('without JavaScript a code is checked all the same, and a report says what it needs (ht)', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
  const page = await context.newPage();
  const person = new Person(page, {
    locale: 'ht',
    address: server.address,
    look: (screen) => look(page, { locale: 'ht', screen: `${screen}-without-script` }),
  });
  await person.open('is-it-from-us');
  await person.press('messages.fromUs.button');
  await person.seeHeading('messages.fromUs.title', 'is-it-from-us-refused');
  await person.write('messages.fromUs.code', '0000 0000 0000');
  await person.press('messages.fromUs.button');
  await person.seeHeading('messages.answer.no.title', 'is-it-from-us-no');
  await person.follow('messages.fromUs.report');
  await person.seeHeading('messages.report.title', 'report-seller');
  await expect(page.locator('noscript p')).toHaveText(person.say('messages.report.noScript'));
  // Nothing to fill in that could not be sent.
  await expect(page.getByRole('button', { name: person.say('messages.report.button') })).toBeHidden();
  await expect(person.field('messages.report.where')).toBeHidden();
  await expect(person.field('messages.report.contact')).toBeHidden();
  await expect(page.getByRole('main').getByRole('radio')).toHaveCount(0);
});

/** A browser whose maker's push service is ours: what `subscribe` answers is all that is put in its place. */
async function withPushService(page: Page, push: RunningPushService): Promise<void> {
  const target = push.subscribe(201);
  await page.context().grantPermissions(['notifications']);
  await page.addInitScript(({ endpoint, p256dh, auth }) => {
    const subscription = { toJSON: () => ({ endpoint, keys: { p256dh, auth } }) };
    PushManager.prototype.subscribe = () => Promise.resolve(subscription as unknown as PushSubscription);
  }, target);
}

/** As Chromium does where it would install the page; a private window, as Playwright's are, is never asked by itself. */
async function askToInstall(page: Page): Promise<void> {
  const isHeld = () =>
    page.evaluate(() => {
      const prompt = () => {
        document.documentElement.dataset['asked'] = 'by her tap';
        return Promise.resolve({ outcome: 'accepted' });
      };
      return !window.dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt }));
    });
  await expect.poll(isHeld, { message: 'expected the page to hold the question back' }).toBe(true);
}

for (const locale of detourLocales) {
  test(`messages on her phone: switched on after a tap, tried, made discreet, and off when she signs out (${locale})`, {
    tag: '@window',
  }, async ({ server, smtp, push, page, browser }) => {
    await withPushService(page, push);
    const self = personOf(locale);
    await (await Visitor.at(server.address, locale)).register(self, 'nogales');
    const person = new Person(page, {
      locale,
      address: server.address,
      look: (screen) => look(page, { locale, screen }),
    });
    await person.signIn(self.email);
    await person.seeState('standing.registered.title', 'status-registered');
    await person.follow('messages.title');
    await person.seeHeading('messages.title', 'messages');
    await expect(page.getByText(person.say('messages.email.to', { email: self.email }))).toBeVisible();
    await person.press('messages.push.on');
    await expect(page.getByText(person.say('messages.push.isOn'))).toBeVisible();

    const arriving = smtp.nextTo(self.email);
    await person.tick('radio', 'messages.discreet.short');
    await person.press('messages.discreet.button');
    await expect(page.getByRole('radio', { name: person.say('messages.discreet.short') })).toBeChecked();
    await person.press('messages.test.button');
    expect((await arriving).subject).toBe(say(locale, 'notice.discreet.subject'));
    await expect.poll(() => push.pushed.length).toBe(1);
    const payload = push.pushed[0]?.payload ?? {};
    expect(payload).toMatchObject({ title: say(locale, 'notice.discreet.subject'), locale });
    await expect
      .poll(async () => {
        await person.open('messages');
        return await page.getByText(new RegExp(`: ${say(locale, 'messages.sent.state.sent')}$`)).count();
      })
      .toBe(2);
    await person.seeHeading('messages.title', 'messages-sent');

    await test.step('the phone shows it once, and a tap leads to her page', async () => {
      const worker = page.context().serviceWorkers()[0] ?? (await page.context().waitForEvent('serviceworker'));
      const shown = await worker.evaluate(async (data) => {
        const scope = globalThis as unknown as {
          readonly registration: ServiceWorkerRegistration;
          dispatchEvent(event: Event): boolean;
        };
        const work: Promise<unknown>[] = [];
        const event = () =>
          Object.assign(new Event('push'), {
            data: { json: () => data },
            waitUntil: (promise: Promise<unknown>) => work.push(promise),
          });
        scope.dispatchEvent(event());
        scope.dispatchEvent(event());
        await Promise.all(work);
        const notices = await scope.registration.getNotifications();
        return notices.map(({ title, body, dir, tag }) => ({ title, body, dir, tag }));
      }, payload);
      expect(shown).toEqual([
        { title: payload['title'], body: payload['body'], dir: payload['dir'], tag: payload['id'] },
      ]);
    });

    await test.step('it can be kept as an app, in her language and in one from the right', async () => {
      for (const tag of [locale, 'ar']) {
        await page.goto(`${server.address}/${tag}`);
        const manifest = `${server.address}/${tag}/manifest.webmanifest`;
        expect(await installing(page)).toEqual({ manifest, against: [] });
      }
      await person.open('messages');
    });

    await test.step('once she is registered she is asked whether to keep it, and no is no', async () => {
      await person.open('status');
      await askToInstall(page);
      const offer = page.getByRole('heading', { name: person.say('install.title') });
      await expect(offer).toBeVisible();
      // As the service worker's page says it.
      await page.evaluate(() => Object.assign(document.documentElement.dataset, { update: 'ready' }));
      const update = page.getByText(person.say('phone.update'));
      await expect(update, 'one thing at a time').toBeHidden();
      await look(page, { locale, screen: 'status-install' });
      await person.press('install.notNow');
      await expect(offer).toBeHidden();
      await expect(update).toBeVisible();
      await expect(page.getByRole('main')).toBeFocused();
      await page.evaluate(() => sessionStorage.clear());
      await person.open('status');
      await askToInstall(page);
      await expect(offer, 'another day').toBeHidden();

      await page.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
      await person.open('status');
      await askToInstall(page);
      await person.press('install.install');
      await expect(offer).toBeHidden();
      expect(await page.evaluate(() => document.documentElement.dataset['asked'])).toBe('by her tap');
    });

    await test.step('on an iPhone she reads what to press', async () => {
      const iphone = await browser.newContext({
        viewport: { width: 320, height: 640 },
        userAgent:
          'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1',
        hasTouch: true,
        storageState: await page.context().storageState(),
      });
      await iphone.addInitScript(() => void Object.assign(navigator, { standalone: false }));
      const hers = await iphone.newPage();
      await hers.goto(`${server.address}/${locale}/status`);
      await expect(hers.getByText(person.say('install.add'))).toBeVisible();
      await look(hers, { locale, screen: 'status-install-by-hand' });
      await iphone.close();
    });

    await person.open('messages');
    await page.getByRole('button', { name: person.say('common.menu.signOut') }).click();
    await person.seeHeading('signIn.out.title', 'signed-out');
    await person.signIn(self.email);
    await person.open('messages');
    await expect(page.getByRole('button', { name: person.say('messages.push.on') })).toBeVisible();

    await test.step('a phone that lets Puente show none says where that is changed', async () => {
      const browser = await page.context().newCDPSession(page);
      const permission = { name: 'notifications' };
      await browser.send('Browser.setPermission', { permission, setting: 'denied', origin: server.address });
      await person.open('messages');
      await expect(page.getByText(person.say('messages.push.blocked'))).toBeVisible();
      await person.seeHeading('messages.title', 'messages-blocked');
    });
  });
}

test('in the demonstration what would be sent lies in a mailbox: hers for her, all of it for staff', async ({
  start,
  page,
  browser,
}) => {
  const server = await start({});
  const anna = personOf('ru');
  for (const locale of ['ru', 'es'] as const) {
    const visitor = await Visitor.at(server.address, locale);
    await visitor.register(personOf(locale), 'nogales');
    expect((await visitor.fetch('/api/messages/test', {})).status()).toBe(200);
  }
  const person = new Person(page, {
    locale: 'ru',
    address: server.address,
    look: (screen) => look(page, { locale: 'ru', screen }),
  });
  await person.signIn(anna.email);
  await person.seeState('standing.registered.title', 'status-registered');
  await person.follow('messages.title');
  await person.seeHeading('messages.title', 'messages-sandbox');
  await person.follow('sandbox.mailbox.link');
  await expect
    .poll(async () => {
      await page.reload();
      return await page.getByRole('heading', { name: say('ru', 'notice.test.subject') }).count();
    })
    .toBe(1);
  await person.seeHeading('sandbox.mailbox.title', 'sandbox-mailbox');
  await expect(page.getByText(personOf('es').email)).toHaveCount(0);
  const operator = await Operator.signedIn(browser, { locale: 'en', address: server.address });
  await operator.open('sandbox/mailbox');
  for (const { email } of [anna, personOf('es')]) {
    await expect(operator.page.getByText(new RegExp(email))).toHaveCount(1);
  }
});
