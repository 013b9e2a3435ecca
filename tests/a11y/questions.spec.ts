import { expect } from '@playwright/test';
import { furtherSteps } from '#core/registration/answers.ts';
import { everyLanguage, manyScreens, pseudo } from '../support/every-language.ts';
import { test as base, newEmail } from '../support/shared-server.ts';
import { looking } from './looks-at.ts';

// Many screens; in the launch languages `questions.spec.ts` sees them blank.
base.describe.configure({ timeout: manyScreens });

/** On a server that asks every question there is. */
const test = base.extend({
  server: async ({ askingEverything }, use) => use(askingEverything),
});

test(
  'each further question, blank and sent without an answer',
  looking('questions'),
  async ({ page, server, personOf }) => {
    const see = everyLanguage(page, server.address);
    const person = personOf('en', { isLookedAt: false });
    await person.signIn(newEmail());
    await person.seeHeading('register.language.title', 'register-language');
    for (const step of furtherSteps) {
      const state = { path: `register/${step}`, heading: `question.${step}.title` };
      await see({ ...state, screen: `register-${step}`, in: pseudo });
      await person.open(state.path);
      await person.press('common.continue');
      await expect(person.problem()).toBeFocused();
      await see({
        ...state,
        screen: `register-${step}-error`,
        shows: 'problem.fields.title',
        in: ['ht', 'ru', ...pseudo],
        // What is closed is looked at, too.
        act: () =>
          page.locator('main details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', ''))),
      });
    }
  },
);
