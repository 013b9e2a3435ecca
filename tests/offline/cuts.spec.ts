import { expect } from '@playwright/test';
import { test } from '../support/browser.ts';
import { CheapPhone } from '../support/cheap-phone.ts';
import { untilKept } from '../support/drafts.ts';
import { personOf as madeUp } from '../support/people.ts';
import { juarez, type Person } from '../support/person.ts';
import { readQr } from '../support/read-qr.ts';
import { keeps } from '../support/service-worker.ts';
import { Visitor } from '../support/visitor.ts';
import { say } from '../support/words.ts';

test.use({ serviceWorkers: 'allow' });

const isFull = process.env['PUENTE_FULL'] === '1';
const locale = 'ht';
const self = madeUp(locale);

type Form = {
  readonly page: string;
  readonly title: string;
  readonly button: string;
  readonly fill: (person: Person) => Promise<void>;
  /** What has to stand there once the page was killed; undefined: she has to want it anew. */
  readonly holds?: (person: Person) => Promise<void>;
};

const question = (page: string, rest: Pick<Form, 'fill' | 'holds'>): Form => ({
  page: `register/${page}`,
  title: `register.${page}.title`,
  button: 'common.continue',
  ...rest,
});

/** The first of the questions that can be skipped, by the page before it. */
const furtherAfter: Readonly<Record<string, string>> = {
  'register/language': 'languages',
  'register/origin': 'citizenships',
  'register/phone': 'email',
};

/** What waits where the line is cut, in the order in which it is asked. */
const untilGroup = (photo: string): readonly Form[] => [
  question('language', {
    fill: (person) => person.choose('register.language.label', self.primaryLanguage),
    holds: (person) => expect(person.field('register.language.label')).toHaveValue(self.primaryLanguage),
  }),
  question('name', {
    async fill(person) {
      await person.write('register.name.givenNames', self.givenNames);
      await person.write('register.name.familyNames', self.familyNames);
    },
    async holds(person) {
      await expect(person.field('register.name.givenNames')).toHaveValue(self.givenNames);
      await expect(person.field('register.name.familyNames')).toHaveValue(self.familyNames);
    },
  }),
  question('birth', {
    async fill(person) {
      await person.write('register.birth.day', self.birth[0]);
      await person.choose('register.birth.month', self.birth[1]);
      await person.write('register.birth.year', self.birth[2]);
    },
    async holds(person) {
      await expect(person.field('register.birth.day')).toHaveValue(self.birth[0]);
      await expect(person.field('register.birth.month')).toHaveValue(self.birth[1]);
      await expect(person.field('register.birth.year')).toHaveValue(self.birth[2]);
    },
  }),
  question('sex', {
    fill: (person) => person.tick('radio', `register.sex.${self.sex}`),
    holds: (person) =>
      expect(
        person.page.getByRole('radio', { name: person.say(`register.sex.${self.sex}`), exact: true }),
      ).toBeChecked(),
  }),
  question('origin', {
    async fill(person) {
      await person.choose('register.origin.birthCountry', self.birthCountry);
      await person.choose('register.origin.citizenship', self.citizenship);
    },
    async holds(person) {
      await expect(person.field('register.origin.birthCountry')).toHaveValue(self.birthCountry);
      await expect(person.field('register.origin.citizenship')).toHaveValue(self.citizenship);
    },
  }),
  question('phone', {
    fill: (person) => person.write('register.phone.label', self.phone),
    holds: (person) => expect(person.field('register.phone.label')).toHaveValue(self.phone),
  }),
  question('photo', {
    fill: (person) => person.pickPhoto(photo),
    holds: (person) => expect(person.page.getByRole('img', { name: person.say('common.photo.preview') })).toBeVisible(),
  }),
];

const afterGroup: readonly Form[] = [
  {
    page: 'register/terms',
    title: 'register.terms.title',
    button: 'register.terms.button',
    fill: (person) => person.tick('checkbox', 'register.terms.accept'),
  },
  {
    page: 'register/check',
    title: 'register.check.title',
    button: 'register.check.button',
    fill: async () => undefined,
  },
  {
    page: 'ask/ports',
    title: 'ask.ports.title',
    button: 'common.continue',
    fill: (person) => person.choose('ask.ports.port1', 'nogales'),
    holds: (person) => expect(person.field('ask.ports.port1')).toHaveValue('nogales'),
  },
];

/** Typed, killed, opened anew, sent without a line, killed again while it waits, and sent once the line is back. */
async function fillIn(phone: CheapPhone, form: Form): Promise<void> {
  await test.step(form.page, async () => {
    await phone.open(form.page);
    await form.fill(phone.person);
    if (form.holds) await untilKept(phone.page);
    await phone.kill();
    await phone.open(form.page);
    await (form.holds ?? form.fill)(phone.person);
    if (form.holds) await untilKept(phone.page);
    await phone.cut();
    await sendInVain(phone, form);
    await phone.kill();
    await waits(phone, form.title);
    await phone.mend();
    await expect(phone.page.getByText(say(locale, 'waiting.none'))).toBeVisible();
  });
}

async function sendInVain({ person, page }: CheapPhone, { button }: Pick<Form, 'button'>): Promise<void> {
  await person.press(button);
  await expect(page.getByRole('heading', { name: say(locale, 'waiting.kept.title') })).toBeVisible();
}

/** Its state is in sight, under the name that she knows it by. */
async function waits(phone: CheapPhone, title: string): Promise<void> {
  await phone.open('waiting');
  await expect(phone.page.getByRole('main').getByRole('heading', { level: 3 })).toHaveText([say(locale, title)]);
  await expect(phone.page.getByText(say(locale, 'waiting.state.waits'))).toBeVisible();
}

/** Pressed, and killed before the page could hear what came of it. */
async function pressAndDie(phone: CheapPhone, button: string, route: string): Promise<void> {
  const answered = phone.page.waitForResponse((response) => new URL(response.url()).pathname === route);
  await phone.person.press(button);
  await answered;
  await phone.kill();
}

/** What needs the line says so before she begins, and goes on once it is back. */
async function begin(phone: CheapPhone, path: string): Promise<void> {
  const needsLine = phone.page.getByText(say(locale, 'phone.needsLine'));
  await phone.open(path);
  await phone.cut();
  await expect(needsLine).toBeVisible();
  await phone.mend();
  await expect(needsLine).toBeHidden();
  await phone.person.press('ask.send.where.button');
  await expect(phone.page.getByText(say(locale, 'ask.send.where.inside'))).toBeVisible();
}

const isSolved = ({ page }: CheapPhone) =>
  expect(page.getByText(say(locale, 'ask.send.robot.done'))).toBeVisible({ timeout: 60_000 });

type MyData = {
  readonly people: readonly {
    readonly answers: Readonly<Record<string, unknown>>;
    readonly changes: readonly unknown[];
  }[];
  readonly records: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
};

if (isFull)
  test('on slow 3G with the line cut and the page killed at each step nothing is lost and nothing is there twice (ht)', async ({
    page,
    context,
    server,
    photo,
  }) => {
    test.setTimeout(1_800_000);
    await context.grantPermissions(['geolocation'], { origin: server.address });
    await context.setGeolocation(juarez);
    const phone = await CheapPhone.at(page, { address: server.address, locale });
    const visitor = Visitor.inBrowser(context, server.address, locale);
    await visitor.signIn(self.email);
    await phone.open('register/language');
    await keeps(phone.page, locale);

    for (const form of untilGroup(photo)) {
      await fillIn(phone, form);
      const next = furtherAfter[form.page];
      if (next === undefined) continue;
      await phone.open(`register/${next}`);
      await phone.person.skipQuestions();
    }
    await phone.open('register/group');
    await phone.kill();
    await phone.open('register/group');
    await phone.person.follow('group.continue');
    for (const form of afterGroup) await fillIn(phone, form);

    await test.step('she asks', async () => {
      await begin(phone, 'ask/send');
      await phone.kill();
      await begin(phone, 'ask/send');
      await isSolved(phone);
      await phone.cut();
      await phone.person.press('ask.send.button');
      await expect(phone.page.getByText(say(locale, 'ask.send.offline'))).toBeVisible();
      await phone.mend();
      await expect(phone.page.getByText(say(locale, 'ask.send.online'))).toBeVisible();
      await pressAndDie(phone, 'ask.send.button', '/api/request');
      await phone.open('status');
      await phone.person.seeState('standing.waiting.title', 'status');
    });

    const operator = await Visitor.operator(server.address);
    await operator.closeAndDraw();

    await test.step('she is chosen, and has more time', async () => {
      await phone.open('status');
      await phone.person.seeState('standing.offered.title', 'status');
      await phone.open('offer');
      await phone.cut();
      await phone.person.press('offer.extend.button');
      await expect(phone.page.getByText(say(locale, 'phone.offline.unsent'))).toBeVisible();
      await phone.kill();
      await phone.open('offer');
      await expect(phone.page.getByText(say(locale, 'phone.kept', { when: '|' }).split('|')[0] ?? '')).toBeVisible();
      await phone.mend();
      await phone.open('offer');
      await pressAndDie(phone, 'offer.extend.button', '/api/offer/extend');
      await phone.open('offer');
      await expect(phone.page.getByText(say(locale, 'offer.extend.done'))).toBeVisible();
    });

    await test.step('she confirms', async () => {
      await begin(phone, 'offer/confirm');
      await phone.person.pickPhoto(photo);
      await phone.kill();
      await begin(phone, 'offer/confirm');
      await phone.person.pickPhoto(photo);
      await phone.cut();
      await phone.person.press('offer.confirm.button');
      await expect(phone.page.getByText(say(locale, 'ask.send.offline'))).toBeVisible();
      await phone.mend();
      await pressAndDie(phone, 'offer.confirm.button', '/api/offer/confirm');
    });

    await test.step('her proof is there on a line, without one, and after the page was killed', async () => {
      await phone.open('confirmation');
      await phone.person.seeHeading('confirmation.title', 'confirmation');
      for (const act of ['cut', 'kill'] as const) {
        await phone[act]();
        await phone.open('confirmation');
        await phone.person.seeHeading('confirmation.title', 'confirmation');
        expect(await readQr(await phone.page.locator('main figure').screenshot())).toMatch(/^[\w-]+(\.[\w-]+){2}$/);
      }
      await phone.mend();
    });

    await test.step('each thing is there once', async () => {
      const { people, records } = (await (await visitor.fetch('/api/my-data/export', {})).json()) as MyData;
      expect(people).toHaveLength(1);
      expect(people[0]).toMatchObject({
        answers: { givenNames: self.givenNames, familyNames: self.familyNames, phone: expect.anything() },
        changes: [],
      });
      const counts = ['acceptances', 'requests', 'offers', 'appointments'].map((name) => [name, records[name]?.length]);
      expect(counts).toEqual([
        ['acceptances', 1],
        ['requests', 1],
        ['offers', 1],
        ['appointments', 1],
      ]);
      // The same words stand in the page's scripts.
      const list = await operator.look('staff/day?port=nogales&day=2027-03-21');
      const day = list.replaceAll(/<script\b[\s\S]*?<\/script>/g, '');
      expect(day.split(`${self.givenNames} ${self.familyNames}`)).toHaveLength(2);
    });
  });
