import { createRequire } from 'node:module';
import type { virtual } from '@guidepup/virtual-screen-reader';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';

/** As `@guidepup/virtual-screen-reader` is in a page. */
type WithReader = { puenteReader: { virtual: typeof virtual } };

let bundle: Promise<string> | undefined;

/** As one script: a page's policy lets no module of ours in, and takes what the browser's own tools bring. */
function bundled(): Promise<string> {
  bundle ??= build({
    entryPoints: [createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js')],
    globalName: 'puenteReader',
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
    const { virtual: reader } = (globalThis as unknown as WithReader).puenteReader;
    for (let steps = 0; steps < most; steps += 1) {
      await reader.next();
      if ((await reader.lastSpokenPhrase()) === 'end of document') break;
    }
    const said = await reader.spokenPhraseLog();
    await reader.stop();
    for (const element of document.querySelectorAll<HTMLElement>('details > [hidden], noscript'))
      element.hidden = false;
    return said;
  }, tooMuch);
}

/** What it says by itself, since the page changed while something was done. */
export async function saidMeanwhile(page: Page, act: () => Promise<unknown>): Promise<readonly string[]> {
  await listenFrom(page);
  await act();
  return page.evaluate(async () => {
    const { virtual: reader } = (globalThis as unknown as WithReader).puenteReader;
    const said = await reader.spokenPhraseLog();
    await reader.stop();
    return said.filter((phrase) => /^(polite|assertive): ./.test(phrase));
  });
}

async function listenFrom(page: Page): Promise<void> {
  await page.evaluate(await bundled());
  await page.evaluate(async () => {
    // It does not know that what is closed, or for browsers without scripts, is not there for who listens.
    for (const element of document.querySelectorAll<HTMLElement>('details:not([open]) > :not(summary), noscript'))
      element.hidden = true;
    await (globalThis as unknown as WithReader).puenteReader.virtual.start({ container: document.body });
  });
}
