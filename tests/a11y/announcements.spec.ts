import { expect } from '@playwright/test';
import { asRecorded, isHeardAsRecorded } from '../support/announcements.ts';
import { test } from '../support/browser.ts';
import { launchLocales, personOf as madeUp } from '../support/people.ts';
import { saidMeanwhile } from '../support/screen-reader.ts';
import { newEmail, test as shared } from '../support/shared-server.ts';
import { Visitor } from '../support/visitor.ts';

/** What is said depends on markup that all languages share: one each time, and each that was recorded by `npm run test:full`. */
const isFull = process.env['PUENTE_FULL'] === '1';
const recorded = isFull ? launchLocales : (['ht'] as const);

for (const locale of recorded) {
  shared(
    `by ear a person chooses her language, signs in, and hears what is wrong with an answer (${locale})`,
    async ({ server, page, personOf }) => {
      const person = personOf(locale, { isLookedAt: false });
      const hear = (name: string) => isHeardAsRecorded(page, { locale, name });
      await page.goto(server.address);
      await hear('choose-language');
      await page.locator(`main a[hreflang="${locale}"]`).click();
      await person.seeHeading('start.title', 'start');
      await hear('start');
      await person.open('sign-in');
      await hear('sign-in');
      await person.comeIn(newEmail());
      await person.open('register/birth');
      await hear('question');
      await person.press('common.continue');
      await expect(person.problem()).toBeFocused();
      await hear('question-error');
    },
  );
}

if (isFull)
  for (const locale of recorded) {
    test(`by ear a person asks, hears where she stands, and hears an offer run out (${locale})`, async ({
      server,
      page,
      personOf,
    }) => {
      const self = madeUp(locale);
      const visitor = await Visitor.at(server.address, locale);
      await visitor.register(self, 'laredo');
      await visitor.leave();
      const person = personOf(locale, { isLookedAt: false });
      const hear = (name: string) => isHeardAsRecorded(page, { locale, name });
      await person.comeIn(self.email);
      await person.open('ask/send');
      await expect(page.getByText(person.say('ask.send.robot.done'))).toBeVisible({ timeout: 60_000 });
      await hear('ask');
      await person.ask();
      await hear('status-waiting');
      const operator = await Visitor.operator(server.address);
      await operator.closeAndDraw();
      await operator.leave();
      await person.open('status');
      await hear('status-offered');
      await person.open('offer');
      await hear('offer');

      await page.clock.install();
      await person.open('offer');
      await expect(page.getByRole('timer')).toBeVisible();
      const said = await saidMeanwhile(page, async () => {
        // Nearly two hours before the end; then minute by minute, as the phone shows them.
        await page.clock.fastForward('21:00:00');
        for (let minutes = 0; minutes < 125; minutes += 1) await page.clock.fastForward('01:00');
        await expect(person.problem()).toBeVisible();
      });
      expect.soft(asRecorded(said)).toMatchSnapshot([locale, 'offer-countdown.txt']);
    });
  }
