import type { LocalDay } from '#core/time/instant.ts';
import { expect, test } from '../support/browser.ts';
import { detourLocales, personOf as madeUp } from '../support/people.ts';
import { Visitor } from '../support/visitor.ts';
import { watched } from '../support/watched.ts';
import { wordsIn } from '../support/words.ts';

/** Ten minutes after the 23 hours of an offer that was made at three the day before. */
const tooLate = '2027-03-11T14:10:00-05:00';
const registeredOn = '2027-03-10' as LocalDay;
const drawnOn = '2027-03-11' as LocalDay;
const nextDraw = '2027-03-12' as LocalDay;

for (const locale of detourLocales) {
  test(`who doesn’t confirm in time reads that it is over, keeps her date, and asks again (${locale})`, {
    tag: locale === 'ht' ? ['@postgresql'] : [],
  }, async ({ page, start }) => {
    const words = wordsIn(locale);
    const once = { ...madeUp(locale), email: 'once@puente.example' };
    const daily = { ...madeUp(locale), email: 'daily@puente.example' };
    const before = await start();
    for (const self of [once, daily]) {
      const visitor = await Visitor.at(before.address, locale);
      await visitor.register(self, 'laredo');
      await visitor.askForAPlace(self === daily ? { standing: 'yes' } : {});
      await visitor.leave();
    }
    await (await Visitor.operator(before.address)).closeAndDraw();
    const person = await watched(page, { address: before.address, locale });
    const date = page.getByText(person.say('standing.since', { day: words.date(registeredOn) }), { exact: true });
    await person.comeIn(once.email);
    await person.open('status');
    await person.seeState('standing.offered.title', 'status-offered');
    await expect(date).toBeVisible();
    await before.kill('SIGTERM');
    await start({ folder: before.folder, port: before.port, clock: tooLate });

    await test.step('what happened, and what comes next', async () => {
      await person.comeIn(once.email);
      await person.open('status');
      await person.seeState('standing.last.lapsed.title', 'status-lapsed');
      for (const [key, day] of [
        ['standing.last.lapsed.what', drawnOn],
        ['standing.registered.again', drawnOn],
        ['timeline.what.lapsed', drawnOn],
      ] as const) {
        await expect(page.getByText(person.say(key, { day: words.day(day) }), { exact: true })).toBeVisible();
      }
      await expect(date).toBeVisible();
    });

    await test.step('she asks again, at the ports that she chose before', async () => {
      await person.follow('standing.registered.button');
      await person.seeHeading('ask.ports.title', 'ask-ports-again');
      await expect(person.field('ask.ports.port1')).toHaveValue('laredo');
      await person.press('common.continue');
      await person.seeHeading('ask.send.title', 'ask-send');
      await person.ask();
      await expect(page.getByText(person.say('standing.waiting.what', { day: words.day(nextDraw) }))).toBeVisible();
      await expect(date).toBeVisible();
    });

    await test.step('who asked for each day is in the next draw without doing anything', async () => {
      await person.comeIn(daily.email);
      await person.open('status');
      await person.seeState('standing.waiting.title', 'status-waiting-lapsed');
      await expect(page.getByText(person.say('timeline.what.lapsed'))).toBeVisible();
      const again = person.say('timeline.what.asked-standing', { day: words.day(nextDraw) });
      await expect(page.getByText(again)).toBeVisible();
      await expect(date).toBeVisible();
    });
  });
}
