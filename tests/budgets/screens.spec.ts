import type { BrowserContext } from '@playwright/test';
import { publishedLocales } from '#core/language/published.ts';
import { shippedPolicies } from '#core/policy/policies.ts';
import { policyAt } from '#core/policy/policy.ts';
import { registrationSteps } from '#core/registration/answers.ts';
import { askedSteps, isAsked } from '#core/registration/steps.ts';
import type { Instant } from '#core/time/instant.ts';
import { type Page, pages, problemPages } from '#server/http/pages.ts';
import { isApplicants } from '../../scripts/budgets/built-screens.ts';
import { afternoon, test as base, expect } from '../support/browser.ts';
import { personOf as madeUp } from '../support/people.ts';
import { rightTerms, Visitor } from '../support/visitor.ts';
import { Judge, type Look, withLighthouse } from './lighthouse.ts';
import { Scales } from './scales.ts';
import { Taps } from './taps.ts';

const chosen = process.env['PUENTE_LOCALES']?.split(',');
const { questions } = policyAt(Date.parse(afternoon) as Instant, shippedPolicies);
const muchLater = '2027-03-25T09:00:00-05:00';

type Someone = { readonly phone: BrowserContext; readonly visitor: Visitor };

/** How often Lighthouse looks at each screen; 0: they are weighed. */
const runs = Number(process.env['PUENTE_LIGHTHOUSE'] ?? 0);
/** A slow phone's taps are timed in place of that. */
const isTapped = process.env['PUENTE_TAPS'] === '1';

const test = base.extend<{ readonly lookBy: Look | null }>({
  lookBy: async ({ launchOptions }, use) => {
    if (runs === 0) await use(null);
    else await withLighthouse(launchOptions, use);
  },
});

for (const locale of chosen ?? publishedLocales) {
  test(`what each screen of an applicant weighs (${locale})`, async ({ browser, start, lookBy }) => {
    const first = await start();
    const { address } = first;
    const at = { address, locale };
    const scales = lookBy ? new Judge(lookBy, at, runs) : new (isTapped ? Taps : Scales)(browser, at);
    const nobody = await someone();
    const one = await someone('one');
    const asksForNogales = async (name: string) => {
      const who = await someone();
      await who.visitor.register({ ...madeUp('ht'), email: emailOf(name) }, 'nogales');
      await who.visitor.askForAPlace();
      return { ...who, name };
    };

    await test.step('of nobody in particular', async () => {
      for (const [page, kind] of Object.entries(pages) as [Page, string][])
        if (kind === 'static' && isApplicants(page)) await scales.weigh(page);
      for (const kind of problemPages) await scales.weigh(`problems/${kind}`);
      for (const page of openForms) await scales.weigh(page);
      await scales.weigh('draws');
      await scales.weigh('draws/day?day=2027-03-11');
      await scales.weigh('report-text?screen=start');
      for (const page of ['statistics', 'policies'] as const) await scales.weigh(page);
      await scales.weigh(`sandbox/sign-in?uid=${await nobody.visitor.beginSignIn()}`);
      for (const [page, route] of openRefusals) await refused(nobody, page, route);
      await nobody.visitor.form('/api/message-check', 'is-it-from-us', { code: '1234 5678 9018' });
      await scales.weigh('is-it-from-us/answer', nobody.phone);
    });

    await test.step('of an account by code', async () => {
      await nobody.visitor.form('/api/account/new', 'account/new', {});
      await scales.weigh('account/code', nobody.phone);
      await scales.weigh('account', nobody.phone, 'by code');
      await scales.weigh('account/code-check', nobody.phone);
      await refused(nobody, 'account/code-check', '/api/account/code-check');
    });

    await test.step('of who registers', async () => {
      await each(one, ['status', 'messages', 'sandbox/mailbox', 'my-data', 'account', 'assisted'], 'of a newcomer');
      for (const step of askedSteps(questions, 'head')) {
        await scales.weigh(`register/${step}`, one.phone);
        await refused(one, `register/${step}`, `/api/registration/${step}`);
      }
      await one.visitor.answerUpToGroup({ ...madeUp('ht'), email: emailOf('one') });
      await scales.weigh('register/group', one.phone);
      const child = await one.visitor.addMember({
        name: 'Lia',
        relationship: 'child',
        birth: ['1', '6', '2015'],
        guardian: await one.visitor.ownId(),
      });
      for (const step of askedSteps(questions, 'member'))
        await scales.weigh(`register/${step}?person=${child}`, one.phone, 'of a member');
      await scales.weigh(`register/person?person=${child}`, one.phone);
      await one.visitor.form('/api/registration/terms', 'register/terms', await rightTerms(locale));
      await scales.weigh('register/check', one.phone);
      await one.visitor.form('/api/registration', 'register/check', {});
    });

    await test.step('of who is registered', async () => {
      for (const page of ['ask/ports', 'group/join', 'my-data/delete', 'account/new-code'])
        await scales.weigh(page, one.phone);
      await refused(one, 'ask/ports', '/api/request/ports');
      await one.visitor.form('/api/request/ports', 'ask/ports', { port1: 'laredo', port2: '', port3: '' });
      await scales.weigh('ask/send', one.phone);
      await refused(one, 'ask/send', '/api/request');
      await refused(one, 'my-data/delete', '/api/my-data/delete');
      await scales.weigh('group/split', one.phone);
      await each(one, ['status', 'register/group', 'assisted'], 'registered');
      const guest = await someone();
      await guest.visitor.register({ ...madeUp('ru'), email: emailOf('guest') });
      const made = await one.visitor.fetch('/api/group/code', {});
      const { code } = (await made.json()) as { readonly code: string };
      await guest.visitor.form('/api/group/join', 'group/join', { code });
      await scales.weigh('group/leave', guest.phone);
      await each(guest, ['status'], 'in another’s group');
      await guest.visitor.form('/api/group/leave', 'group/leave', {});
    });

    const rivals = await test.step('of who waits', async () => {
      await one.visitor.askForAPlace({ standing: 'yes' });
      await scales.weigh('withdraw', one.phone);
      await each(one, ['status', 'register/group', 'my-data'], 'waiting');
      const operator = await Visitor.operator(address);
      await operator.leaveOnePlace('nogales', '2027-03-21');
      const [two, three] = [await asksForNogales('two'), await asksForNogales('three')];
      await operator.closeAndDraw();
      const isChosen = (await two.visitor.look('status')).includes(`/${locale}/offer`);
      return isChosen ? { chosen: two, other: three } : { chosen: three, other: two };
    });

    await test.step('of who is chosen, and who is not', async () => {
      for (const page of ['offer', 'offer/confirm', 'offer/decline']) await scales.weigh(page, one.phone);
      await refused(one, 'offer/confirm', '/api/offer/confirm');
      await each(one, ['status', 'assisted', 'sandbox/mailbox'], 'chosen');
      await each(rivals.other, ['status'], 'not chosen');
      await one.visitor.confirm();
      for (const page of ['confirmation', 'appointment/cancel']) await scales.weigh(page, one.phone);
      await each(one, ['status', 'messages', 'my-data'], 'with an appointment');
    });
    await first.kill('SIGTERM');

    await test.step('of later', async () => {
      await start({ folder: first.folder, port: first.port, clock: muchLater });
      const comesBack = async (who: Someone, name: string) => {
        await who.phone.clearCookies();
        await who.visitor.signIn(emailOf(name));
      };
      await comesBack(one, 'one');
      await each(one, ['status'], 'past');
      await scales.weigh('appointment/missed', one.phone);
      await comesBack(rivals.chosen, rivals.chosen.name);
      await each(rivals.chosen, ['status'], 'lapsed');
    });

    const left = (Object.keys(pages) as Page[]).filter((page) => isWeighed(page) && !scales.seen.has(page));
    expect(left, 'screens of applicants that nobody weighed').toEqual([]);
    const folder = process.env['PUENTE_BUDGETS'];
    if (!folder) throw new Error('expected a folder in PUENTE_BUDGETS, found none: run `npm run budgets`');
    scales.write(folder);

    async function someone(name?: string): Promise<Someone> {
      const phone = await browser.newContext();
      const visitor = Visitor.inBrowser(phone, address, locale);
      if (name !== undefined) await visitor.signIn(emailOf(name));
      return { phone, visitor };
    }

    async function each(who: Someone, paths: readonly string[], state: string): Promise<void> {
      for (const path of paths) await scales.weigh(path, who.phone, state);
    }

    /** The form as it comes back when it was sent without an answer. */
    async function refused(who: Someone, page: string, route: string): Promise<void> {
      await who.visitor.form(route, page, {});
      await scales.weigh(page, who.phone, 'refused');
    }
  });
}

/** Prerendered forms that need nobody. */
const openForms = [
  'sign-in',
  'is-it-from-us',
  'report-seller',
  'account/new',
  'account/sign-in',
  'account/find',
] as const;
const openRefusals = [
  ['is-it-from-us', '/api/message-check'],
  ['report-seller', '/api/seller-report'],
  ['account/sign-in', '/api/account/sign-in'],
  ['account/find', '/api/account/find'],
] as const;

/** Without what the demonstration doesn't ask: the server answers such a page with that of a problem. */
function isWeighed(page: Page): boolean {
  const step = registrationSteps.find((candidate) => page === `register/${candidate}`);
  return isApplicants(page) && (step === undefined || isAsked(step, questions));
}

function emailOf(name: string): string {
  return `${name}@puente.example`;
}
