import { expect, type Page } from '@playwright/test';
import { styled } from './styles.ts';

/** WCAG 1.4.10: nothing to scroll sideways at 320 px. */
export async function fitsTheScreen(page: Page, screen: string): Promise<void> {
  expect.soft(await tooWide(page), `wider than the screen on ${screen}`).toEqual([]);
}

/** How wide the page is where it is wider than the screen, and the elements that reach out of it. */
export async function tooWide(page: Page): Promise<readonly string[]> {
  await styled(page);
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const outside = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > clientWidth + 1;
    });
    return [`${scrollWidth} px`, ...outside.map((element) => element.outerHTML.slice(0, 120))];
  });
}

/** What a finger has to hit is at least this high and wide (WCAG 2.5.5), in CSS pixels. */
const fingerSize = 44;

/** Buttons, links and fields are big enough for a thumb; a link within a sentence is as high as its line. */
export async function fitsTheFinger(page: Page, screen: string): Promise<void> {
  expect.soft(await tooSmall(page), `too small for a finger on ${screen}`).toEqual([]);
}

/** Buttons, links and fields that a thumb misses, with their size. */
export async function tooSmall(page: Page): Promise<readonly string[]> {
  await styled(page);
  return page.evaluate((least) => {
    const targets = document.querySelectorAll<HTMLElement>(
      'a[href], button:not([aria-hidden=true]), input:not([type=hidden]), select, textarea, summary, [role=button]',
    );
    const isInSentence = (element: HTMLElement) => {
      if (!element.matches('a') || getComputedStyle(element).display !== 'inline') return false;
      const around = element.closest('p, li, dd, td')?.textContent ?? '';
      return around.trim().length > element.textContent.trim().length;
    };
    // What its label's finger hits, it hits as well.
    const areaOf = (element: HTMLElement) =>
      element.matches('[type=radio], [type=checkbox]') ? (element.closest('label') ?? element) : element;
    return [...targets]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !isInSentence(element))
      .flatMap((element) => {
        const { width, height } = areaOf(element).getBoundingClientRect();
        const isSmall = Math.min(width, height) < least - 0.5;
        return isSmall ? [`${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 160)}`] : [];
      });
  }, fingerSize);
}
