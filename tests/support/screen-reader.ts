import type { Page } from '@playwright/test';
import { build } from 'esbuild';

/** What `@guidepup/virtual-screen-reader` has in a page. */
type Reader = {
  readonly start: (how: { readonly container: Node }) => Promise<void>;
  readonly next: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly lastSpokenPhrase: () => Promise<string>;
  readonly spokenPhraseLog: () => Promise<string[]>;
};
type WithReader = { puenteReader: Reader };

let bundle: Promise<string> | undefined;

/** As one script: a page's policy lets no module of ours in, and takes what the browser's own tools bring. */
function bundled(): Promise<string> {
  bundle ??= build({
    stdin: {
      contents:
        "import { virtual } from '@guidepup/virtual-screen-reader/browser.js'; globalThis.puenteReader = virtual;",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: 'iife',
    write: false,
    minify: true,
    logLevel: 'error',
  }).then(({ outputFiles: [file] }) => file?.text ?? '');
  return bundle;
}

/** More than any screen says. */
const tooMuch = 2000;

/** Everything that a screen reader says from the top of the page to its end, a line each. */
export async function readAloud(page: Page): Promise<readonly string[]> {
  await listenFrom(page);
  return page.evaluate(async (most) => {
    const { puenteReader } = globalThis as unknown as WithReader;
    for (let steps = 0; steps < most; steps += 1) {
      await puenteReader.next();
      if ((await puenteReader.lastSpokenPhrase()) === 'end of document') break;
    }
    const said = await puenteReader.spokenPhraseLog();
    await puenteReader.stop();
    return said;
  }, tooMuch);
}

/** What it says by itself, since the page changed while something was done. */
export async function saidMeanwhile(page: Page, act: () => Promise<unknown>): Promise<readonly string[]> {
  await listenFrom(page);
  await act();
  return page.evaluate(async () => {
    const { puenteReader } = globalThis as unknown as WithReader;
    const said = await puenteReader.spokenPhraseLog();
    await puenteReader.stop();
    return said.filter((phrase) => /^(polite|assertive):/.test(phrase));
  });
}

async function listenFrom(page: Page): Promise<void> {
  await page.evaluate(await bundled());
  await page.evaluate(() => (globalThis as unknown as WithReader).puenteReader.start({ container: document.body }));
}
