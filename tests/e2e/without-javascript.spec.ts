import { expect, test } from '../support/browser.ts';
import { Operator } from '../support/operator.ts';
import { personOf as madeUp } from '../support/people.ts';

// For the operator's desk as well: the screens of staff work without a script, too.
test.use({ javaScriptEnabled: false });

test('without JavaScript a person goes from her language to her proof, with help where a script would be needed', async ({
  browser,
  server,
  photo,
  personOf,
  page,
}) => {
  const person = personOf('es');
  const self = madeUp('es');
  // By its element: Playwright takes no words and roles within it, also where it is shown.
  const needsScript = page.locator('noscript');

  await page.goto(server.address);
  await page.locator('main a[hreflang="es"]').click();
  await person.seeHeading('start.title', 'start');
  await person.follow('start.begin');
  await person.register(self, photo);
  await person.choosePorts('hidalgo', 'laredo');

  await test.step('the page says what a browser needs for asking', async () => {
    await expect(needsScript.locator('p')).toHaveText([
      person.say('common.needsScript.location'),
      person.say('common.needsScript.assisted'),
    ]);
    await expect(needsScript.locator('a')).toBeVisible();
    await expect(page.getByRole('button', { name: person.say('ask.send.where.button') })).toBeHidden();
    await expect(page.getByText(person.say('ask.send.robot.title'))).toBeHidden();
    await expect(page.getByRole('button', { name: person.say('ask.send.button') })).toBeHidden();
  });

  await test.step('an old browser shows the button all the same, and is told the same way out', async () => {
    await page.locator('#page-form').evaluate((form: HTMLFormElement) => form.requestSubmit());
    await expect(person.problem()).toContainText(person.say('problem.captcha-missing.title'));
    await person.seeHeading('ask.send.title', 'ask-send-refused');
    await person
      .problem()
      .getByRole('link', { name: person.say('problem.assisted') })
      .click();
  });

  const asking = await test.step('a short code to ask with help', async () => {
    await person.seeHeading('assisted.title', 'assisted-ask');
    // The check against robots is what was found, so her own words are asked for.
    await person.press('review.ask.button');
    await person.seeHeading('assisted.title', 'assisted-ask-code');
    const code = await person.shownCode();
    await person.open('status');
    await person.seeState('standing.registered.title', 'status-registered-assisted');
    await expect(page.getByText(person.say('standing.assistance.what', { code }))).toBeVisible();
    return code;
  });

  const operator = await Operator.signedIn(browser, { locale: 'en', address: server.address });
  await operator.decide(asking);
  await person.open('status');
  await person.seeState('standing.waiting.title', 'status-waiting');
  await operator.closeAndDraw();

  await test.step('the offer, with more time', async () => {
    await person.open('status');
    await person.seeState('standing.offered.title', 'status-offered');
    await person.follow('standing.offered.button');
    await person.seeHeading('offer.title', 'offer');
    await expect(page.getByRole('timer')).toHaveText(person.say('offer.left', { hours: '22', minutes: '59' }));
    await person.press('offer.extend.button');
    await expect(page.getByText(person.say('offer.extend.done'))).toBeVisible();
    await person.seeHeading('offer.title', 'offer-extended');
    await expect(page.getByRole('timer')).toHaveText(person.say('offer.left', { hours: '45', minutes: '59' }));
  });

  const confirming = await test.step('a short code to confirm with help', async () => {
    await person.follow('offer.confirmLink');
    await person.seeHeading('offer.confirm.title', 'offer-confirm');
    await expect(needsScript.locator('p').first()).toHaveText(person.say('common.needsScript.location'));
    await expect(page.locator('input[type=file]')).toBeHidden();
    await needsScript.locator('a').click();
    await person.seeHeading('assisted.title', 'assisted-confirm');
    await person.press('assisted.confirm.button');
    await person.seeHeading('assisted.title', 'assisted-confirm-code');
    return person.shownCode();
  });
  expect(confirming).not.toBe(asking);
  await operator.decide(confirming);

  await person.open('status');
  await person.seeState('standing.booked.title', 'status-booked');
  await person.follow('standing.booked.button');
  await person.seeHeading('confirmation.title', 'confirmation');
  const code = await person.shownCode();
  await expect(page.getByRole('img', { name: person.say('confirmation.qr', { code }) })).toBeVisible();
  await expect(page.getByRole('button', { name: person.say('confirmation.printButton') })).toBeHidden();

  await operator.open('staff/day?port=hidalgo&day=2027-03-21');
  await expect(operator.page.getByRole('row', { name: `${self.givenNames} ${self.familyNames}` })).toContainText(code);
});
