import { deviceCookie } from '#server/http/cookies.ts';
import { expect, test } from '../support/browser.ts';
import { comeRegistered } from '../support/come-registered.ts';
import { personOf as madeUp } from '../support/people.ts';
import { juarez } from '../support/person.ts';
import { Visitor } from '../support/visitor.ts';

/** Tapachula. */
const outside = { latitude: 14.903, longitude: -92.257, accuracy: 30 };

test('a phone that three people asked with refuses the fourth; she is told why, tries again and asks a person (ht)', async ({
  context,
  page,
  server,
  personOf,
}) => {
  const person = personOf('ht');
  await comeRegistered(person, madeUp('ht'));
  await person.choosePorts('el-paso');
  const phone = (await context.cookies()).filter(({ name }) => name === deviceCookie);
  expect(phone).toHaveLength(1);
  for (const name of ['first', 'second', 'third']) {
    const other = await Visitor.at(server.address, 'ht', phone);
    await other.register({ ...madeUp('ht'), email: `${name}@puente.example` });
    await other.askForAPlace();
    await other.leave();
  }
  const found = person.say('problem.device-limit.found', { limit: '3' });
  const isRobotDone = () => expect(page.getByText(person.say('ask.send.robot.done'))).toBeVisible({ timeout: 60_000 });

  await person.press('ask.send.where.button');
  await expect(page.getByText(person.say('ask.send.where.inside'))).toBeVisible();
  for (const time of ['at first', 'again']) {
    await test.step(`refused ${time}`, async () => {
      await isRobotDone();
      const refused = page.waitForResponse((response) => response.url().endsWith('/api/request'));
      await person.press('ask.send.button');
      expect((await refused).status()).toBe(403);
      await expect(person.problem()).toBeFocused();
      for (const text of ['title', 'what', 'next'] as const)
        await expect(person.problem()).toContainText(person.say(`problem.device-limit.${text}`));
      await expect(person.problem()).toContainText(found);
    });
  }
  await person.seeHeading('ask.send.title', 'ask-send-device-limit');

  await person.follow('problem.assisted');
  await expect(page.getByText(found)).toBeVisible();
  await person.seeHeading('assisted.title', 'assisted-device-limit');
  await person.press('review.ask.button');
  await expect(page.getByText(person.say('review.reason.device-limit'))).toBeVisible();
  expect(await person.shownCode()).not.toBe('');
});

test('a phone that saves data and may not say where it is says what to do, outside the area how far, and goes on once it is inside (ru)', async ({
  context,
  page,
  personOf,
}) => {
  const person = personOf('ru');
  await comeRegistered(person, madeUp('ru'));
  await person.choosePorts('laredo');
  await page.setExtraHTTPHeaders({ 'Save-Data': 'on' });
  // Playwright sends it with what it opens, not with where a form leads.
  await page.reload();
  expect(await page.locator('script').count()).toBe(1);
  await context.clearPermissions();
  await person.press('ask.send.where.button');
  await expect(person.problem()).toBeFocused();
  for (const text of ['title', 'what', 'next'] as const)
    await expect(person.problem()).toContainText(person.say(`problem.location-missing.${text}`));

  await context.grantPermissions(['geolocation'], { origin: person.address });
  await context.setGeolocation(outside);
  await person.press('ask.refused.retry');
  for (const text of ['title', 'what', 'next'] as const)
    await expect(person.problem()).toContainText(person.say(`problem.outside-geofence.${text}`));
  await expect(person.problem()).toContainText(person.say('problem.outside-geofence.found', { kilometers: '462' }));
  await person.seeHeading('ask.send.title', 'ask-send-phone-outside');

  await test.step('nothing is sent from there', async () => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/api/request')) asked.push(request.url());
    });
    await expect(page.getByText(person.say('ask.send.robot.done'))).toBeVisible({ timeout: 60_000 });
    await person.press('ask.send.button');
    // Told anew, after another look for the phone: what she pressed had the focus until then.
    await expect(person.problem()).toBeFocused();
    await expect(person.problem()).toContainText(person.say('problem.outside-geofence.title'));
    expect(asked).toEqual([]);
  });

  await context.setGeolocation(juarez);
  await person.press('ask.refused.retry');
  await expect(page.getByText(person.say('ask.send.where.inside'))).toBeVisible();
  await expect(person.problem()).toHaveCount(0);
  await person.press('ask.send.button');
  await person.seeState('standing.waiting.title', 'status-waiting');
});
