import { asksNothing } from '../support/asks-nothing.ts';
import { expect, test } from '../support/browser.ts';
import { comeRegistered } from '../support/come-registered.ts';
import { everyLanguage, manyScreens, pseudo } from '../support/every-language.ts';
import { Operator } from '../support/operator.ts';
import { readPdf } from '../support/pdf-text.ts';
import { personOf as madeUp } from '../support/people.ts';
import { Person } from '../support/person.ts';
import { say } from '../support/words.ts';
import { looking } from './looks-at.ts';

// Many screens in seven languages.
test.describe.configure({ timeout: manyScreens });

const self = madeUp('en');

/** Sends the photo, with what the sandbox's check shall say about it. */
async function sendPhoto(person: Person, photo: string, wish: string): Promise<void> {
  await person.open('offer/confirm');
  await person.press('ask.send.where.button');
  await expect(person.page.getByText(person.say('ask.send.where.inside'))).toBeVisible();
  await person.pickPhoto(photo);
  await person.tick('radio', `sandbox.presence.${wish}`);
  await person.press('offer.confirm.button');
}

test(
  'an offer, and what can go wrong with it, in every language',
  looking('offer'),
  async ({ browser, page, server, photo, personOf }) => {
    const see = everyLanguage(page, server.address);
    const person = personOf('en', { isLookedAt: false });
    await comeRegistered(person, self);
    await person.choosePorts('laredo');
    await person.ask();
    const operator = await Operator.signedIn(browser, { locale: 'en', address: server.address });
    await operator.closeAndDraw();

    await see({ path: 'status', screen: 'status-offered', shows: 'standing.offered.title', in: pseudo });
    await see({ path: 'offer', screen: 'offer', heading: 'offer.title', in: pseudo });
    await see({ path: 'assisted', screen: 'assisted-confirm', shows: 'assisted.confirm.what' });
    await person.open('offer');
    await person.pressElsewhere(self.email, { path: 'offer', button: 'offer.extend.button' });
    await person.press('offer.extend.button');
    await expect(person.problem()).toBeVisible();
    await see({ path: 'offer', screen: 'offer-extended-twice', shows: 'problem.offer-already-extended.title' });

    const confirm = { path: 'offer/confirm', heading: 'offer.confirm.title' };
    await see({ ...confirm, screen: 'offer-confirm', in: pseudo });
    await test.step('without a photo', async () => {
      await person.open('offer/confirm');
      await person.press('ask.send.where.button');
      await expect(page.getByText(person.say('ask.send.where.inside'))).toBeVisible();
      await person.press('offer.confirm.button');
      await expect(person.problem()).toBeFocused();
      await see({ ...confirm, screen: 'offer-confirm-error', shows: 'problem.fields.title' });
    });
    for (const [wish, kind] of [
      ['busy', 'presence-throttled'],
      ['down', 'presence-unavailable'],
      ['miss', 'presence-missed'],
    ] as const) {
      await sendPhoto(person, photo, wish);
      await expect(person.problem()).toBeFocused();
      await see({ ...confirm, screen: `offer-confirm-${wish}`, shows: `problem.${kind}.title` });
    }
    await sendPhoto(person, photo, 'unsure');
    await person.seeHeading('assisted.title', 'assisted-confirm-code');
    await see({ path: 'assisted', screen: 'assisted-confirm-code', shows: 'assisted.code.title' });

    await see({ path: 'offer/decline', screen: 'offer-decline', heading: 'offer.decline.title', in: pseudo });
    await person.open('offer/decline');
    await person.pressElsewhere(self.email, { path: 'offer/decline', button: 'offer.decline.button' });
    await person.press('offer.decline.button');
    await expect(person.problem()).toBeFocused();
    await see({
      path: 'offer/decline',
      screen: 'offer-decline-twice',
      heading: 'problem.no-offer.title',
      act: (locale) => asksNothing(page, locale),
    });
    await see({ path: 'status', screen: 'status-declined', shows: 'standing.last.declined.title', in: pseudo });
  },
);

test(
  'an offer at the edge of its time and after it, in every language',
  looking('offer-edge'),
  async ({ browser, page, start, context }) => {
    const before = await start();
    await context.grantPermissions(['geolocation']);
    const person = new Person(page, { locale: 'en', address: before.address });
    await comeRegistered(person, self);
    await person.choosePorts('laredo');
    await person.open('ask/send');
    await page.getByRole('radio', { name: person.say('sandbox.location.inside') }).check();
    // Today alone: whoever asks for each day is in the next draw once her offer has lapsed.
    await page.getByRole('checkbox', { name: person.say('ask.send.standing.label') }).uncheck();
    await person.ask();
    const operator = await Operator.signedIn(browser, { locale: 'en', address: before.address });
    await operator.closeAndDraw();
    await before.kill('SIGTERM');
    const kept = { folder: before.folder, port: before.port };

    await test.step('in its last minutes, and when they pass on the phone', async () => {
      const edge = await start({ ...kept, clock: '2027-03-11T13:58:00-05:00' });
      const later = new Person(page, { locale: 'en', address: edge.address });
      const see = everyLanguage(page, edge.address);
      await later.signIn(self.email);
      await later.seeState('standing.offered.title', 'status-offered');
      await see({ path: 'offer', screen: 'offer-edge', heading: 'offer.title' });
      await page.clock.install();
      await see({
        path: 'offer',
        screen: 'offer-lapsed',
        shows: 'problem.offer-lapsed.title',
        async act(locale) {
          const main = page.getByRole('main');
          const title = say(locale, 'problem.offer-lapsed.title');
          await main.getByRole('link', { name: say(locale, 'offer.confirmLink') }).focus();
          // The countdown begins when the page's script does: minutes that pass before are none of its.
          await expect(async () => {
            await page.clock.runFor('00:10:00');
            await expect(main.getByRole('heading', { level: 1 })).toHaveText(title, { timeout: 500 });
          }).toPass({ timeout: 15_000 });
          await expect(page).toHaveTitle(say(locale, 'meta.title', { page: title }));
          await expect(main.getByRole('alert')).toContainText(say(locale, 'problem.offer-lapsed.what'));
          // Nothing of the offer is left to press, and who stood on it stands on the way on.
          await expect(main.getByRole('link')).toHaveText([say(locale, 'problem.status')]);
          await expect(main.getByRole('link')).toBeFocused();
          await expect(main.getByRole('button')).toHaveCount(0);
          await expect(main.getByRole('timer')).toHaveCount(0);
        },
      });
      await edge.kill('SIGTERM');
    });

    await test.step('when it has lapsed', async () => {
      const after = await start({ ...kept, clock: '2027-03-11T15:30:00-05:00' });
      const late = new Person(page, { locale: 'en', address: after.address });
      await late.signIn(self.email);
      await late.seeState('standing.last.lapsed.title', 'status-lapsed');
      await everyLanguage(
        page,
        after.address,
      )({
        path: 'status',
        screen: 'status-lapsed',
        shows: 'standing.last.lapsed.title',
      });
    });
  },
);

test(
  'an appointment, in the languages that no other test sees',
  looking('appointment'),
  async ({ browser, page, server, photo, personOf }) => {
    const see = everyLanguage(page, server.address);
    const person = personOf('en', { isLookedAt: false });
    await comeRegistered(person, self);
    await person.choosePorts('laredo');
    await person.ask();
    const operator = await Operator.signedIn(browser, { locale: 'en', address: server.address });
    await operator.closeAndDraw();
    await sendPhoto(person, photo, 'match');
    await person.seeHeading('confirmation.title', 'confirmation');
    await see({ path: 'status', screen: 'status-booked', shows: 'standing.booked.title' });
    await see({ path: 'confirmation', screen: 'confirmation', heading: 'confirmation.title', in: pseudo });

    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('img')).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    await see({
      path: 'confirmation',
      screen: 'confirmation-printed',
      heading: 'confirmation.title',
      in: pseudo,
      act: async (locale) => {
        const paper = await readPdf(new Uint8Array(await page.pdf({ format: 'Letter' })));
        // The one is 40 % longer than English; no language is.
        expect(paper.pages, locale).toBeLessThanOrEqual(locale === 'en-XA' ? 2 : 1);
      },
    });
  },
);
