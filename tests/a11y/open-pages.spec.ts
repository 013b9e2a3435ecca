import { expect, type Route } from '@playwright/test';
import { isLaunchLocale } from '#core/language/locales.ts';
import { builtLocales } from '#core/language/published.ts';
import { areReviewed } from '#server/documents.ts';
import { problemPages } from '#server/http/pages.ts';
import { everyLanguage, manyScreens, pseudo } from '../support/every-language.ts';
import { Person } from '../support/person.ts';
import { test } from '../support/shared-server.ts';
import { say } from '../support/words.ts';
import { looking } from './looks-at.ts';

// Many screens in each language that is shown, and those nobody speaks.
test.describe.configure({ timeout: manyScreens });

/** Other tests see the first page in the languages of launch. */
const notWalked = builtLocales.filter((locale) => !isLaunchLocale(locale));

/** What the last sentence of such a problem says to do. Nobody knows here where she was: the way back is the first page. */
const waysOn = {
  'method-not-allowed': 'common.back',
  'foreign-origin': 'common.home',
  unexpected: 'problem.retry',
  'too-many-tries': 'problem.retry',
} as const;

/** One that does not know what our style sheets ask it for. */
async function asInAnOldBrowser(route: Route): Promise<void> {
  const sheet = await (await route.fetch()).text();
  await route.fulfill({ contentType: 'text/css', body: sheet.replaceAll('color-mix(', 'not-known-then(') });
}

test('pages that need nobody signed in, in every language', looking('open-pages'), async ({ page, server }) => {
  const see = everyLanguage(page, server.address);
  // What every reader of a language meets first is seen in all that are shown, each time.
  const first = everyLanguage(page, server.address, builtLocales);
  await first({ path: '', screen: 'start', heading: 'start.title', in: notWalked });
  await page.route('**/*.css', asInAnOldBrowser);
  await see({ path: '', screen: 'start-too-old', shows: 'accessibility.tooOld.title' });
  await page.unroute('**/*.css');
  await first({ path: 'language', screen: 'language', heading: 'language.title' });
  await first({ path: 'terms', screen: 'terms' });
  await first({ path: 'help', screen: 'help' });
  await see({ path: 'privacy', screen: 'privacy' });
  await see({ path: 'accessibility', screen: 'accessibility' });
  await see({ path: 'offline', screen: 'offline', heading: 'phone.offline.title' });
  await see({ path: 'phone', screen: 'phone-without-worker', heading: 'phone.title', shows: 'phone.noWorker' });
  await see({
    path: 'waiting',
    screen: 'waiting-without-worker',
    heading: 'waiting.title',
    shows: 'waiting.unsupported',
  });
  await see({ path: 'signed-out', screen: 'signed-out', heading: 'signIn.out.title' });
  await see({ path: 'no/such/page', screen: 'not-found', heading: 'problem.not-found.title' });
  for (const kind of problemPages) {
    // Seen above, at an address that is none.
    if (kind === 'not-found') continue;
    await see({
      path: `problems/${kind}`,
      screen: `problem-${kind}`,
      heading: `problem.${kind}.title`,
      async act(locale) {
        const wayOn = page.getByRole('main').getByRole('link', { name: say(locale, waysOn[kind]), exact: true });
        await expect(wayOn).toHaveAttribute('href', `/${locale}`);
        const unchecked = page.getByRole('main').getByText(say(locale, 'document.draft'), { exact: true });
        await expect(unchecked).toHaveCount((await areReviewed(`problem.${kind}.`, locale)) ? 0 : 1);
      },
    });
  }
  await see({ path: 'sign-in', screen: 'sign-in', heading: 'signIn.title', in: pseudo });
  await see({ path: 'is-it-from-us', screen: 'is-it-from-us', heading: 'messages.fromUs.title', in: pseudo });
  await see({ path: 'report-seller', screen: 'report-seller', heading: 'messages.report.title', in: pseudo });
  await see({ path: 'report-seller/thanks', screen: 'report-thanks', heading: 'messages.thanks.title', in: pseudo });
  await see({ path: 'report-text?screen=report-seller', screen: 'report-text', heading: 'textReport.title' });
  await see({ path: 'report-text?screen=start', screen: 'report-text-free', heading: 'textReport.title', in: pseudo });
  const about = 'report-text?screen=accessibility&about=use';
  await see({ path: about, screen: 'report-text-use', heading: 'accessibility.tell.title', in: pseudo });
  await see({ path: 'report-text/thanks', screen: 'report-text-thanks', heading: 'textReport.thanks.title' });
});

test(
  'signing in, and what can go wrong with it, in every language',
  looking('signing-in'),
  async ({ page, server }) => {
    const see = everyLanguage(page, server.address);
    const person = new Person(page, { locale: 'en', address: server.address });
    await see({ path: 'sandbox/sign-in', screen: 'sandbox-too-old', heading: 'sandbox.signIn.title' });

    await person.open('register/name');
    await person.press('common.continue');
    await expect(page).toHaveURL(/\/sign-in$/);
    await see({
      path: 'sign-in',
      screen: 'sign-in-first',
      shows: 'problem.not-signed-in.title',
      // One button to sign in, not a second one that leads to the page itself.
      act: () => expect(person.problem().getByRole('link')).toHaveCount(0),
    });

    await person.open('sign-in');
    await person.press('signIn.button');
    await person.field('sandbox.signIn.email').fill('nobody');
    await person.press('sandbox.signIn.button');
    await expect(person.problem()).toBeVisible();
    const path = `sandbox/sign-in${new URL(page.url()).search}`;
    await see({ path, screen: 'sandbox-wrong-email', shows: 'problem.fields.title' });
    await person.open(path);
    await person.press('sandbox.signIn.cancel');
    await expect(page).toHaveURL(/\/sign-in$/);
    await see({ path: 'sign-in', screen: 'sign-in-cancelled', shows: 'problem.sign-in-cancelled.title' });
  },
);
