import { expect } from '@playwright/test';
import { newProfile } from '../support/profile.ts';
import { keeps, personAt } from '../support/service-worker.ts';
import { newEmail, test } from '../support/shared-server.ts';
import { say } from '../support/words.ts';

test.use({ serviceWorkers: 'allow' });

test('what waits outlives a phone that went out, and is sent once its person is back (ht)', async ({
  playwright,
  server,
  launchOptions,
}, info) => {
  const locale = 'ht';
  const email = newEmail();
  const profile = newProfile(playwright, { folder: info.outputPath('profile'), launchOptions });
  const before = await profile.open();
  const one = personAt(before.page, server.address, locale);
  await one.comeIn(email);
  await one.open('register/language');
  await keeps(before.page, locale);
  await one.choose('register.language.label', 'ht');
  await before.context.setOffline(true);
  await one.press('common.continue');
  await expect(before.page.getByRole('heading', { name: say(locale, 'waiting.kept.title') })).toBeVisible();
  await profile.goOut(before);

  const after = await profile.open({ offline: true });
  const other = personAt(after.page, server.address, locale);
  // What the browser hadn't written down of its cookies is lost.
  await other.comeIn(email);
  const rows = after.page.getByRole('main').getByRole('heading', { level: 3 });
  await test.step('still without a line', async () => {
    await other.open('waiting');
    await expect(rows).toHaveText([say(locale, 'register.language.title')]);
    await expect(after.page.getByText(say(locale, 'waiting.state.waits'))).toBeVisible();
  });
  await test.step('the line is back: the page that is open sends it', async () => {
    await after.context.setOffline(false);
    await expect(after.page.getByText(say(locale, 'waiting.none'))).toBeVisible();
    await other.open('register/language?change');
    await expect(other.field('register.language.label')).toHaveValue('ht');
  });
  await after.context.close();
});
