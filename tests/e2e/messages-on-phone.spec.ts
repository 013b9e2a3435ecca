import type { Page } from '@playwright/test';
import { expect } from '../support/browser.ts';
import { installing } from '../support/installing.ts';
import { look } from '../support/look.ts';
import { test } from '../support/message-services.ts';
import { detourLocales, personOf } from '../support/people.ts';
import { Person } from '../support/person.ts';
import type { RunningPushService } from '../support/push-service.ts';
import { Visitor } from '../support/visitor.ts';
import { say } from '../support/words.ts';

// Push messages come to a service worker.
test.use({ serviceWorkers: 'allow' });

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
      const { browserContextId = '' } = (await browser.send('Target.getTargetInfo')).targetInfo;
      const permission = { name: 'notifications' };
      const setting = { permission, setting: 'denied', origin: server.address, browserContextId } as const;
      await browser.send('Browser.setPermission', setting);
      await person.open('messages');
      await expect(page.getByText(person.say('messages.push.blocked'))).toBeVisible();
      await person.seeHeading('messages.title', 'messages-blocked');
    });
  });
}
