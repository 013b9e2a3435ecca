import type { LocalDay } from '#core/time/instant.ts';
import { expect, test } from '../support/browser.ts';
import { comeRegistered } from '../support/come-registered.ts';
import { missPhotoOfChild } from '../support/miss-photo.ts';
import { Operator } from '../support/operator.ts';
import { detourLocales, personOf as madeUp } from '../support/people.ts';
import type { Person } from '../support/person.ts';
import { Visitor } from '../support/visitor.ts';
import { wordsIn } from '../support/words.ts';

/** Her photo, and what the sandbox's check is to say of it. */
async function sendPhoto(person: Person, photo: string, wish: string): Promise<void> {
  await person.open('offer/confirm');
  await person.press('ask.send.where.button');
  await expect(person.page.getByText(person.say('ask.send.where.inside'))).toBeVisible();
  await person.pickPhoto(photo);
  await person.tick('radio', `sandbox.presence.${wish}`);
  await person.press('offer.confirm.button');
}

for (const locale of detourLocales) {
  const tags = locale === 'ht' ? ['@postgresql'] : [];

  test(`outside by her phone’s word she asks a person, who decides for her: she is in the draw with her date (${locale})`, {
    tag: tags,
  }, async ({ browser, page, server, personOf }) => {
    const person = personOf(locale);
    await comeRegistered(person, madeUp(locale));
    await person.choosePorts('el-paso');
    await person.open('status');
    // In Mexico City it is the 10th of March when the town begins.
    const since = person.say('standing.since', { day: wordsIn(locale).date('2027-03-10' as LocalDay) });
    await expect(page.getByText(since, { exact: true })).toBeVisible();

    await test.step('refused, with how far', async () => {
      await person.open('ask/send');
      await person.tick('radio', 'sandbox.location.outside');
      await person.press('ask.send.where.button');
      await expect(person.problem()).toBeFocused();
      await expect(person.problem()).toContainText(person.say('problem.outside-geofence.found', { kilometers: '461' }));
      await person
        .problem()
        .getByRole('link', { name: person.say('problem.assisted') })
        .click();
    });

    const code = await test.step('a person is asked, who gets to know it', async () => {
      await expect(page.getByText(person.say('problem.outside-geofence.found', { kilometers: '461' }))).toBeVisible();
      await person.seeHeading('assisted.title', 'assisted-refused');
      await person.write('review.ask.statement', 'Juárez, Хуарес');
      await expect(person.field('review.ask.photo'), 'her photo is hers to show').not.toBeChecked();
      await person.tick('checkbox', 'review.ask.photo');
      await person.press('review.ask.button');
      await expect(page.getByText(person.say('review.reason.outside-geofence'))).toBeVisible();
      await person.seeHeading('assisted.title', 'assisted-refused-code');
      return person.shownCode();
    });

    await test.step('a person sees what was found, and decides for her', async () => {
      const officer = await Operator.signedIn(browser, { locale, address: server.address, role: 'officer' });
      await officer.open('staff/reviews?reason=outside-geofence');
      await expect(officer.page.getByText(code, { exact: true })).toBeVisible();
      await officer.open(`staff/review?code=${code.replaceAll(/\s/g, '')}`);
      const found = officer.say('problem.outside-geofence.found', { kilometers: '461' });
      await expect(officer.page.getByText(found)).toBeVisible();
      await expect(officer.page.getByText('Juárez, Хуарес')).toBeVisible();
      await expect(officer.page.getByRole('img', { name: officer.say('review.one.photoBefore') })).toBeVisible();
      await officer.decide(code, 'place-believed');
    });

    await person.open('status');
    await expect(page.getByText(person.say('review.told.place-believed')).first()).toBeVisible();
    await person.seeState('standing.waiting.title', 'status-waiting-decided');
    await expect(page.getByText(since, { exact: true })).toBeVisible();
  });

  test(`three photos that do not fit go to a person, who sees both and decides for her (${locale})`, async ({
    browser,
    page,
    server,
    photo,
    personOf,
  }) => {
    const person = personOf(locale);
    await comeRegistered(person, madeUp(locale));
    await person.choosePorts('el-paso');
    await person.ask();
    const operator = await Operator.signedIn(browser, { locale, address: server.address, isLookedAt: true });
    await operator.closeAndDraw();

    await test.step('busy and down count as no try', async () => {
      for (const wish of ['busy', 'down'] as const) {
        await sendPhoto(person, photo, wish);
        await expect(person.problem()).toBeVisible();
      }
      await expect(page.getByText(person.say('offer.confirm.misses', { count: 1, countText: '1' }))).toHaveCount(0);
    });

    await sendPhoto(person, photo, 'miss');
    await expect(person.problem()).toContainText(person.say('problem.presence-missed.title'));
    await person.seeHeading('offer.confirm.title', 'offer-confirm-missed');
    await sendPhoto(person, photo, 'miss');
    await expect(person.problem()).toContainText(person.say('problem.presence-missed.title'));
    await sendPhoto(person, photo, 'miss');
    await expect(page.getByText(person.say('review.reason.live-photo'))).toBeVisible();
    await person.seeHeading('assisted.title', 'assisted-live-photo-code');
    const code = await person.shownCode();

    await operator.open(`staff/review?code=${code.replaceAll(/\s/g, '')}`);
    for (const which of ['photoBefore', 'photoLive']) {
      await expect(operator.page.getByRole('img', { name: operator.say(`review.one.${which}`) })).toBeVisible();
    }
    await operator.seeHeading('review.one.title', 'staff-review-live-photo');
    await operator.decideHere('same-person');
    await person.open('status');
    await person.seeState('standing.booked.title', 'status-booked-decided');
  });

  test(`three photos refused at registration go to a person; she registers meanwhile, and sends another (${locale})`, async ({
    browser,
    page,
    server,
    photo,
    personOf,
  }) => {
    const person = personOf(locale);
    const self = madeUp(locale);
    await person.signIn(self.email);
    await person.answerUpToPhoto(self);
    const sends = async (wish: string) => {
      await person.open('register/photo?change');
      await person.pickPhoto(photo);
      await person.tick('radio', `sandbox.presence.${wish}`);
      await person.press('common.continue');
    };
    for (const title of ['fields', 'fields', 'photo-refused']) {
      await sends('miss');
      await expect(person.problem()).toContainText(person.say(`problem.${title}.title`));
      await expect(person.problem()).toContainText(person.say('problem.field.face-not-seen'));
      await person.seeHeading('register.photo.title', `register-photo-${title}`);
    }
    await person
      .problem()
      .getByRole('link', { name: person.say('problem.assisted') })
      .click();
    await expect(page.getByText(person.say('review.reason.registration-photo'))).toBeVisible();
    await person.seeHeading('assisted.title', 'assisted-photo');
    await person.press('review.ask.button');
    await expect(page.getByText(person.say('assisted.code.photo'))).toBeVisible();
    await person.seeHeading('assisted.title', 'assisted-photo-code');
    const code = await person.shownCode();

    await test.step('she registers meanwhile', async () => {
      await person.open('register/photo?change');
      await expect(page.getByText(person.say('register.photo.waits.what'))).toBeVisible();
      await person.seeHeading('register.photo.title', 'register-photo-waits');
      await person.press('common.continue');
      await person.seeHeading('group.title', 'register-group');
      await person.acceptTerms();
      await expect(page.getByText(person.say('register.check.photoWaits'))).toBeVisible();
      await person.press('register.check.button');
      await person.seeHeading('ask.ports.title', 'ask-ports');
    });

    await test.step('a person sees it, asks for another one, and she sends it', async () => {
      const officer = await Operator.signedIn(browser, {
        locale,
        address: server.address,
        role: 'officer',
        isLookedAt: true,
      });
      await officer.open(`staff/review?code=${code.replaceAll(/\s/g, '')}`);
      await expect(officer.page.getByRole('img', { name: officer.say('review.one.photoRefused') })).toBeVisible();
      await officer.seeHeading('review.one.title', 'staff-review-photo');
      await officer.decideHere('photo-unclear');
      await person.open('status');
      await expect(page.getByText(person.say('review.told.photo-unclear')).first()).toBeVisible();
      await person.seeHeading('standing.title', 'status-photo-decided');
      await person.follow('review.told.photoLink');
      await expect(page.getByText(person.say('problem.field.no-photo'))).toBeVisible();
      await expect(page.getByText(person.say('register.photo.waits.title')), 'nobody looks any more').toHaveCount(0);
      await sends('match');
      await person.open('my-data');
      const kept = page.getByRole('definition').filter({ hasText: person.say('register.check.photoYes') });
      await expect(kept).toContainText(person.say('group.changed', { day: '' }).trim());
    });
  });
}

for (const locale of detourLocales) {
  test(`a no about a child’s photo leads to the photo of that child (${locale})`, async ({
    browser,
    page,
    server,
    personOf,
  }) => {
    const person = personOf(locale);
    const self = madeUp(locale);
    const quick = await Visitor.at(server.address, locale);
    await quick.signIn(self.email);
    await quick.answerUpToGroup(self);
    const child = await missPhotoOfChild(quick);
    await quick.leave();
    const name = 'Lia Désir';
    const link = page.getByRole('main').getByRole('link', { name: person.say('review.told.photoLinkOf', { name }) });

    await person.comeIn(self.email);
    await person.open('assisted?reason=registration-photo&misses=3');
    await expect(link).toHaveAttribute('href', `/${locale}/register/photo?person=${child}`);
    await person.seeHeading('assisted.title', 'assisted-photo-of-child');
    await person.press('review.ask.button');
    const officer = await Operator.signedIn(browser, { locale, address: server.address, role: 'officer' });
    await officer.decide(await person.shownCode(), 'photo-unclear');

    await person.open('status');
    await person.seeHeading('standing.title', 'status-photo-of-child');
    await person.follow('review.told.photoLinkOf', { name });
    await person.seeHeading('group.photo.title', 'member-photo-again');
    await expect(page.getByRole('main').getByText(name)).toBeVisible();
    await person.press('register.photo.waits.another');
    await person.seeHeading('group.title', 'register-group-of-two');
  });
}

test('what her phone shows of itself is there for who looks: as she asked, and as she confirmed (ht)', async ({
  browser,
  server,
  photo,
  personOf,
}) => {
  const asking = personOf('ht', { isLookedAt: false });
  await comeRegistered(asking, madeUp('ht'));
  await asking.choosePorts('el-paso');
  await asking.ask();
  // She asks without a browser, so that what is known of her phone is from her confirming alone.
  const confirming = { ...madeUp('ru'), email: 'confirming@puente.example' };
  const quick = await Visitor.at(server.address, 'ht');
  await quick.register(confirming, 'el-paso');
  await quick.askForAPlace();
  await quick.leave();
  const operator = await Operator.signedIn(browser, { locale: 'ht', address: server.address });
  await operator.closeAndDraw();
  const expectSignals = async () => {
    await asking.open('assisted');
    await asking.press('assisted.confirm.button');
    await operator.open(`staff/review?code=${(await asking.shownCode()).replaceAll(/\s/g, '')}`);
    await expect(operator.page.getByText(operator.say('signal.automation'), { exact: true })).toBeVisible();
  };

  await expectSignals();
  await asking.comeIn(confirming.email);
  await sendPhoto(asking, photo, 'miss');
  await expect(asking.problem()).toBeVisible();
  await expectSignals();
});

test('a no is told with its reason; with something new another officer says yes (ru)', async ({
  browser,
  page,
  server,
  personOf,
}) => {
  const person = personOf('ru');
  await comeRegistered(person, madeUp('ru'));
  await person.choosePorts('el-paso');
  const asks = async (words: string, label: string) => {
    await person.open('assisted?reason=outside-geofence&kilometers=12');
    await person.write(label, words);
    await person.press('review.ask.button');
    await expect(page.getByText(person.say('review.reason.outside-geofence'))).toBeVisible();
    return person.shownCode();
  };
  const desk = async (role: 'operator' | 'officer') =>
    Operator.signedIn(browser, { locale: 'ru', address: server.address, role });
  const [operator, officer] = [await desk('operator'), await desk('officer')];

  await operator.decide(await asks('Я в Хуаресе', 'review.ask.statement'), 'place-not-shown');
  await person.open('status');
  await expect(page.getByText(person.say('review.told.place-not-shown')).first()).toBeVisible();
  await person.seeState('standing.registered.title', 'status-registered-decided');
  await person.follow('review.told.link');
  await person.seeHeading('assisted.title', 'assisted-again');

  await test.step('nothing new is no new review', async () => {
    await person.press('review.ask.button');
    // Without a refusal in the address it is plain help, and still asks what is new.
    await expect(person.problem()).toContainText(person.say('problem.fields.title'));
    await person.seeHeading('assisted.title', 'assisted-again-missing');
  });

  const second = await asks('Вот квитанция', 'review.ask.news');
  await operator.open(`staff/review?code=${second.replaceAll(/\s/g, '')}`);
  await expect(operator.page.getByText(operator.say('review.one.by'))).toBeVisible();
  await expect(operator.page.getByRole('button', { name: operator.say('review.one.button') })).toHaveCount(0);
  await officer.decide(second, 'place-believed');
  await person.open('status');
  await person.seeState('standing.waiting.title', 'status-waiting-decided');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a person is asked and decides, too (pt-BR)', async ({ browser, page, server, personOf }) => {
    const person = personOf('pt-BR');
    await comeRegistered(person, madeUp('pt-BR'));
    await person.choosePorts('el-paso');
    await person.open('assisted?reason=device-limit&limit=3');
    await expect(page.getByText(person.say('problem.device-limit.found', { limit: '3' }))).toBeVisible();
    await person.seeHeading('assisted.title', 'assisted-device-limit');
    await person.press('review.ask.button');
    await person.seeHeading('assisted.title', 'assisted-device-limit-code');
    const code = await person.shownCode();
    const operator = await Operator.signedIn(browser, { locale: 'pt-BR', address: server.address });
    await operator.open(`staff/review?code=${code.replaceAll(/\D/g, '')}`);
    await operator.write('review.one.note', 'Maria');
    await operator.press('review.one.button');
    await expect(operator.problem()).toContainText(operator.say('problem.field.missing'));
    await expect(operator.field('review.one.note')).toHaveValue('Maria');
    await operator.decide(code, 'phone-shared');
    await person.open('status');
    await person.seeState('standing.waiting.title', 'status-waiting-decided');
  });
});
