import type { Page } from '@playwright/test';
import { withVoices } from '../support/phone-voice.ts';

export type Shift = { readonly value: number; readonly moved: readonly string[] };
type Watching = Window & { puenteShifts: Shift[]; puentePainted?: () => Promise<void> };

/**
 * From now on the page keeps what moves by itself while it loads. Its scripts wait until it has been painted without them, as
 * on a slow line: here they would be faster than the first picture, and what they move would not be seen to move. The phone
 * has a voice, so that the loudspeaker comes, too. Gives what reads it.
 */
export async function watchShifts(page: Page, locale: string): Promise<() => Promise<readonly Shift[]>> {
  let open = (): void => undefined;
  const painted = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.exposeFunction('puentePainted', () => open());
  await withVoices(page, [locale]);
  await page.addInitScript(watch);
  await page.route('**/_next/static/**/*.js', async (route) => {
    await painted;
    await route.continue();
  });
  return () => page.evaluate(read);
}

/** Runs in the page, before everything else. */
function watch(): void {
  const here = window as unknown as Watching;
  here.puenteShifts = [];
  type Entry = PerformanceEntry & {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly { readonly node: Node | null }[];
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Entry[]) {
      if (entry.hadRecentInput) continue;
      const nameOf = (node: Node | null) => (node instanceof Element ? node.outerHTML.slice(0, 80) : node?.nodeName);
      here.puenteShifts.push({
        value: entry.value,
        moved: entry.sources.map(({ node }) => nameOf(node) ?? 'what is gone'),
      });
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) void here.puentePainted?.();
  }).observe({ type: 'paint', buffered: true });
}

/** Runs in the page: after two frames, since what a script moved is told after the frame that showed it. */
function read(): Promise<Shift[]> {
  return new Promise((resolve) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => setTimeout(() => resolve((window as unknown as Watching).puenteShifts))),
    );
  });
}
