import { expect, test } from '../support/browser.ts';
import { comeRegistered } from '../support/come-registered.ts';
import { everyLanguage, manyScreens, mirroredOrAll } from '../support/every-language.ts';
import { missPhotoOfChild } from '../support/miss-photo.ts';
import { Operator } from '../support/operator.ts';
import { personOf as madeUp } from '../support/people.ts';
import { Visitor } from '../support/visitor.ts';
import { say } from '../support/words.ts';
import { looking } from './looks-at.ts';

// Many screens in seven languages.
test.describe.configure({ timeout: manyScreens });

test(
  'a review, from the refusal to the second decision, in every language',
  looking('review'),
  async ({ browser, page, server, personOf }) => {
    const person = personOf('en', { isLookedAt: false });
    const see = everyLanguage(page, server.address);
    const refused = 'assisted?reason=outside-geofence&kilometers=461';
    await comeRegistered(person, madeUp('en'));
    await person.choosePorts('laredo');
    await see({ path: refused, screen: 'assisted-refused', shows: 'review.ask.found' });
    await see({ path: 'assisted?reason=live-photo', screen: 'assisted-live-photo', shows: 'review.reason.live-photo' });

    const asks = async (label: string) => {
      await person.open(refused);
      await person.write(label, 'I am in Laredo.');
      await person.press('review.ask.button');
      return (await person.shownCode()).replaceAll(/\s/g, '');
    };
    const first = await asks('review.ask.statement');
    await see({ path: 'assisted', screen: 'assisted-refused-code', shows: 'review.waiting.reason' });
    await see({ path: 'status', screen: 'status-registered-waits', shows: 'standing.assistance.title' });

    const operator = await Operator.signedIn(browser, { locale: 'en', address: server.address });
    const desk = everyLanguage(operator.page, server.address);
    await desk({ path: 'staff/reviews?reason=outside-geofence', screen: 'staff-reviews', shows: 'review.list.step' });
    await desk({ path: `staff/review?code=${first}`, screen: 'staff-review', shows: 'review.one.signals' });
    await test.step('saved without a decision', async () => {
      await operator.open(`staff/review?code=${first}`);
      await operator.press('review.one.button');
      await expect(operator.problem()).toBeFocused();
      await desk({ path: `staff/review?code=${first}`, screen: 'staff-review-error', shows: 'problem.fields.title' });
    });
    await operator.open(`staff/review?code=${first}`);
    await operator.tick('radio', 'review.decision.not-enough');
    await operator.write('review.one.note', 'No map, no paper.');
    await operator.press('review.one.button');
    await desk({ path: `staff/review?code=${first}`, screen: 'staff-review-over', shows: 'review.one.over' });

    await see({ path: 'status', screen: 'status-decided-against', shows: 'review.told.against' });
    await see({ path: 'assisted', screen: 'assisted-again', shows: 'review.ask.news' });
    const second = await asks('review.ask.news');
    await desk({ path: `staff/review?code=${second}`, screen: 'staff-review-by-another', shows: 'review.one.by' });
    await operator.open('staff/draw');
    await operator.press('staff.draw.closeButton');
    await operator.seeHeading('staff.draw.title', 'staff-draw-closed');
    const officer = await Operator.signedIn(browser, { locale: 'en', address: server.address, role: 'officer' });
    await officer.open(`staff/review?code=${second}`);
    await officer.decideHere('place-believed');
    await see({ path: 'status', screen: 'status-decided-enters-next', shows: 'review.told.entersNext' });

    // Seen in Creole by the test of this way (`e2e/review.spec.ts`).
    await test.step('the photo of a child, which was refused three times, and then by a person', async () => {
      const mother = { ...madeUp('es'), email: 'mother@puente.example' };
      const quick = await Visitor.at(server.address, 'en');
      await quick.signIn(mother.email);
      await quick.answerUpToGroup(mother);
      await missPhotoOfChild(quick);
      await quick.leave();
      await person.comeIn(mother.email);
      const ofChild = {
        in: mirroredOrAll,
        act: async (locale: string) => {
          const name = say(locale, 'review.told.photoLinkOf', { name: 'Lia Désir' });
          await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
        },
      };
      const missed = 'assisted?reason=registration-photo&misses=3';
      await see({ ...ofChild, path: missed, screen: 'assisted-photo-of-child', shows: 'review.ask.found' });
      await person.open(missed);
      await person.press('review.ask.button');
      const code = (await person.shownCode()).replaceAll(/\s/g, '');
      await officer.open(`staff/review?code=${code}`);
      await officer.decideHere('photo-unclear');
      await see({ ...ofChild, path: 'status', screen: 'status-photo-of-child', shows: 'review.told.photo-unclear' });
    });
  },
);
