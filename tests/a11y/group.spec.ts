import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { LocalDay } from '#core/time/instant.ts';
import { everyLanguage, manyScreens, mirroredOrAll, oneOrAll } from '../support/every-language.ts';
import { personOf as madeUp } from '../support/people.ts';
import { newEmail, test } from '../support/shared-server.ts';
import { Visitor } from '../support/visitor.ts';
import { say, wordsIn } from '../support/words.ts';
import { looking } from './looks-at.ts';

// Many screens, by `npm run test:full` in seven languages.
test.describe.configure({ timeout: manyScreens });

test(
  'a group, from the first question about another to joining and leaving',
  looking('group'),
  async ({ page, server, personOf }) => {
    const see = everyLanguage(page, server.address, mirroredOrAll);
    const person = personOf('en', { isLookedAt: false });
    const self = { ...madeUp('ht'), email: newEmail() };
    const visitor = await Visitor.at(server.address, 'ht');
    await visitor.signIn(self.email);
    await visitor.answerUpToGroup(self);
    await person.comeIn(self.email);

    await test.step('questions about somebody else, blank and sent without an answer', async () => {
      await person.open('register/group');
      await person.press('group.add');
      await person.seeHeading('register.relationship.title', 'member-relationship');
      const query = new URL(page.url()).search;
      const guest = query.replace('?person=', '');
      // A child, so that somebody answers for her.
      for (const [step, fields] of [
        ['relationship', { relationship: 'child' }],
        ['name', { givenNames: 'Lia', familyNames: 'Désir' }],
        ['birth', { birthDay: '1', birthMonth: '6', birthYear: '2015' }],
        ['guardian', {}],
        ['sex', {}],
        ['origin', {}],
        ['photo', {}],
      ] as const) {
        const path = `register/${step}${query}`;
        await see({ path, screen: `member-${step}` });
        await person.open(path);
        await person.press('common.continue');
        // The one adult there is, is chosen already.
        if (step === 'guardian') continue;
        await expect(person.problem()).toBeFocused();
        await see({ path, screen: `member-${step}-error`, shows: 'problem.fields.title', in: oneOrAll });
        await visitor.form(`/api/registration/${step}`, path, { ...fields, person: guest });
      }
      for (const step of ['citizenships', 'document', 'us-address', 'foreign-address']) {
        const heading = `question.member.${step}.title`;
        await see({ path: `register/${step}${query}`, screen: `member-${step}`, heading });
      }
      await visitor.form('/api/registration/people/remove', `register/person${query}`, { person: guest });
    });

    const partner = await visitor.addMember({ name: 'Alex', relationship: 'partner', birth: ['2', '4', '1988'] });
    await see({ path: 'register/group', screen: 'register-group-two', heading: 'group.title' });
    await see({ path: `register/person?person=${partner}`, screen: 'register-person', heading: 'group.person.title' });

    const another = { ...madeUp('ru'), email: newEmail() };
    const joins = await Visitor.at(server.address, 'ht');
    await joins.register(another);
    await test.step('who comes to a group by a code', async () => {
      await person.comeIn(another.email);
      await see({ path: 'register/group', screen: 'group-alone', heading: 'group.title' });
      await see({ path: 'group/join', screen: 'group-join', heading: 'group.join.title' });
      await person.open('group/join');
      await person.press('group.join.button');
      await expect(person.problem()).toBeFocused();
      await see({ path: 'group/join', screen: 'group-join-error', shows: 'problem.fields.title', in: oneOrAll });
      await person.open('group/join');
      await person.write('group.join.label', '0000 0000 0000 0000 0098');
      await person.press('group.join.button');
      await expect(person.problem()).toBeFocused();
      await see({ path: 'group/join', screen: 'group-join-wrong', shows: 'problem.group-code-wrong.title' });
    });

    await test.step('the head parts the group, and makes a code to join it', async () => {
      const third = { ...madeUp('es'), email: newEmail() };
      const head = await Visitor.at(server.address, 'ht');
      await head.register(third);
      const member = await head.addMember({ name: 'Alex', relationship: 'partner', birth: ['2', '4', '1988'] });
      await person.comeIn(third.email);
      await see({
        path: `register/person?person=${member}`,
        screen: 'register-person-admit',
        shows: 'group.admit.title',
      });
      await person.open(`register/person?person=${member}`);
      await person.press('group.admit.button');
      await see({
        path: 'group/split',
        screen: 'group-split',
        heading: 'group.split.title',
        shows: 'group.split.back',
      });
      await person.open('group/split');
      await person.press('group.split.button');
      await expect(person.problem()).toBeFocused();
      await see({ path: 'group/split', screen: 'group-split-error', shows: 'problem.fields.title' });
      await head.form('/api/group/split', 'group/split', { [`person-${member}`]: 'yes' });
      await see({
        path: 'register/group',
        screen: 'group-gone',
        shows: 'group.gone.title',
        act: async (locale) => {
          // Ninety days after the code was made, in Mexico City.
          const day = wordsIn(locale).date('2027-06-08' as LocalDay);
          await expect(page.getByText(say(locale, 'group.gone.until', { day }), { exact: true })).toBeVisible();
        },
      });
      await person.open('register/group');
      await person.press('group.code.button');
      await see({ path: 'register/group', screen: 'group-join-code', shows: 'group.code.join' });
      const code = (await page.getByText(/^(?:\d{4}\s?){5}$/).textContent()) ?? '';
      await joins.form('/api/group/join', 'group/join', { code });
      const guest = (await head.peopleOfGroup()).at(-1) ?? '';
      await head.fetch('/api/registration/relationship', { person: guest, relationship: 'sibling' });
      await see({
        path: `register/person?person=${guest}`,
        screen: 'group-person-guest',
        shows: 'group.remove.guest',
      });
      await head.askForAPlace();
      await see({ path: 'register/group', screen: 'group-waiting', shows: 'group.hold.waiting' });
      await head.leave();
    });

    await test.step('who is in another’s group', async () => {
      await person.comeIn(another.email);
      await see({ path: 'status', screen: 'status-joined', shows: 'standing.joined.title' });
      await see({
        path: 'group/leave',
        screen: 'group-leave',
        heading: 'group.leave.title',
        shows: 'group.leave.back',
      });
    });

    await test.step('a group that is full, and one more', async () => {
      for (let people = 2; people < 12; people += 1) {
        const added = await visitor.fetch('/api/registration/people', {}, { 'Idempotency-Key': randomUUID() });
        const { person: next } = (await added.json()) as { readonly person: string };
        await visitor.fetch('/api/registration/relationship', { person: next, relationship: 'child' });
      }
      await person.comeIn(self.email);
      await see({ path: `register/photo?person=${partner}`, screen: 'member-photo-have', shows: 'group.photo.have' });
      await Visitor.inBrowser(page.context(), server.address, 'en').form(
        '/api/registration/people',
        'register/group',
        {},
      );
      await see({
        path: 'register/group',
        screen: 'group-full',
        shows: 'problem.group-full.title',
        in: oneOrAll,
        act: (locale) => expect(page.getByText(say(locale, 'group.full', { limit: '12' }))).toBeVisible(),
      });
    });
    await visitor.leave();
    await joins.leave();
  },
);
