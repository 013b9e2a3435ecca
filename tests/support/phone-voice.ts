import type { Page } from '@playwright/test';

type Mouth = {
  readonly said: string[];
  hushed: number;
  isThere: boolean;
  /** Whether the page waits for voices: its script has come. */
  isLooking: boolean;
  tell: ((what: 'end' | 'error') => void) | undefined;
};
type WithMouth = Window & { mouth: Mouth };

/** A phone with these voices, whose voice waits at the end of each piece until the test lets it go on. */
export async function withVoices(
  page: Page,
  langs: readonly string[],
  { localService = true, isThere = true } = {},
): Promise<void> {
  await page.addInitScript(
    ({ langs: all, isLocal, areThere }) => {
      const mouth: Mouth = { said: [], hushed: 0, isThere: areThere, isLooking: false, tell: undefined };
      class Voices extends EventTarget {
        override addEventListener(...how: Parameters<EventTarget['addEventListener']>) {
          mouth.isLooking = true;
          super.addEventListener(...how);
        }
      }
      class Utterance extends EventTarget {
        lang = '';
        voice: unknown = null;
        readonly text: string;
        constructor(text: string) {
          super();
          this.text = text;
        }
      }
      const speech = Object.assign(new Voices(), {
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

export const said = (page: Page) => page.evaluate(() => (window as unknown as WithMouth).mouth.said);
export const hushed = (page: Page) => page.evaluate(() => (window as unknown as WithMouth).mouth.hushed);
export const endPiece = (page: Page) => page.evaluate(() => (window as unknown as WithMouth).mouth.tell?.('end'));
export const breakOff = (page: Page) => page.evaluate(() => (window as unknown as WithMouth).mouth.tell?.('error'));
/** As a phone does that gathers its voices when it is asked for them. */
export const findVoices = (page: Page) =>
  page.evaluate(() => {
    (window as unknown as WithMouth).mouth.isThere = true;
    window.speechSynthesis.dispatchEvent(new Event('voiceschanged'));
  });

/** The page has asked for voices, and hears of those that come. */
export const isLooking = (page: Page) => page.evaluate(() => (window as unknown as WithMouth).mouth.isLooking);

/** The rest of the page, to its end: what is being said, and all that comes after it. */
export function sayToTheEnd(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { mouth } = window as unknown as WithMouth;
    const from = Math.max(0, mouth.said.length - 1);
    for (let before = -1; before < mouth.said.length; ) {
      before = mouth.said.length;
      mouth.tell?.('end');
    }
    return mouth.said.slice(from);
  });
}

/** What the page has asked for by now has been noticed when the answer to a later question is here. */
export const settled = (page: Page) => page.evaluate(async () => void (await fetch('/icon.svg')));

/** As a phone that is laid down, and taken up again. */
export const goDark = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
