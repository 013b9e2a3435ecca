import { expect } from '@playwright/test';
import { test } from '../support/browser.ts';
import { personOf as madeUp } from '../support/people.ts';
import { keeps, personAt } from '../support/service-worker.ts';
import { Visitor } from '../support/visitor.ts';
import { say } from '../support/words.ts';

test.use({ serviceWorkers: 'allow' });

const locale = 'ht';

type MyData = {
  readonly people: readonly { readonly answers: { readonly phone: string }; readonly changes: readonly unknown[] }[];
  readonly records: Readonly<Record<'requests' | 'offers' | 'appointments', readonly { readonly state: string }[]>>;
};

if (process.env['PUENTE_FULL'] === '1')
  test('what she changes, takes back, declines, gives back or reports without a line arrives once with it (ht)', async ({
    page,
    context,
    server,
  }) => {
    test.setTimeout(600_000);
    const self = madeUp(locale);
    const visitor = Visitor.inBrowser(context, server.address, locale);
    await visitor.register(self, 'nogales');
    const operator = await Visitor.operator(server.address);
    const person = personAt(page, server.address, locale);
    await person.open('');
    await keeps(page, locale);
    const myData = async () => (await (await visitor.fetch('/api/my-data/export', {})).json()) as MyData;

    /** On a page that is open when the line breaks; `copy`: one that the phone has, opened since. */
    const withoutLine = async (act: {
      readonly opens?: string;
      readonly copy?: string;
      readonly press: string;
      /** The name under which it waits. */
      readonly title: string;
    }) => {
      if (act.opens !== undefined) await person.open(act.opens);
      await context.setOffline(true);
      if (act.copy !== undefined) await person.open(act.copy);
      await person.press(act.press);
      await expect(page.getByRole('heading', { name: say(locale, 'waiting.kept.title') })).toBeVisible();
      await expect(page.getByRole('main').getByRole('heading', { level: 3 })).toHaveText([say(locale, act.title)]);
      await context.setOffline(false);
      await expect(page.getByText(say(locale, 'waiting.none'))).toBeVisible();
    };

    await test.step('an answer that she changes', async () => {
      await person.open('register/phone?change');
      await person.write('register.phone.label', '+509 34 99 9999');
      await withoutLine({ press: 'common.continue', title: 'register.phone.title' });
      const [head] = (await myData()).people;
      expect([head?.answers.phone, head?.changes.length]).toEqual(['+50934999999', 1]);
    });

    await test.step('her request', async () => {
      await visitor.askForAPlace();
      await withoutLine({ opens: 'withdraw', press: 'withdraw.button', title: 'withdraw.title' });
      expect((await myData()).records.requests.map(({ state }) => state)).toEqual(['withdrawn']);
    });

    await test.step('a place that she is offered', async () => {
      await visitor.askForAPlace();
      await operator.closeAndDraw();
      await withoutLine({ opens: 'offer/decline', press: 'offer.decline.button', title: 'offer.decline.title' });
      expect((await myData()).records.offers.map(({ state }) => state)).toEqual(['declined']);
    });

    await test.step('that she asks each day, from the copy of her status', async () => {
      await operator.fetch('/api/staff/open', {});
      await person.open('status');
      await expect(page.getByText(say(locale, 'standing.request.startTitle'))).toBeVisible();
      await withoutLine({ copy: 'status', press: 'standing.request.resume', title: 'standing.request.alive' });
      await person.open('status');
      await person.seeState('standing.waiting.title', 'status-asks-each-day');
    });

    await test.step('an appointment', async () => {
      await operator.closeAndDraw();
      await visitor.confirm();
      await withoutLine({
        opens: 'appointment/cancel',
        press: 'appointment.cancel.button',
        title: 'appointment.cancel.title',
      });
      expect((await myData()).records.appointments.map(({ state }) => state)).toEqual(['cancelled']);
    });

    await test.step('words that are wrong', async () => {
      await person.open('report-text?screen=help');
      await person.write('textReport.words', 'Èd');
      await withoutLine({ press: 'textReport.button', title: 'textReport.title' });
    });
  });
