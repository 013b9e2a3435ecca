import type { Page } from '@playwright/test';

export type ReadScreen = {
  readonly title: string;
  readonly headings: readonly string[];
  readonly address: string;
  readonly lang: string;
  readonly dir: string;
  /** Whether the page says that something went wrong. */
  readonly isProblem: boolean;
  /** Lines of the summary of errors that call a field otherwise than the page does. */
  readonly misnamed: readonly string[];
  /** Texts in the page's own language, those that wait to be shown too. */
  readonly written: readonly string[];
  /** What is there for the eye or the ear: each text, and the whole of a sentence that stands in pieces. */
  readonly shown: readonly string[];
};

/** All that the rules about words ask of a page, in one go. */
export function readScreen(page: Page): Promise<ReadScreen> {
  return page.evaluate(() => {
    const { lang, dir } = document.documentElement;
    const written: string[] = [];
    const shown = new Set<string>([document.title]);
    const known = new Map<Element, boolean>();
    const isShown = (element: Element): boolean => {
      const found =
        known.get(element) ??
        // A closed list's options have no box, and are read out with it.
        (element.closest('select') ?? element).checkVisibility({ visibilityProperty: true });
      known.set(element, found);
      return found;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim();
      if (!parent || !text || ['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE'].includes(parent.tagName)) continue;
      // A word in another language says so itself: the language menu.
      if (parent.closest('[lang]')?.getAttribute('lang') === lang) written.push(text);
      if (!isShown(parent)) continue;
      shown.add(text);
      if (parent.childNodes.length > 1) shown.add(parent.textContent.trim());
    }
    for (const name of ['aria-label', 'alt', 'placeholder', 'label'])
      for (const element of document.body.querySelectorAll(`[${name}]`))
        if (isShown(element)) shown.add(element.getAttribute(name) ?? '');
    const misnamed = [...document.querySelectorAll('main > [role=alert] a[href^="#"]')].flatMap((link) => {
      const line = link.textContent.trim();
      const field = document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
      const names = [
        document.querySelector(`label[for="${field?.id}"]`),
        field?.closest('fieldset')?.querySelector('legend'),
        // What is beside a tick is a sentence to agree to, but for one of several.
        field?.closest('fieldset label'),
      ].flatMap((element) => element?.textContent.trim() ?? []);
      return names.length === 0 || names.some((name) => line.includes(name)) ? [] : [`${line} (${names.join(', ')})`];
    });
    return {
      title: document.title,
      headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent),
      address: window.location.pathname,
      lang,
      dir,
      isProblem: document.querySelector('main > [role=alert]') !== null,
      misnamed,
      written,
      shown: [...shown],
    };
  });
}
