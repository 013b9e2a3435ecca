import { sql } from 'kysely';
import type { LocalDay } from '#core/time/instant.ts';
import { expect, test } from '../support/browser.ts';
import { openDataOf } from '../support/e2e-database.ts';
import { detourLocales, personOf as madeUp } from '../support/people.ts';
import type { RunningServer } from '../support/running-server.ts';
import { Visitor } from '../support/visitor.ts';
import { watched } from '../support/watched.ts';
import { wordsIn } from '../support/words.ts';

for (const locale of detourLocales) {
  test(`terms that changed after she registered: she reads the new ones, loses nothing, and asks (${locale})`, {
    tag: locale === 'ht' ? ['@postgresql'] : [],
  }, async ({ page, start }) => {
    const self = madeUp(locale);
    const first = await start();
    const visitor = await Visitor.at(first.address, locale);
    await visitor.register(self, 'laredo');
    await first.kill('SIGTERM');
    await acceptedLongAgo(first);
    const { address } = await start({ folder: first.folder, port: first.port });
    const person = await watched(page, { address, locale });
    const main = page.getByRole('main');
    const day = wordsIn(locale).date('2027-03-10' as LocalDay);
    const date = page.getByText(person.say('standing.since', { day }), { exact: true });

    await person.comeIn(self.email);
    await test.step('her status leads to them', async () => {
      await person.open('status');
      await person.seeState('standing.registered.title', 'status-new-terms');
      await expect(main.getByText(person.say('standing.terms.next'))).toBeVisible();
      await expect(main.getByRole('link', { name: person.say('standing.registered.button') })).toHaveCount(0);
      await expect(date).toBeVisible();
    });

    await test.step('another port can be chosen before, and is kept', async () => {
      await person.open('ask/ports?change');
      await person.choose('ask.ports.port1', 'nogales');
      await person.press('common.continue');
      await person.seeHeading('register.terms.title', 'register-terms-new');
      await expect(main.getByText(person.say('problem.terms-changed-since.what'))).toBeVisible();
    });

    await test.step('asking without them is refused, and leads to them, too', async () => {
      await person.open('ask/send');
      await person.press('ask.send.where.button');
      await expect(page.getByText(person.say('ask.send.where.inside'))).toBeVisible();
      await expect(page.getByText(person.say('ask.send.robot.done'))).toBeVisible({ timeout: 60_000 });
      await person.press('ask.send.button');
      await expect(person.problem()).toContainText(person.say('problem.terms-changed-since.title'));
      await person.seeHeading('ask.send.title', 'ask-send-new-terms');
      await person.problem().getByRole('link').click();
    });

    await test.step('accepting takes the box as it did the first time', async () => {
      await person.seeHeading('register.terms.title', 'register-terms-new');
      await person.press('register.terms.button');
      await expect(person.problem()).toContainText(person.say('problem.field.must-be-accepted'));
      await person.seeHeading('register.terms.title', 'register-terms-new-refused');
      await person.tick('checkbox', 'register.terms.accept');
      await person.press('register.terms.button');
    });

    await person.seeHeading('ask.send.title', 'ask-send');
    await person.ask();
    await expect(main.getByText(person.say('port.nogales.name'))).toBeVisible();
    await expect(date).toBeVisible();
  });
}

/** As if the terms that she accepted had been others. */
async function acceptedLongAgo(stopped: RunningServer): Promise<void> {
  const database = await openDataOf(stopped);
  const { numAffectedRows } = await sql`update acceptances set version = '2026-06'`.execute(database.kysely);
  await database.close();
  expect(numAffectedRows).toBe(1n);
}
