import { expect, type Page } from '@playwright/test';
import type { Asked, Kept } from '#app/_pwa/worker-messages.ts';
import { look } from './look.ts';
import { Person } from './person.ts';

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

/** Waits until the phone has every page of these languages, and of no other; some forty files come one after the other. */
export async function keeps(page: Page, ...locales: readonly string[]): Promise<void> {
  const kept = async () => {
    const said = await askWorker(page, { type: 'what-is-kept' });
    return said?.languages.flatMap(({ locale, isKept }) => (isKept ? [locale] : [])).sort();
  };
  await expect.poll(kept, { timeout: 90_000 }).toEqual([...locales].sort());
}

/** Somebody whose line breaks: what the browser then writes into its console is no fault. */
export function personAt(page: Page, address: string, locale: string): Person {
  return new Person(page, { locale, address, look: (screen) => look(page, { locale, screen }) });
}

/** The language that would be hers with the next page in it. */
export async function nextLanguage(page: Page): Promise<string | null> {
  return await page.evaluate(async () => {
    const found = await (await caches.open('puente-choice')).match('/_pwa/choice');
    return found ? ((await found.json()) as { readonly next: string | null }).next : null;
  });
}
