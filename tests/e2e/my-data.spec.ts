import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { comeRegistered } from '../support/come-registered.ts';
import { detourLocales, personOf as madeUp } from '../support/people.ts';
import { Person } from '../support/person.ts';
import { newEmail, test } from '../support/shared-server.ts';
import { Visitor } from '../support/visitor.ts';
import { expectRefused } from './bad-input/told.ts';

for (const locale of detourLocales) {
  const tags = locale === 'ht' ? ['@postgresql'] : [];

  test(`a person sees all that is kept about her, saves it, and deletes everything (${locale})`, { tag: tags }, async ({
    server,
    personOf,
    page,
  }) => {
    const self = { ...madeUp(locale), email: newEmail() };
    const person = personOf(locale);
    await comeRegistered(person, self);
    await person.choosePorts('laredo');
    await person.ask();

    await person.open('account');
    await person.follow('account.home.data.button');
    await person.seeHeading('myData.title', 'my-data');
    const main = page.getByRole('main');
    await expect(main.getByText(`${self.givenNames} ${self.familyNames}`)).toBeVisible();
    await expect(main.getByText(self.email).first()).toBeVisible();
    await expect(main.getByText(person.say('myData.request.waiting'))).toBeVisible();
    const picture = main.getByRole('img', { name: person.say('myData.group.photo'), exact: true });
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);

    const saved = page.waitForEvent('download');
    await person.press('myData.file.button');
    const download = await saved;
    expect(download.suggestedFilename()).toBe('puente-my-data.json');
    const file = JSON.parse(await readFile(await download.path(), 'utf8')) as Record<string, unknown>;
    expect(file).toMatchObject({
      form: 'puente/my-data/1',
      account: { email: self.email, language: locale },
      people: [{ answers: { givenNames: self.givenNames } }],
      records: { requests: [{ state: 'waiting' }] },
    });

    await person.follow('myData.file.delete');
    await person.seeHeading('myData.delete.title', 'my-data-delete');
    await person.press('myData.delete.button');
    await expectRefused(person, 'fields', [
      { label: 'myData.delete.tick', control: page.getByRole('checkbox'), problem: { kind: 'must-be-ticked' } },
    ]);
    await person.seeHeading('myData.delete.title', 'my-data-delete-refused');
    await person.tick('checkbox', 'myData.delete.tick');
    await person.press('myData.delete.button');
    await person.seeHeading('myData.deleted.title', 'my-data-deleted');

    await person.open('status');
    await person.seeHeading('signIn.title', 'sign-in');
    // The same address is a new person now.
    const again = await Visitor.at(server.address, locale);
    await again.signIn(self.email);
    expect(await again.look('status')).not.toContain(self.familyNames.split(/[ -]/)[0]);
    expect(await again.look('my-data')).toContain(person.say('myData.seen.none'));
    await again.leave();
  });
}

test('without a script she can delete everything, too; nobody else sees her photo or her file (es)', async ({
  browser,
  server,
}) => {
  const self = { ...madeUp('es'), email: newEmail() };
  const hers = await Visitor.at(server.address, 'es');
  await hers.register(self);
  const source = /\/api\/my-data\/photo\?person=[\w-]+/.exec(await hers.look('my-data'))?.[0] ?? '';
  expect((await hers.ask('GET', source)).headers()['content-type']).toBe('image/jpeg');
  const other = await Visitor.at(server.address, 'es');
  expect((await other.ask('GET', source)).status()).toBe(404);
  await other.signIn(newEmail());
  expect((await other.ask('GET', source)).status()).toBe(404);
  expect((await other.ask('GET', '/api/my-data/photo?person=one')).status()).toBe(404);

  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
  const page = await context.newPage();
  const person = new Person(page, { locale: 'es', address: server.address });
  await person.signIn(self.email);
  await person.open('my-data/delete');
  await person.tick('checkbox', 'myData.delete.tick');
  await person.press('myData.delete.button');
  await person.seeHeading('myData.deleted.title', 'my-data-deleted');
  expect((await hers.ask('GET', source)).status()).toBe(404);
});
