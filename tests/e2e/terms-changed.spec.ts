import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publishedLocales } from '#core/language/published.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { expect, test } from '../support/browser.ts';
import { detourLocales, personOf as madeUp } from '../support/people.ts';
import { policiesUntil } from '../support/policies.ts';
import { Visitor } from '../support/visitor.ts';
import { watched } from '../support/watched.ts';
import { wordsIn } from '../support/words.ts';

/** A quarter of an hour after the tests' afternoon began: the day, and its open pool, are the same. */
const changesAt = '2027-03-10T15:15:00-05:00';
const sentence = 'One sentence more.';

for (const locale of detourLocales) {
  test(
    `terms that changed after she registered: she reads the new ones, loses nothing, and asks (${locale})`,
    {
      tag: locale === 'ht' ? ['@postgresql'] : [],
    },
    async ({ page, start }, info) => {
      const self = madeUp(locale);
      const environment = await changingTerms(info.outputPath());
      const first = await start({ environment });
      const visitor = await Visitor.at(first.address, locale);
      await visitor.register(self, 'laredo');
      await page.goto(`${first.address}/${locale}/terms`);
      await expect(page.getByText(sentence)).toHaveCount(0);
      await first.kill('SIGTERM');
      const { address } = await start({ folder: first.folder, port: first.port, environment, clock: changesAt });
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
        await expect(main.getByText(sentence)).toBeVisible();
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
    },
  );
}

/** A policy of tomorrow that names other terms, whose text is there already, in the languages that people are shown. */
async function changingTerms(folder: string): Promise<Readonly<Record<string, string>>> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'policies.json');
  await writeFile(file, JSON.stringify(policiesUntil(changesAt, { termsVersion: '2027-06' })));
  for (const locale of publishedLocales) {
    const text = await readFile(`content/${locale}/terms-2027-01.md`, 'utf8');
    await mkdir(join(folder, 'terms', locale), { recursive: true });
    const own = text.replace('version: "2027-01"', 'version: "2027-06"');
    await writeFile(join(folder, 'terms', locale, 'terms-2027-06.md'), `${own}\n\n${sentence}\n`);
  }
  return { POLICY_FILE: file, TERMS_FOLDER: join(folder, 'terms') };
}
