import { Window } from 'happy-dom';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { vi } from 'vitest';

/** What the scripts of our pages take from the browser; all else is Node's own, which is as good. */
const names = [
  'Event',
  'Element',
  'HTMLElement',
  'HTMLFormElement',
  'HTMLImageElement',
  'HTMLInputElement',
  'FormData',
] as const;

/**
 * Puts a page with these components in place of a browser's, as the server makes it: nothing has run on it yet. `phone`:
 * what it can do, besides being online. Lasts until `vi.unstubAllGlobals()`.
 */
export function openPage(content: ReactNode, phone: Readonly<Record<string, unknown>> = {}): void {
  const page = new Window({
    url: 'https://puente.example/en/',
    // A vendor's script is on its way, and tests say when it has come.
    settings: { handleDisabledFileLoadingAsSuccess: true },
  });
  page.document.body.innerHTML = renderToStaticMarkup(content);
  const own = Object.fromEntries(names.map((name) => [name, page[name]]));
  const navigator = { onLine: true, ...phone };
  for (const [name, value] of Object.entries({ window: page, document: page.document, navigator, ...own }))
    vi.stubGlobal(name, value);
}

/** The one element of that selector. */
export function part(selector: string): HTMLElement {
  const [found, ...others] = document.querySelectorAll<HTMLElement>(selector);
  if (!found || others.length > 0) throw new Error(`expected one ${selector}, found ${found ? 'more' : 'none'}`);
  return found;
}

/** What somebody can read there now. */
export function read(place: Element): readonly string[] {
  if (place instanceof HTMLElement && place.hidden) return [];
  if (place.children.length === 0) return place.textContent ? [place.textContent] : [];
  return [...place.children].flatMap(read);
}

/** Until this holds, on a machine that does other things as well. */
export async function until(holds: () => void): Promise<void> {
  await vi.waitFor(holds, { timeout: 20_000, interval: 5 });
}
