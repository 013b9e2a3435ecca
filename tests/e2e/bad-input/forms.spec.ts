import { writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { textFile } from '../../support/bad-files.ts';
import { look } from '../../support/look.ts';
import { personOf as madeUp } from '../../support/people.ts';
import { Person } from '../../support/person.ts';
import { newEmail, test } from '../../support/shared-server.ts';
import { Visitor } from '../../support/visitor.ts';
import { expectRefused } from './told.ts';

test('names: empty, too long and with signs that can’t be saved; right ones in any alphabet go on (ht)', async ({
  personOf,
}) => {
  const person = personOf('ht');
  const [given, family, native] = ['givenNames', 'familyNames', 'nativeGivenNames'].map(
    (name) => `register.name.${name}`,
  ) as [string, string, string];
  await person.signIn(newEmail());
  await person.open('register/name');
  await person.press('common.continue');
  await expectRefused(person, 'fields', [
    { label: given, problem: { kind: 'missing' } },
    { label: family, problem: { kind: 'missing' } },
  ]);
  await person.seeHeading('register.name.title', 'register-name-missing');

  await person.field(given).fill('Ж'.repeat(81));
  await person.field(family).fill('De\u200bsir');
  await person.field(native).fill('12');
  await person.press('common.continue');
  await expectRefused(person, 'fields', [
    { label: given, problem: { kind: 'too-long', limit: 80 } },
    { label: family, problem: { kind: 'control-characters' } },
    { label: native, problem: { kind: 'no-letters' } },
  ]);
  await expect(person.field(given)).toHaveValue('Ж'.repeat(81));
  await expect(person.field(family)).toHaveValue('De\u200bsir');
  await expect(person.field(native)).toHaveValue('12');
  await person.seeHeading('register.name.title', 'register-name-refused');

  await person.field(given).fill('Мария');
  await person.field(family).fill('Désir');
  await person.field(native).fill('ማርያም');
  await person.press('common.continue');
  await person.seeHeading('register.language.title', 'register-language');
});

test('birth dates that can’t be; another language keeps what was typed and what is wrong with it (ru)', async ({
  personOf,
  page,
}) => {
  const person = personOf('ru');
  const [day, month, year] = ['day', 'month', 'year'].map((part) => `register.birth.${part}`) as [
    string,
    string,
    string,
  ];
  await person.signIn(newEmail());
  await person.open('register/birth');
  await person.press('common.continue');
  await expectRefused(person, 'fields', [
    { label: 'register.birth.label', control: page.locator('#birth'), problem: { kind: 'missing' } },
  ]);
  await person.seeHeading('register.birth.title', 'register-birth-error');
  for (const [dayText, monthText, yearText, label, kind] of [
    ['30', '2', '1990', day, 'not-a-date'],
    ['١', '1', '٢٠٣٠', year, 'date-in-future'],
    ['9', '3', '1897', year, 'date-too-long-ago'],
    ['x', '12', '1990', day, 'not-a-number'],
  ] as const) {
    await person.field(day).fill(dayText);
    await person.field(month).selectOption(monthText);
    await person.field(year).fill(yearText);
    await person.press('common.continue');
    await expectRefused(person, 'fields', [{ label, problem: { kind } }]);
    await expect(person.field(day)).toHaveValue(dayText);
    await expect(person.field(month)).toHaveValue(monthText);
    await expect(person.field(year)).toHaveValue(yearText);
  }
  await person.seeHeading('register.birth.title', 'register-birth-refused');

  await person.field(day).fill('y');
  await page.getByRole('banner').locator('summary').click();
  await page.getByRole('button', { name: 'Português (Brasil)' }).click();
  const inPortuguese = new Person(page, {
    locale: 'pt-BR',
    address: '',
    look: (screen) => look(page, { locale: 'pt-BR', screen }),
  });
  await expectRefused(inPortuguese, 'fields', [{ label: day, problem: { kind: 'not-a-number' } }]);
  await expect(inPortuguese.field(day)).toHaveValue('y');
  await expect(inPortuguese.field(month)).toHaveValue('12');
  await inPortuguese.seeHeading('register.birth.title', 'register-birth-refused');
});

test('no choice, no tick, a letter instead of a photo (pt-BR)', async ({ personOf, page }, info) => {
  const person = personOf('pt-BR');
  await person.signIn(newEmail());

  await person.open('register/sex');
  await person.press('common.continue');
  const first = page.getByRole('radio').first();
  await expectRefused(person, 'fields', [
    { label: 'register.sex.label', control: first, problem: { kind: 'missing' } },
  ]);
  await person.seeHeading('register.sex.title', 'register-sex-refused');

  await person.open('register/origin');
  await person.field('register.origin.citizenship').selectOption('BR');
  await person.press('common.continue');
  await expectRefused(person, 'fields', [{ label: 'register.origin.birthCountry', problem: { kind: 'missing' } }]);
  await expect(person.field('register.origin.citizenship')).toHaveValue('BR');
  await person.seeHeading('register.origin.title', 'register-origin-refused');

  const letter = info.outputPath('photo.jpg');
  await writeFile(letter, textFile);
  await person.open('register/photo');
  const file = page.locator('input[type=file]');
  await file.setInputFiles(letter);
  await person.press('common.continue');
  await expectRefused(person, 'fields', [
    { label: 'register.photo.label', control: file, problem: { kind: 'not-an-image' } },
  ]);
  await expect(file).toHaveValue('');
  await person.seeHeading('register.photo.title', 'register-photo-refused');

  await person.open('register/terms');
  await person.press('register.terms.button');
  await expectRefused(person, 'fields', [
    { label: 'register.terms.label', control: page.getByRole('checkbox'), problem: { kind: 'must-be-accepted' } },
  ]);
  await expect(page.getByRole('checkbox')).not.toBeChecked();
  await person.seeHeading('register.terms.title', 'register-terms-refused');
});

test('without JavaScript: an address, a phone and ports that are wrong are told and kept (es)', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
  const page = await context.newPage();
  // axe needs scripts: these screens are looked at in the tests with them.
  const person = new Person(page, { locale: 'es', address: server.address });
  const email = newEmail();

  await person.open('sign-in');
  await person.press('signIn.button');
  await person.field('sandbox.signIn.email').fill('lucía sin arroba');
  await person.press('sandbox.signIn.button');
  await expectRefused(person, 'fields', [{ label: 'sandbox.signIn.email', problem: { kind: 'not-an-email' } }]);
  await expect(person.field('sandbox.signIn.email')).toHaveValue('lucía sin arroba');
  await person.field('sandbox.signIn.email').fill(email);
  await person.press('sandbox.signIn.button');
  await person.seeHeading('register.language.title', 'register-language');

  await person.open('register/phone');
  await person.field('register.phone.label').fill('55 1234 5678');
  await person.press('common.continue');
  await expectRefused(person, 'fields', [{ label: 'register.phone.label', problem: { kind: 'not-a-phone' } }]);
  await expect(person.field('register.phone.label')).toHaveValue('55 1234 5678');

  const elsewhere = await Visitor.at(server.address, 'es');
  await elsewhere.register({ ...madeUp('es'), email });
  await person.open('ask/ports');
  await person.field('ask.ports.port1').selectOption('laredo');
  await person.field('ask.ports.port2').selectOption('laredo');
  await person.press('common.continue');
  await expectRefused(person, 'fields', [{ label: 'ask.ports.port2', problem: { kind: 'port-named-twice' } }]);
  await expect(person.field('ask.ports.port1')).toHaveValue('laredo');
  await expect(person.field('ask.ports.port2')).toHaveValue('laredo');

  // Her registration went through on another phone: what the form that is still open here says is a change.
  await person.open('register/phone');
  await person.field('register.phone.label').fill('+52 55 8765 4321');
  await person.press('common.continue');
  await person.seeHeading('group.title', 'register-group');
});

test('an operator’s number of places that is none is told, and kept in its row (ru)', async ({ personOf, page }) => {
  const person = personOf('ru');
  await person.signIn('operator@puente.example');
  await person.seeHeading('staff.home.title', 'staff');
  await person.open('staff/capacity?day=2027-03-22');
  const places = page.locator('input[name=places]');
  const before = await places.nth(1).inputValue();
  await places.first().fill('семь');
  await places.first().press('Enter');
  await expectRefused(person, 'fields', [
    { label: 'staff.capacity.places', control: places.first(), problem: { kind: 'not-a-number' } },
  ]);
  await expect(places.first()).toHaveValue('семь');
  await expect(places.nth(1)).toHaveValue(before);
  await person.seeHeading('staff.capacity.title', 'staff-capacity-error');
});

test('a form on another site is answered by a page that says so, and changes nothing (de, so in English)', async ({
  server,
  page,
}) => {
  const action = `${server.address}/api/registration/name`;
  await page.setContent(
    `<form method="post" action="${action}"><input name="givenNames" value="x"><button>ok</button></form>`,
  );
  const answered = page.waitForResponse(action);
  await page.getByRole('button').click();
  expect((await answered).status()).toBe(403);
  const stranger = new Person(page, {
    locale: 'en',
    address: server.address,
    look: (screen) => look(page, { locale: 'en', screen }),
  });
  await stranger.seeHeading('problem.foreign-origin.title', 'foreign-origin');
});
