import { expect, type Page } from '@playwright/test';
import type { Asked, Kept } from '#app/_pwa/worker-messages.ts';

/** What the worker in use says to a page that asks it. */
export async function askWorker(page: Page, asked: Asked): Promise<Kept | null> {
  return await page.evaluate(async (data) => {
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise<Kept | null>((resolve) => {
      port1.onmessage = (event) => resolve(event.data as Kept | null);
    });
    active?.postMessage(data, [port2]);
    return await answer;
  }, asked);
}

/** Waits until the phone has every page of these languages, and of no other. */
export async function keeps(page: Page, ...locales: readonly string[]): Promise<void> {
  await expect
    .poll(async () => (await askWorker(page, { type: 'what-is-kept' }))?.languages.filter(({ isKept }) => isKept))
    .toEqual(locales.map((locale) => expect.objectContaining({ locale })));
}

/** Whether a new version waits for its moment. */
export async function hasWaiting(page: Page): Promise<boolean> {
  return await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
}
