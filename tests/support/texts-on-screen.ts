import type { Page } from '@playwright/test';

/** A text as it stands on a page: pixels from the page's top left corner, rounded. */
export type TextOnScreen = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/**
 * Every text that can be seen: each by itself, and the whole of each element that has more than one, since a sentence with
 * a link in it stands in several pieces. What a field says of itself comes by its place.
 */
export async function textsOnScreen(page: Page): Promise<readonly TextOnScreen[]> {
  return page.evaluate(() => {
    const found: { text: string; x: number; y: number; width: number; height: number }[] = [];
    const keep = (text: string | null, { left, top, width, height }: DOMRect) => {
      const words = (text ?? '').replace(/\s+/g, ' ').trim();
      // What is there for the ear alone, or for the first press of Tab, has one pixel or lies outside.
      const isOutside = left + scrollX + width <= 0 || top + scrollY + height <= 0;
      if (words === '' || width < 2 || height < 2 || isOutside) return;
      found.push({
        text: words,
        x: Math.round(left + scrollX),
        y: Math.round(top + scrollY),
        width: Math.round(width),
        height: Math.round(height),
      });
    };
    const range = document.createRange();
    for (const element of document.body.querySelectorAll('*')) {
      if (
        element.closest('script, style, noscript, template, svg') ||
        !element.checkVisibility({ visibilityProperty: true })
      )
        continue;
      const texts = [...element.childNodes].filter(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      for (const text of texts) {
        range.selectNodeContents(text);
        keep(text.textContent, range.getBoundingClientRect());
      }
      if (texts.length > 0 && (texts.length > 1 || element.childElementCount > 0)) {
        range.selectNodeContents(element);
        keep(element.textContent, range.getBoundingClientRect());
      }
      for (const name of ['placeholder', 'alt', 'aria-label'])
        if (texts.length === 0) keep(element.getAttribute(name), element.getBoundingClientRect());
    }
    return found;
  });
}
