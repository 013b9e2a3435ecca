import { addHours } from '#core/time/day.ts';
import type { Instant, TimeZone } from '#core/time/instant.ts';
import { afternoon, expect, test } from '../support/browser.ts';
import { detourLocales, personOf as madeUp } from '../support/people.ts';
import { Visitor } from '../support/visitor.ts';
import { watched } from '../support/watched.ts';
import { wordsIn } from '../support/words.ts';

/** An hour after the first deadline, and an hour after the second. */
const clocks = ['2027-03-11T15:00:00-05:00', '2027-03-12T14:30:00-05:00'] as const;
const laredo = 'America/Chicago' as TimeZone;
const minutes = 5;

for (const locale of detourLocales) {
  test(`more time is 23 hours more, once; the place is kept that long and no longer (${locale})`, {
    tag: locale === 'ht' ? ['@postgresql'] : [],
  }, async ({ page, start, photo }) => {
    const words = wordsIn(locale);
    const confirms = { ...madeUp(locale), email: 'confirms@puente.example' };
    const forgets = { ...madeUp(locale), email: 'forgets@puente.example' };
    const first = await start();
    for (const { email } of [confirms, forgets]) {
      const visitor = await Visitor.at(first.address, locale);
      await visitor.register({ ...madeUp(locale), email }, 'laredo');
      await visitor.askForAPlace();
      await visitor.leave();
    }
    await (await Visitor.operator(first.address)).closeAndDraw();
    const person = await watched(page, { address: first.address, locale });
    const shown = (at: Instant) => person.say('common.time.atPort', { when: words.dateTime(at, laredo) });
    const goOn = (clock: string) => start({ folder: first.folder, port: first.port, clock });

    await test.step('the new time is shown in words', async () => {
      await person.comeIn(confirms.email);
      await person.open('offer');
      await person.seeHeading('offer.title', 'offer');
      const made = Date.parse(afternoon) as Instant;
      const main = (await page.getByRole('main').textContent()) ?? '';
      const possible = Array.from({ length: minutes }, (_, late) => (addHours(made, 23) + late * 60_000) as Instant);
      const deadline = possible.find((at) => main.includes(shown(at)));
      expect(deadline, 'the deadline in words').toBeDefined();
      await person.press('offer.extend.button');
      await expect(page.getByText(shown(addHours(deadline ?? made, 23)))).toBeVisible();
      await person.seeHeading('offer.title', 'offer-extended');
    });

    await test.step('there is no second time, and one who asks for it loses nothing', async () => {
      await expect(page.getByText(person.say('offer.extend.done'))).toBeVisible();
      await expect(page.getByRole('button', { name: person.say('offer.extend.button') })).toHaveCount(0);
      const again = await Visitor.at(first.address, locale);
      await again.signIn(confirms.email);
      const refused = await again.fetch('/api/offer/extend', {});
      expect([refused.status(), await refused.json()]).toMatchObject([409, { title: 'offer-already-extended' }]);
      await again.signIn(forgets.email);
      expect((await again.fetch('/api/offer/extend', {})).status()).toBe(200);
      await again.leave();
    });
    await first.kill('SIGTERM');

    const second = await goOn(clocks[0]);
    await test.step('after the first time is over, it can be confirmed', async () => {
      await person.comeIn(confirms.email);
      await person.open('status');
      await person.seeState('standing.offered.title', 'status-offered-extended');
      await expect(page.getByText(person.say('timeline.what.extended'))).toBeVisible();
      await person.open('offer/confirm');
      await person.press('ask.send.where.button');
      await expect(page.getByText(person.say('ask.send.where.inside'))).toBeVisible();
      await person.pickPhoto(photo);
      await person.press('offer.confirm.button');
      await person.seeHeading('confirmation.title', 'confirmation');
    });
    await second.kill('SIGTERM');

    await goOn(clocks[1]);
    await test.step('after the second, it is over', async () => {
      await person.comeIn(forgets.email);
      await person.open('status');
      await person.seeState('standing.last.lapsed.title', 'status-lapsed-extended');
      await person.comeIn(confirms.email);
      await person.open('status');
      await person.seeState('standing.booked.title', 'status-booked');
    });
  });
}
