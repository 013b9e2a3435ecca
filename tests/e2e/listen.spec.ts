import { expect, type Page } from '@playwright/test';
import { gate } from '../support/gate.ts';
import { fitsTheFinger, fitsTheScreen } from '../support/layout.ts';
import { look } from '../support/look.ts';
import {
  breakOff,
  endPiece,
  findVoices,
  goDark,
  hushed,
  isLooking,
  said,
  settled,
  withVoices,
} from '../support/phone-voice.ts';
import { test } from '../support/shared-server.ts';

for (const [locale, voice] of [
  ['ru', 'ru_RU'],
  ['ar', 'ar-EG'],
  ['zh-Hans', 'zh-CN'],
] as const) {
  test(`a page is heard from its heading on, with a pause and to the end (${locale})`, async ({ personOf, page }) => {
    await withVoices(page, ['en-US', voice]);
    const person = personOf(locale, { isLookedAt: false });
    await person.open('signed-out');
    await person.press('common.listen.start');
    const pause = page.getByRole('button', { name: person.say('common.listen.pause'), exact: true });
    await expect(pause).toBeFocused();
    const first = `${voice}: ${person.say('signIn.out.title')}`;
    expect((await said(page)).at(0)).toBe(first);
    await expect(page.getByText(person.say('common.listen.voice'))).toBeVisible();
    await look(page, { locale, screen: 'signed-out-listening' });

    await person.press('common.listen.pause');
    expect(await said(page)).toEqual([first]);
    await person.press('common.listen.resume');
    expect(await said(page)).toEqual([first, first]);

    const start = page.getByRole('button', { name: person.say('common.listen.start'), exact: true });
    for (let pieces = 0; pieces < 50 && !(await start.isVisible()); pieces += 1) await endPiece(page);
    await expect(start).toBeVisible();
    expect((await said(page)).length).toBeGreaterThan(2);
  });
}

test('to who saves data a page comes without run-time, and is read aloud all the same', async ({ personOf, page }) => {
  await page.setExtraHTTPHeaders({ 'Save-Data': 'on' });
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await withVoices(page, ['ht-HT']);
  const person = personOf('ht', { isLookedAt: false });
  await person.open('help');
  await person.press('common.listen.start');
  await expect.poll(() => said(page)).toHaveLength(1);
  await expect(page.getByText(person.say('common.listen.voice'))).toBeVisible();
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((script) => !script.startsWith('/_next/static/plain/'))).toEqual([]);
  await look(page, { locale: 'ht', screen: 'help-saving' });
});

test('what went wrong is said first; what was typed is not said at all', async ({ personOf, page }) => {
  await withVoices(page, ['es-MX']);
  const person = personOf('es', { isLookedAt: false });
  await person.open('is-it-from-us');
  await person.write('messages.fromUs.code', '4711 secreto '.repeat(9));
  await person.press('messages.fromUs.button');
  await expect(person.problem()).toBeVisible();
  await person.press('common.listen.start');
  await expect.poll(() => said(page)).toHaveLength(1);
  for (let pieces = 0; pieces < 80; pieces += 1) await endPiece(page);
  const all = await said(page);
  expect(all[0]).toBe(`es-MX: ${person.say('problem.fields.title')}`);
  expect(all).toContain(`es-MX: ${person.say('messages.fromUs.code')}`);
  expect(all.join('\n')).not.toMatch(/4711|secreto/);
});

test('it stops when it is told to, and when the page is left', async ({ personOf, page }) => {
  await withVoices(page, ['ht-HT']);
  const person = personOf('ht', { isLookedAt: false });
  await person.open('help');
  await person.press('common.listen.start');
  await expect.poll(() => said(page)).toHaveLength(1);
  await person.press('common.listen.stop');
  expect(await hushed(page)).toBe(1);
  const start = page.getByRole('button', { name: person.say('common.listen.start'), exact: true });
  await expect(start, 'the button to stop goes, and focus with it').toBeFocused();
  await look(page, { locale: 'ht', screen: 'help-listen' });
  await person.press('common.listen.start');
  await expect.poll(() => said(page)).toHaveLength(2);
  const all = await said(page);
  expect(all[1], 'again from the beginning').toBe(all[0]);
});

for (const [what, interrupt] of [
  ['the page is left', (page: Page) => page.evaluate(() => void window.dispatchEvent(new Event('pagehide')))],
  ['the screen goes dark', (page: Page) => goDark(page, 'hidden')],
] as const) {
  test(`when ${what} it waits, and goes on where it was`, async ({ personOf, page }) => {
    await withVoices(page, ['ht-HT']);
    const person = personOf('ht', { isLookedAt: false });
    await person.open('help');
    await person.press('common.listen.start');
    await expect.poll(() => said(page)).toHaveLength(1);
    await endPiece(page);
    await endPiece(page);
    await interrupt(page);
    expect(await hushed(page)).toBe(1);
    await goDark(page, 'visible');
    await person.press('common.listen.resume');
    const all = await said(page);
    expect(all).toHaveLength(4);
    expect(all[3]).toBe(all[2]);
  });
}

test('a voice that breaks off says so, and goes on where it was', async ({ personOf, page }) => {
  await withVoices(page, ['ht-HT']);
  const person = personOf('ht', { isLookedAt: false });
  await person.open('help');
  await person.press('common.listen.start');
  await expect(page.getByRole('banner').getByRole('status'), 'there before it has anything to tell').toBeAttached();
  await expect.poll(() => said(page)).toHaveLength(1);
  await endPiece(page);
  await page.getByRole('button', { name: person.say('common.listen.stop') }).focus();
  await breakOff(page);
  await expect(page.getByRole('status').filter({ hasText: person.say('common.listen.failed') })).toBeVisible();
  await expect(page.getByRole('button', { name: person.say('common.listen.resume') })).toBeFocused();
  await look(page, { locale: 'ht', screen: 'help-listen-failed' });
  await page.keyboard.press('Enter');
  const all = await said(page);
  expect(all).toHaveLength(3);
  expect(all[2]).toBe(all[1]);
});

test('while its script is on its way it says that it begins, and a second press does not stop it', async ({
  personOf,
  page,
}) => {
  await withVoices(page, ['ht-HT']);
  const person = personOf('ht', { isLookedAt: false });
  await person.open('help');
  const script = gate();
  await page.route('**/*.js', async (route) => {
    await script.opened;
    await route.continue();
  });
  await person.press('common.listen.start');
  const beginning = page.getByRole('button', { name: person.say('common.listen.beginning'), exact: true });
  await expect(beginning).toBeVisible();
  await look(page, { locale: 'ht', screen: 'help-listen-beginning' });
  await beginning.click({ force: true });
  script.open();
  await expect.poll(() => said(page)).toHaveLength(1);
  await expect(page.getByRole('button', { name: person.say('common.listen.pause') })).toBeVisible();
});

test('a phone whose voices come while ours is asked for reads by its own', async ({ personOf, page }) => {
  await page.clock.install();
  await withVoices(page, ['ht-HT'], { isThere: false });
  const person = personOf('ht', { isLookedAt: false });
  const list = gate();
  await page.route('**/api/speech', async (route) => {
    await list.opened;
    await route.fulfill({ json: { locales: ['ht'] } });
  });
  await person.open('help');
  await expect.poll(() => isLooking(page)).toBe(true);
  const asked = page.waitForRequest('**/api/speech');
  await page.clock.fastForward('01:00');
  await asked;
  await findVoices(page);
  const listCame = page.waitForResponse('**/api/speech');
  list.open();
  await (await listCame).finished();
  await settled(page);
  await person.press('common.listen.start');
  await expect.poll(() => said(page)).toHaveLength(1);
  await expect(page.getByText(person.say('common.listen.voice'))).toBeVisible();
});

/** What stands in the bar, side by side: words by themselves, since they may be wider than what they stand in. */
const overlapping = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('header a span, header button, header summary')].map((element) => {
      const words = document.createRange();
      words.selectNodeContents(element);
      return (element.matches('span') ? words : element).getBoundingClientRect();
    });
    const ordered = boxes.sort((one, other) => one.left - other.left);
    return ordered.filter((box, index) => index > 0 && box.left < (ordered[index - 1]?.right ?? 0)).length;
  });

// Those of the longest names beside it.
for (const locale of ['ht', 'pt-BR', 'uk', 'ar'] as const) {
  for (const width of [320, 360]) {
    test(`it comes late, and moves nothing of what is read already (${locale}, ${width} px)`, async ({
      personOf,
      page,
    }) => {
      await page.setViewportSize({ width, height: 640 });
      await withVoices(page, [locale], { isThere: false });
      const person = personOf(locale, { isLookedAt: false });
      await person.open('help');
      await expect.poll(() => isLooking(page)).toBe(true);
      const start = page.getByRole('button', { name: person.say('common.listen.start') });
      await expect(start).toHaveCount(0);
      const main = page.getByRole('main');
      const before = await main.boundingBox();
      await findVoices(page);
      await expect(start).toBeVisible();
      expect(await main.boundingBox()).toEqual(before);
      expect(await overlapping(page)).toBe(0);
      await fitsTheScreen(page, 'listen');
      await fitsTheFinger(page, 'listen');
    });
  }
}

// The server of these tests has none of its own.
for (const [title, langs, localService] of [
  ['no voice for the language', ['fr-FR', 'en-US'], true],
  ['only a voice that sends the words away', ['ht-HT'], false],
] as const) {
  test(`nothing is offered where the phone has ${title}`, async ({ personOf, page }) => {
    await page.clock.install();
    await withVoices(page, langs, { localService });
    const person = personOf('ht', { isLookedAt: false });
    await person.open('help');
    await expect.poll(() => isLooking(page)).toBe(true);
    const asked = page.waitForResponse('**/api/speech');
    await page.clock.fastForward('01:00');
    await (await asked).finished();
    await settled(page);
    await expect(page.getByRole('button', { name: person.say('common.listen.start') })).toHaveCount(0);
  });
}
