import type { LocalDay } from '#core/time/instant.ts';
import { expect, test } from '../support/browser.ts';
import { look } from '../support/look.ts';
import { detourLocales, personOf as madeUp } from '../support/people.ts';
import { Person } from '../support/person.ts';
import { Visitor } from '../support/visitor.ts';
import { wordsIn } from '../support/words.ts';

for (const locale of detourLocales) {
  const tags = locale === 'ht' ? ['@postgresql'] : [];

  test(`decline, and the place goes to the next, who adds time, confirms and gives it back (${locale})`, {
    tag: tags,
  }, async ({ browser, server, photo }) => {
    const operator = await Visitor.operator(server.address);
    await operator.leaveOnePlace('laredo', '2027-03-21');
    const emails = ['first@puente.example', 'second@puente.example'] as const;
    for (const email of emails) {
      const visitor = await Visitor.at(server.address, locale);
      await visitor.register({ ...madeUp(locale), email }, 'laredo');
      await visitor.askForAPlace();
      await visitor.leave();
    }
    await operator.closeAndDraw();

    const come = async (email: string): Promise<Person> => {
      const context = await browser.newContext({
        viewport: { width: 320, height: 640 },
        permissions: ['geolocation'],
        geolocation: { latitude: 31.69, longitude: -106.424, accuracy: 30 },
      });
      const page = await context.newPage();
      const seen = (screen: string) => look(page, { locale, screen });
      const person = new Person(page, { locale, address: server.address, look: seen });
      await person.signIn(email);
      await page.waitForURL(/\/status$/);
      return person;
    };
    const [one, two] = [await come(emails[0]), await come(emails[1])];
    const isOne = (await one.page.getByText(one.say('standing.offered.title')).count()) > 0;
    const [holder, next] = isOne ? [one, two] : [two, one];
    await next.seeState('standing.last.not-chosen.title', 'status-not-chosen-line');

    await holder.open('offer/decline');
    await holder.press('offer.decline.button');
    await holder.seeState('standing.last.declined.title', 'status-declined-start');

    await next.open('status');
    await next.seeState('standing.offered.title', 'status-offered-freed');
    const day = wordsIn(locale).day('2027-03-11' as LocalDay);
    const why = next.say('timeline.what.offered-freed', { day, port: next.say('port.laredo.name') });
    await expect(next.page.getByText(why)).toBeVisible();
    await next.follow('standing.offered.button');
    await next.press('offer.extend.button');
    await expect(next.page.getByText(next.say('offer.extend.done'))).toBeVisible();
    await next.follow('offer.confirmLink');
    await next.press('ask.send.where.button');
    await expect(next.page.getByText(next.say('ask.send.where.inside'))).toBeVisible();
    await next.pickPhoto(photo);
    await next.press('offer.confirm.button');
    await next.seeHeading('confirmation.title', 'confirmation');

    await next.open('status');
    await next.seeState('standing.booked.title', 'status-booked-timeline');
    await next.follow('appointment.cancel.link');
    await next.seeHeading('appointment.cancel.title', 'appointment-cancel');
    await next.press('appointment.cancel.button');
    await next.seeState('standing.last.cancelled.title', 'status-cancelled');
  });
}
