import type { Page } from '@playwright/test';
import type { OwnLine } from '#core/draw/own-line.ts';
import { attackKinds } from '../../app/[locale]/_draws/attacks/kinds.ts';
import { expect, test } from '../support/browser.ts';
import { seasonOf } from '../support/draw-season.ts';
import { everyLanguage, manyScreens } from '../support/every-language.ts';
import { look } from '../support/look.ts';
import { ownLineOf } from '../support/own-line.ts';
import { personOf as madeUp } from '../support/people.ts';
import { askWorker } from '../support/service-worker.ts';
import { Visitor } from '../support/visitor.ts';
import { say } from '../support/words.ts';
import { looking } from './looks-at.ts';

test.describe.configure({ timeout: manyScreens });

/** One in Latin letters, one in others, and one from right to left: each page of the draws in all three. */
const three = ['ht', 'ru', 'ar'];
const day = '2027-03-11';
const afterTheSlots = '2027-03-30T09:00:00-05:00';

const textFile = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const filesOf = (files: ReadonlyMap<string, string>) => Array.from(files, ([name, text]) => textFile(name, text));
const ownFile = (own: OwnLine | string) =>
  textFile('my-line.json', typeof own === 'string' ? own : JSON.stringify(own));

test(
  'everybody sees each draw, does it again on her phone, finds her line and tries to cheat',
  looking('draws'),
  async ({ browser, page, start }) => {
    const first = await start();
    const { address, folder, port } = first;
    const see = everyLanguage(page, address, three);
    await see({ path: 'draws', screen: 'draws-none', heading: 'draws.title', shows: 'staff.draw.noDraw' });
    await see({ path: 'draws/how', screen: 'draws-how', heading: 'draws.how.title' });

    const visitor = Visitor.inBrowser(page.context(), address, 'ht');
    await visitor.register(madeUp('ht'), 'laredo');
    await visitor.askForAPlace();
    await checkOwn('none yet');
    const operator = await Visitor.operator(address);
    await operator.closeAndDraw();

    const path = `draws/day?day=${day}`;
    await see({ path: 'draws', screen: 'draws', heading: 'draws.title', shows: 'draws.stage.cosigned-result' });
    await see({ path, screen: 'draws-day', shows: 'draws.counts.few' });
    await see({ path: 'draws/day?day=2031-01-01', screen: 'draws-day-unknown', heading: 'draws.day.unknown' });
    await checkOwn('drawn');

    // When the last slot is past, every list is public, and the phone takes all of it from the server.
    await first.kill('SIGTERM');
    await start({ folder, port, clock: afterTheSlots });
    await see({
      path,
      screen: 'draws-day-checked',
      shows: 'draws.stage.released',
      async act(locale) {
        await page.getByRole('button', { name: say(locale, 'draws.check.begin') }).click();
        await expect(page.getByText(say(locale, 'verify.same'))).toBeVisible();
        await expect(page.getByText(say(locale, 'verify.signed'))).toBeVisible();
      },
    });

    await see({ path: 'draws/check', screen: 'draws-check', heading: 'verify.title' });
    const season = seasonOf('seven-drand');
    const changed = new Map([
      ...season,
      ['result.tsv', (season.get('result.tsv') ?? '').replace('nogales oldest', '-')],
    ]);
    const some = new Map([...season].slice(0, 3));
    for (const [files, verdict] of [
      [season, 'same'],
      [changed, 'differs'],
      [some, 'malformed'],
    ] as const)
      await see({
        path: 'draws/check',
        screen: `draws-check-${verdict}`,
        in: ['ht'],
        async act(locale) {
          await choose(page, say(locale, 'verify.files'), filesOf(files));
          await expect(page.getByText(say(locale, `verify.${verdict}`))).toBeVisible();
        },
      });

    const own = ownLineOf('half', 'nogales oldest');
    const lost = ownLineOf('half', '-');
    const wrong: OwnLine = {
      ...lost,
      promiseSignature: own.promiseSignature,
      closed: { ...lost.closed, path: own.closed.path },
      drawn: { ...lost.drawn, ticket: own.drawn.ticket, outcome: own.drawn.outcome, slot: own.drawn.slot },
    };
    const states: readonly (readonly [name: string, file: OwnLine | string, shows: string])[] = [
      ['right', own, 'draws.own.all.right'],
      ['lost', lost, 'draws.own.unplaced'],
      ['wrong', wrong, 'draws.own.all.wrong'],
      ['closed', { ...own, drawn: null, season: null }, 'draws.own.closed'],
      ['promised', { ...own, drawn: null, closed: null }, 'draws.own.promised'],
      ['no-file', '{}', 'draws.own.malformed'],
    ];
    for (const [name, file, shows] of states)
      await see({
        path: 'draws/own',
        screen: `draws-own-${name}`,
        in: name === 'right' ? three : ['ht'],
        shows,
        act: (locale) => choose(page, say(locale, 'draws.own.file'), [ownFile(file)]),
      });

    const stranger = await (
      await browser.newContext({ viewport: { width: 320, height: 640 }, serviceWorkers: 'allow' })
    ).newPage();
    // Where Puente was opened before, its service worker answers what the check begins with.
    await stranger.goto(`${address}/ht`);
    await askWorker(stranger, { type: 'what-is-kept' });
    await stranger.goto(`${address}/ht/draws/check`);
    await choose(stranger, say('ht', 'verify.files'), filesOf(season));
    await expect(stranger.getByText(say('ht', 'verify.same'))).toBeVisible();
    await stranger.goto(`${address}/ht/draws/own`);
    await stranger.getByRole('button', { name: say('ht', 'draws.own.take') }).click();
    await expect(stranger.getByText(say('ht', 'draws.own.none'))).toBeVisible();
    await look(stranger, { locale: 'ht', screen: 'draws-own-none' });
    await page.route('**/api/draws/**', (route) => route.abort());
    await see({
      path,
      screen: 'draws-day-failed',
      shows: 'draws.check.failed',
      in: ['ht'],
      act: (locale) => page.getByRole('button', { name: say(locale, 'draws.check.begin') }).click(),
    });

    await see({
      path: 'draws/cheat',
      screen: 'draws-cheat',
      heading: 'draws.cheat.title',
      async act(locale) {
        for (const kind of attackKinds) {
          const what = say(locale, `draws.cheat.${kind}.what`);
          const card = page
            .getByRole('main')
            .locator('section', { has: page.getByRole('heading', { name: what, exact: true }) });
          await card.getByRole('button').first().click();
          await expect(card).toContainText(say(locale, `draws.cheat.${kind}.by`));
          const outcome = kind === 'collude' ? 'through' : 'caught';
          await expect(card).toContainText(say(locale, `draws.cheat.${outcome}`));
        }
      },
    });

    /** By her own file from the server: before the close her promise, after the draw all of it. */
    async function checkOwn(when: 'none yet' | 'drawn'): Promise<void> {
      await page.goto(`${address}/ht/draws/own`);
      await page.getByRole('button', { name: say('ht', 'draws.own.take') }).click();
      await expect(page.getByRole('heading', { name: say('ht', 'draws.own.all.right') })).toBeVisible();
      const sentences = when === 'drawn' ? ['list.right', 'number.right', 'outcome.right', 'slot.right'] : ['promised'];
      for (const sentence of sentences) await expect(page.getByText(say('ht', `draws.own.${sentence}`))).toBeVisible();
      await expect(page.getByText(say('ht', 'draws.own.signatures.right'))).toBeVisible();
    }
  },
);

type Files = Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0];

async function choose(page: Page, label: string, files: Files): Promise<void> {
  // Before its script runs, nothing would hear what was chosen.
  await expect(page.locator('button:disabled')).toHaveCount(0);
  await page.getByLabel(label).setInputFiles(files);
}
