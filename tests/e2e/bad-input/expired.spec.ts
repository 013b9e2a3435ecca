import type { Browser } from '@playwright/test';
import { afternoon, expect, test } from '../../support/browser.ts';
import { freshServerDatabase } from '../../support/e2e-database.ts';
import { look } from '../../support/look.ts';
import { Person } from '../../support/person.ts';
import type { RunningServer } from '../../support/running-server.ts';
import { newEmail } from '../../support/shared-server.ts';
import { Visitor } from '../../support/visitor.ts';
import { expectProblem } from './documents.ts';
import { expectRefused } from './told.ts';

/** A minute more than a session lives without a step. */
const later = '2027-03-10T15:31:00-05:00';
const given = 'register.name.givenNames';
const native = 'register.name.nativeGivenNames';

async function phoneOf(browser: Browser, server: RunningServer, options: { locale: string; scripts: boolean }) {
  const { locale, scripts } = options;
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    javaScriptEnabled: scripts,
  });
  const page = await context.newPage();
  return new Person(page, {
    locale,
    address: server.address,
    ...(scripts ? { look: (screen: string) => look(page, { locale, screen }) } : {}),
  });
}

test('an expired session: told so in her words; what she wrote comes back to her account and to no other', async ({
  browser,
  engine,
  start,
}) => {
  const databaseUrl = engine === 'PostgreSQL' ? { databaseUrl: await freshServerDatabase() } : {};
  const server = await start({ ...databaseUrl, clock: afternoon });
  const [anna, joao] = [
    await phoneOf(browser, server, { locale: 'ru', scripts: true }),
    await phoneOf(browser, server, { locale: 'pt-BR', scripts: false }),
  ];
  const emails = new Map([anna, joao].map((person) => [person, newEmail()]));
  const script = await Visitor.at(server.address, 'ht');
  await script.signIn(newEmail());
  for (const person of [anna, joao]) {
    await person.signIn(emails.get(person) ?? '');
    await person.open('register/name');
    await person.field(given).fill('Anna');
    await person.field(native).fill('Анна');
  }

  await server.kill('SIGTERM');
  const { folder, port } = server;
  await start({ ...databaseUrl, folder, port, clock: later });

  await test.step('a script is told by the kind, and where to sign in', async () => {
    const document = await expectProblem(await script.fetch('/api/registration/sex', { sex: 'x' }), 'session-expired');
    expect(document['next']).toBe('/ht/sign-in');
  });

  await test.step('a form leads to the sign-in; nobody sees what was written before she is known', async () => {
    for (const person of [anna, joao]) {
      await person.press('common.continue');
      await expectRefused(person, 'session-expired');
      await person.seeHeading('signIn.title', 'sign-in-expired');
      expect(await person.page.content()).not.toContain('Анна');
      await person.open('register/name');
      await expect(person.field(given)).toHaveValue('');
    }
  });

  await test.step('to her own account it comes back, without a word of what was wrong', async () => {
    await anna.signIn(emails.get(anna) ?? '');
    await anna.seeHeading('register.name.title', 'register-name-given-back');
    await expect(anna.field(given)).toHaveValue('Anna');
    await expect(anna.field(native)).toHaveValue('Анна');
    await expect(anna.page.locator('main').getByRole('alert')).toHaveCount(0);
    await anna.field('register.name.familyNames').fill('Sokolova');
    await anna.press('common.continue');
    await anna.seeHeading('register.language.title', 'register-language');
  });

  await test.step('to another account on the same phone it does not, and is gone', async () => {
    await joao.signIn(newEmail());
    await joao.seeHeading('register.language.title', 'register-language');
    await joao.open('register/name');
    await expect(joao.field(given)).toHaveValue('');
    await joao.signIn(emails.get(joao) ?? '');
    await joao.open('register/name');
    await expect(joao.field(given)).toHaveValue('');
    expect(await joao.page.content()).not.toContain('Анна');
  });
});
