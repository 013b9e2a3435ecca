import { expect, type Page } from '@playwright/test';
import { personOf as madeUp } from '../support/people.ts';
import { keeps, personAt } from '../support/service-worker.ts';
import { newEmail, test } from '../support/shared-server.ts';
import { say } from '../support/words.ts';

test.use({ serviceWorkers: 'allow' });

const strip = (page: Page, locale: string, count: number) =>
  page.getByRole('link', { name: say(locale, 'waiting.strip', { countText: String(count) }), exact: true });

const rowsOf = (page: Page) => page.getByRole('main').getByRole('heading', { level: 3 });

test('answers given without a line wait in their order, and are sent once when it is back (ht)', async ({
  page,
  context,
  server,
}) => {
  const locale = 'ht';
  const person = personAt(page, server.address, locale);
  const self = madeUp(locale);
  await person.comeIn(newEmail());
  await person.open('register/language');
  await keeps(page, locale);
  await person.choose('register.language.label', self.primaryLanguage);
  await context.setOffline(true);

  await test.step('each answer is kept, and the next question is one tap away', async () => {
    await person.press('common.continue');
    await person.seeHeading('waiting.title', 'waiting-kept');
    await expect(page.getByRole('heading', { name: say(locale, 'waiting.kept.title') })).toBeVisible();
    await person.follow('waiting.kept.next');
    await person.seeHeading('question.languages.title', 'register-languages-without-line');
    await page.getByRole('combobox').first().selectOption('es');
    await person.press('common.continue');
    await person.seeHeading('waiting.title', 'waiting-two');
    const sent = ['register.language.title', 'question.languages.title'].map((key) => say(locale, key));
    await expect(rowsOf(page)).toHaveText(sent);
    await expect(strip(page, locale, 2)).toBeVisible();
  });

  await test.step('still no line', async () => {
    await person.press('waiting.send');
    await expect(page.getByRole('status').getByText(say(locale, 'waiting.later'))).toBeVisible();
    await person.seeHeading('waiting.title', 'waiting-later');
  });

  await test.step('a network that answers in our place is no line', async () => {
    await context.route('**/api/registration/**', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<p>Welcome to our hotel</p>' }),
    );
    await context.setOffline(false);
    await person.press('waiting.send');
    await expect(page.getByRole('status').getByText(say(locale, 'waiting.later'))).toBeVisible();
    await expect(rowsOf(page)).toHaveCount(2);
    await context.unroute('**/api/registration/**');
  });

  await test.step('any page sends it, and she goes on where she was', async () => {
    await person.open('help');
    await person.open('waiting');
    await expect(page.getByText(say(locale, 'waiting.none'))).toBeVisible();
    await person.seeHeading('waiting.title', 'waiting-none');
    await person.open('register/languages?change');
    await expect(page.getByRole('combobox').first()).toHaveValue('es');
  });
});

test('what waits is sent as nobody else, shown to nobody else, and not forgotten when she signs out (ru)', async ({
  page,
  context,
  server,
}) => {
  const locale = 'ru';
  const person = personAt(page, server.address, locale);
  const [hers, others] = [newEmail(), newEmail()];
  await person.comeIn(hers);
  await person.open('register/language');
  await keeps(page, locale);
  await person.choose('register.language.label', 'ru');
  await context.setOffline(true);
  await person.press('common.continue');
  await person.seeHeading('waiting.title', 'waiting-kept');

  await test.step('her session is over: she is asked to sign in, and nothing is lost', async () => {
    await context.clearCookies({ name: 'puente_session' });
    await context.setOffline(false);
    await person.open('waiting');
    await person.press('waiting.send');
    await expect(page.getByRole('heading', { name: say(locale, 'waiting.signIn.title') })).toBeVisible();
    await person.seeHeading('waiting.title', 'waiting-sign-in');
  });

  await test.step('another person sees nothing of it, and sends nothing', async () => {
    await person.comeIn(others);
    await person.open('waiting');
    await expect(page.getByText(say(locale, 'waiting.none'))).toBeVisible();
    await person.open('register/language?change');
    await expect(person.field('register.language.label')).toHaveValue('');
  });

  await test.step('she is back: signing out asks first, and a page of ours sends it', async () => {
    await person.comeIn(hers);
    await context.route('**/api/registration/**', (route) => route.abort());
    await person.open('status');
    await expect(strip(page, locale, 1)).toBeVisible();
    await page.getByRole('button', { name: say(locale, 'common.menu.signOut') }).click();
    await expect(page.getByRole('heading', { name: say(locale, 'waiting.out.title') })).toBeVisible();
    await person.seeHeading('waiting.title', 'waiting-out');
    await context.unroute('**/api/registration/**');
    await person.press('waiting.send');
    await expect(page.getByRole('status').getByText(say(locale, 'waiting.arrived'))).toBeVisible();
    await person.seeHeading('waiting.title', 'waiting-arrived');
    await person.open('register/language?change');
    await expect(person.field('register.language.label')).toHaveValue('ru');
  });
});

test('what the server does not take stays in sight, with the way to put it right (es)', async ({
  page,
  context,
  server,
}) => {
  const locale = 'es';
  const person = personAt(page, server.address, locale);
  await person.comeIn(newEmail());
  await person.open('register/name');
  await keeps(page, locale);
  await context.setOffline(true);
  await person.write('register.name.givenNames', '12');
  await person.write('register.name.familyNames', '34');
  await person.press('common.continue');
  await person.seeHeading('waiting.title', 'waiting-kept');
  await context.setOffline(false);
  await person.press('waiting.send');
  await expect(page.getByText(say(locale, 'waiting.state.refused'))).toBeVisible();
  await person.seeHeading('waiting.title', 'waiting-refused');
  await page.getByRole('button', { name: say(locale, 'waiting.remove') }).click();
  await expect(page.getByText(say(locale, 'waiting.none'))).toBeVisible();
});
