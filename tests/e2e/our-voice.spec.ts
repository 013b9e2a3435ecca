import { expect, type Page, type Request } from '@playwright/test';
import { fitsTheFinger, fitsTheScreen } from '../support/layout.ts';
import { look } from '../support/look.ts';
import type { Person } from '../support/person.ts';
import { goDark, settled } from '../support/phone-voice.ts';
import { test } from '../support/speaking-server.ts';

type Ears = {
  /** Seconds of each sound that was played to its end. */
  readonly heard: number[];
  /** How many were, when each piece was asked for. */
  readonly askedAfter: number[];
  readonly players: HTMLAudioElement[];
  /** Whether the page waits for voices of the phone: its script has come. */
  isLooking: boolean;
};
type WithEars = Window & { ears: Ears };

/** A phone with these voices of its own, that notes what its players have played to the end; sped up, not made up. */
async function withEars(page: Page, langs: readonly string[] | null = []): Promise<void> {
  await page.addInitScript((own) => {
    const ears: Ears = { heard: [], askedAfter: [], players: [], isLooking: false };
    const Real = window.Audio;
    window.Audio = class extends Real {
      constructor(src?: string) {
        super(src);
        this.defaultPlaybackRate = 8;
        this.addEventListener('ended', () => ears.heard.push(this.duration));
        ears.players.push(this);
      }
    };
    const ask = window.fetch;
    window.fetch = (what, how) => {
      if (how?.method === 'POST') ears.askedAfter.push(ears.heard.length);
      return ask(what, how);
    };
    class Voices extends EventTarget {
      override addEventListener(...how: Parameters<EventTarget['addEventListener']>) {
        ears.isLooking = true;
        super.addEventListener(...how);
      }
    }
    const speech = Object.assign(new Voices(), {
      getVoices: () => (own ?? []).map((lang) => ({ lang, localService: true, default: false })),
      cancel: () => undefined,
    });
    Object.assign(window, { ears });
    Object.defineProperty(window, 'speechSynthesis', { value: own === null ? undefined : speech });
  }, langs);
}

const heard = (page: Page) => page.evaluate(() => (window as unknown as WithEars).ears.heard);
const askedAfter = (page: Page) => page.evaluate(() => (window as unknown as WithEars).ears.askedAfter);
const isSounding = (page: Page) =>
  page.evaluate(() => (window as unknown as WithEars).ears.players.some((player) => !player.paused && !player.ended));

/** The phone takes the sound for a call; false where nothing sounds, between two pieces. */
const ring = (page: Page) =>
  page.evaluate(() => {
    const player = (window as unknown as WithEars).ears.players.find(({ paused, ended }) => !paused && !ended);
    player?.pause();
    return player !== undefined;
  });

/** What the page asked of the voice, in its order. */
function asked(page: Page) {
  const requests: Request[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/speech')) requests.push(request);
  });
  const words = () => requests.filter((one) => one.method() === 'POST').map((one) => one.postDataJSON() as object);
  return { requests, words };
}

const starting = (page: Page, person: Person) =>
  page.getByRole('button', { name: person.say('common.listen.start'), exact: true });

for (const locale of ['ht', 'es', 'ru', 'en'] as const) {
  test(`a phone without a voice hears the page to its end by ours, which says so (${locale})`, async ({
    personOf,
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await withEars(page, locale === 'ru' ? null : ['fr-FR']);
    const { requests, words } = asked(page);
    const person = personOf(locale, { isLookedAt: false });
    await person.open('signed-out');
    await expect(starting(page, person)).toBeVisible();
    expect(
      requests.map((one) => one.method()),
      'before she presses, only the small list',
    ).toEqual(['GET']);

    await person.press('common.listen.start');
    await expect(page.getByText(person.say('common.listen.ourVoice'))).toBeVisible();
    await expect.poll(() => isSounding(page)).toBe(true);
    await fitsTheScreen(page, 'our-voice');
    await fitsTheFinger(page, 'our-voice');
    await expect(starting(page, person)).toBeVisible({ timeout: 60_000 });

    const all = await heard(page);
    expect(all.length).toBe(words().length);
    expect(all.length).toBeGreaterThan(2);
    expect(words()[0]).toEqual({ locale, text: person.say('signIn.out.title') });
    for (const seconds of all) expect(seconds).toBeGreaterThan(0.4);
    expect(all.reduce((sum, seconds) => sum + seconds, 0)).toBeGreaterThan(5);
    const oneAhead = all.map((_seconds, index) => Math.max(0, index - 1));
    expect(await askedAfter(page), 'each is fetched while the one before it is heard').toEqual(oneAhead);
    expect(
      requests.every((one) => new URL(one.url()).search === ''),
      'no word in an address',
    ).toBe(true);

    const before = words().length;
    await person.press('common.listen.start');
    await expect.poll(async () => (await heard(page)).length).toBeGreaterThan(all.length);
    expect(words(), 'heard again, it costs no data').toHaveLength(before);
  });
}

test('the control of our voice is read by programs as that of the phone’s, and waits when it is told to', async ({
  personOf,
  page,
}) => {
  const { words } = asked(page);
  await withEars(page);
  const person = personOf('ht', { isLookedAt: false });
  await person.open('help');
  await person.press('common.listen.start');
  await expect.poll(() => isSounding(page)).toBe(true);
  await look(page, { locale: 'ht', screen: 'help-our-voice' });
  await person.press('common.listen.pause');
  expect(await isSounding(page)).toBe(false);
  // What comes of it late, as over a slow line, begins nothing.
  await settled(page);
  const pieces = words().length;
  await page.evaluate(() => {
    for (const player of (window as unknown as WithEars).ears.players) player.dispatchEvent(new Event('ended'));
  });
  await settled(page);
  expect(await isSounding(page)).toBe(false);
  expect(words()).toHaveLength(pieces);
  const count = (await heard(page)).length;
  await person.press('common.listen.resume');
  await expect.poll(async () => (await heard(page)).length).toBeGreaterThan(count);
  await person.press('common.listen.stop');
  await expect.poll(() => isSounding(page)).toBe(false);
  await expect(starting(page, person)).toBeFocused();
});

test('a server that is too busy is told in words of its own, and goes on where it was', async ({ personOf, page }) => {
  await withEars(page);
  const { words } = asked(page);
  const person = personOf('ht', { isLookedAt: false });
  await person.open('help');
  const busy = { status: 503, contentType: 'application/problem+json', body: '{"title":"speech-unavailable"}' };
  let isBusy = false;
  await page.route('**/api/speech/piece', async (route) => {
    if (isBusy) await route.fulfill(busy);
    else await route.continue();
  });
  await person.press('common.listen.start');
  await expect.poll(() => isSounding(page)).toBe(true);
  isBusy = true;
  await expect(page.getByRole('status').filter({ hasText: person.say('common.listen.ourFailed') })).toBeVisible();
  await look(page, { locale: 'ht', screen: 'help-our-voice-failed' });
  const before = words();
  isBusy = false;
  await person.press('common.listen.resume');
  await expect.poll(() => isSounding(page)).toBe(true);
  expect(words()[before.length], 'the piece that failed').toEqual(before.at(-1));
});

test('a screen that goes dark, or a phone that rings, makes it wait', async ({ personOf, page }) => {
  await withEars(page);
  const person = personOf('ht', { isLookedAt: false });
  await person.open('help');
  await person.press('common.listen.start');
  await expect.poll(() => isSounding(page)).toBe(true);
  await goDark(page, 'hidden');
  await expect.poll(() => isSounding(page)).toBe(false);
  await goDark(page, 'visible');
  await person.press('common.listen.resume');
  await expect.poll(() => isSounding(page)).toBe(true);
  await expect.poll(() => ring(page)).toBe(true);
  await person.press('common.listen.resume');
  await expect.poll(() => isSounding(page)).toBe(true);
});

for (const [title, locale, own] of [
  ['has a voice for the language', 'ht', ['ht-HT']],
  ['has none for a language that ours does not speak', 'fr', ['ht-HT']],
] as const) {
  test(`nothing is asked of the server by a phone that ${title}`, async ({ personOf, page }) => {
    await page.clock.install();
    await withEars(page, own);
    const { requests } = asked(page);
    const person = personOf(locale, { isLookedAt: false });
    await person.open('help');
    await expect.poll(() => page.evaluate(() => (window as unknown as WithEars).ears.isLooking)).toBe(true);
    await page.clock.fastForward('01:00');
    await settled(page);
    expect(requests).toEqual([]);
    await expect(starting(page, person)).toHaveCount(locale === 'ht' ? 1 : 0);
  });
}
