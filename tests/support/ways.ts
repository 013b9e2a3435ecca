import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { OwnFinding } from './found.ts';
import { stopsOfTab } from './keyboard.ts';

/** What has the focus, as a tester would call it. */
export function nameOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: element, body } = document;
    if (!element || element === body) return 'the page itself';
    const role = element.getAttribute('role') ?? element.tagName.toLowerCase();
    const words =
      element.getAttribute('aria-label') ?? (element as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim();
    return `${role}${element.id ? ` #${element.id}` : ''}: ${words.slice(0, 80)}${words.length > 80 ? '…' : ''}`;
  });
}

/** Where a page came with a summary of errors, the focus is in it, or further on where somebody went. */
export function findingsOfFocus(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const summary = document.querySelector('main > [role=alert][autofocus], main > [role=alert][tabindex="-1"]');
    const { activeElement, body } = document;
    return summary && activeElement === body ? [summary.outerHTML.slice(0, 160)] : [];
  });
}

/** Elements that go on moving, or would once they change. */
export function findingsOfMotion(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
        const lasts = (durations: string) => durations.split(',').some((one) => Number.parseFloat(one) > 0.001);
        return lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration));
      })
      .map((element) => element.outerHTML.slice(0, 160)),
  );
}

export async function findingsOfKeyboard(page: Page): Promise<readonly OwnFinding[]> {
  // Those that only a script answers wait for it; where they wait for something else, Tab passes them by.
  await expect(page.locator('button:disabled'))
    .toHaveCount(0, { timeout: 2000 })
    .catch(() => undefined);
  const { stops, expected, unseen, upwards } = await stopsOfTab(page);
  const missed = expected.filter((name) => !stops.includes(name)).map((name) => `not reached: ${name}`);
  const strange = stops.filter((name) => !expected.includes(name)).map((name) => `stopped at ${name}`);
  return [
    {
      rule: 'keyboard-order',
      where: [...missed, ...strange, ...upwards.map(({ name }) => `goes up the page at ${name}`)],
    },
    { rule: 'focus-visible', where: unseen.map(({ name }) => name) },
  ];
}
