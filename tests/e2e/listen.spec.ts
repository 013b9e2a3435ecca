import { expect, type Page } from '@playwright/test';
import { findingsOfAxe } from '../support/axe.ts';
import { fitsTheFinger, fitsTheScreen } from '../support/layout.ts';
import { test } from '../support/shared-server.ts';

type Mouth = {
  readonly said: string[];
  hushed: number;
  isThere: boolean;
  tell: ((what: 'end' | 'error') => void) | undefined;
};
type WithMouth = Window & { mouth: Mouth };

/** A phone with these voices, whose voice waits at the end of each piece until the test lets it go on. */
async function withVoices(
  page: Page,
  langs: readonly string[],
  { localService = true, isThere = true } = {},
): Promise<void> {
  await page.addInitScript(
    ({ langs: all, isLocal, areThere }) => {
      const mouth: Mouth = { said: [], hushed: 0, isThere: areThere, tell: undefined };
      class Utterance extends EventTarget {
        lang = '';
        voice: unknown = null;
        readonly text: string;
        constructor(text: string) {
          super();
          this.text = text;
        }
      }
      const speech = Object.assign(new EventTarget(), {
        speaking: false,
        pending: false,
        getVoices: () => (mouth.isThere ? all : []).map((lang) => ({ lang, localService: isLocal, default: false })),
        speak(utterance: Utterance) {
          mouth.said.push(`${utterance.lang}: ${utterance.text}`);
          mouth.tell = (what) => utterance.dispatchEvent(new Event(what));
        },
        cancel() {
          mouth.hushed += 1;
          mouth.tell?.('error');
        },
      });
      Object.assign(window, { mouth, SpeechSynthesisUtterance: Utterance });
      Object.defineProperty(window, 'speechSynthesis', { value: speech });
    },
    { langs: [...langs], isLocal: localService, areThere: isThere },
  );
}

const said = (page: Page) => page.evaluate(() => (window as unknown as WithMouth).mouth.said);
const hushed = (page: Page) => page.evaluate(() => (window as unknown as WithMouth).mouth.hushed);
const endPiece = (page: Page) => page.evaluate(() => (window as unknown as WithMouth).mouth.tell?.('end'));
const breakOff = (page: Page) => page.evaluate(() => (window as unknown as WithMouth).mouth.tell?.('error'));
/** As a phone does that gathers its voices when it is asked for them. */
const findVoices = (page: Page) =>
  page.evaluate(() => {
    (window as unknown as WithMouth).mouth.isThere = true;
    window.speechSynthesis.dispatchEvent(new Event('voiceschanged'));
  });

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
    expect(await findingsOfAxe(page)).toEqual([]);
    await fitsTheScreen(page, 'listen');
    await fitsTheFinger(page, 'listen');

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

test('what went wrong is said first; what was typed is not said at all', async ({ personOf, page }) => {
  await withVoices(page, ['es-MX']);
  const person = personOf('es', { isLookedAt: false });
  await person.open('is-it-from-us');
  await person.write('messages.fromUs.code', '4711 secreto '.repeat(9));
  await person.press('messages.fromUs.button');
  await expect(person.problem()).toBeVisible();
  await person.press('common.listen.start');
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
  await person.press('common.listen.start');
  await expect.poll(() => said(page)).toHaveLength(2);
  await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  expect(await hushed(page)).toBe(2);
  await expect(page.getByRole('button', { name: person.say('common.listen.stop') })).toBeHidden();
});

test('a voice that breaks off says so, and can be asked again', async ({ personOf, page }) => {
  await withVoices(page, ['ht-HT']);
  const person = personOf('ht', { isLookedAt: false });
  await person.open('help');
  await person.press('common.listen.start');
  await expect.poll(() => said(page)).toHaveLength(1);
  await page.getByRole('button', { name: person.say('common.listen.stop') }).focus();
  await breakOff(page);
  await expect(page.getByText(person.say('common.listen.failed'))).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => said(page)).toHaveLength(2);
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
      await page.waitForLoadState('networkidle');
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
    await withVoices(page, langs, { localService });
    const person = personOf('ht', { isLookedAt: false });
    await person.open('help');
    await page.waitForLoadState('networkidle');
    await expect(page.getByRole('button', { name: person.say('common.listen.start') })).toHaveCount(0);
  });
}
