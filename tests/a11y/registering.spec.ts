import { expect, type Locator } from '@playwright/test';
import { everyLanguage, manyScreens, pseudo } from '../support/every-language.ts';
import { personOf as madeUp } from '../support/people.ts';
import { newEmail, test } from '../support/shared-server.ts';
import { looking } from './looks-at.ts';

// Many screens in seven languages.
test.describe.configure({ timeout: manyScreens });

const questions = ['language', 'name', 'birth', 'sex', 'origin', 'phone', 'photo', 'terms'] as const;

test(
  'each question of the registration, blank and sent without an answer, in every language',
  looking('registering'),
  async ({ page, server, personOf }) => {
    const see = everyLanguage(page, server.address);
    const person = personOf('en', { isLookedAt: false });
    await person.signIn(newEmail());
    await person.seeHeading('register.language.title', 'register-language');

    for (const question of questions) {
      const state = { path: `register/${question}`, heading: `register.${question}.title` };
      await see({ ...state, screen: `register-${question}`, in: pseudo });
      await person.open(state.path);
      await person.press(question === 'terms' ? 'register.terms.button' : 'common.continue');
      await expect(person.problem()).toBeFocused();
      await see({ ...state, screen: `register-${question}-error`, shows: 'problem.fields.title' });
    }

    await test.step('with what was entered', async () => {
      await person.open('register/name');
      await person.write('register.name.givenNames', 'x'.repeat(300));
      await person.write('register.name.familyNames', '12');
      await person.press('common.continue');
      await expect(page.locator('#givenNames')).toHaveAttribute('aria-invalid', 'true');
      await see({ path: 'register/name', screen: 'register-name-wrong', shows: 'problem.fields.title' });
      await person.open('register/birth');
      await person.write('register.birth.day', '30');
      await person.choose('register.birth.month', '2');
      await person.write('register.birth.year', '1990');
      await person.press('common.continue');
      await expect(person.problem()).toBeFocused();
      await see({ path: 'register/birth', screen: 'register-birth-wrong', shows: 'problem.field.not-a-date' });
    });

    await see({ path: 'status', screen: 'status-registering', shows: 'standing.registering.title' });
    await see({ path: 'assisted', screen: 'assisted-none', shows: 'assisted.none.what' });
  },
);

test(
  'the answers, and what can be asked with them, in every language',
  looking('answers'),
  async ({ page, server, photo, personOf }) => {
    const see = everyLanguage(page, server.address);
    const person = personOf('en', { isLookedAt: false });
    await person.signIn(newEmail());
    await person.answer(madeUp('ru'), photo);
    await see({ path: 'register/check', screen: 'register-check', heading: 'register.check.title', in: pseudo });
    await see({ path: 'register/photo?change', screen: 'register-photo-change', shows: 'register.photo.have' });
    await see({
      path: 'register/name?change',
      screen: 'register-name-change',
      heading: 'register.name.title',
      in: pseudo,
    });
    await person.open('register/check');
    await person.press('register.check.button');
    await person.seeHeading('ask.ports.title', 'ask-ports');
    await see({ path: 'status', screen: 'status-registered', shows: 'standing.registered.title' });
    await see({ path: 'ask/ports', screen: 'ask-ports', heading: 'ask.ports.title', in: pseudo });

    await person.open('ask/ports');
    await person.choose('ask.ports.port1', 'laredo');
    await person.choose('ask.ports.port2', 'laredo');
    await person.press('common.continue');
    await expect(person.problem()).toBeFocused();
    // A port's name goes into a second line; "None" has one.
    const [chosen, none] = await Promise.all([
      height(person.field('ask.ports.port1')),
      height(person.field('ask.ports.port3')),
    ]);
    expect(chosen).toBeGreaterThan(none);
    await see({ path: 'ask/ports', screen: 'ask-ports-error', shows: 'problem.field.port-named-twice' });
  },
);

async function height(field: Locator): Promise<number> {
  return (await field.boundingBox())?.height ?? 0;
}
