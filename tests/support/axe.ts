import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it is now, a line each: rule, reason, elements. */
export async function findingsOfAxe(page: Page): Promise<readonly string[]> {
  const hasScripts = await page.evaluate(() => matchMedia('(scripting: enabled)').matches);
  return hasScripts ? run(page) : findingsWithoutScripts(page);
}

async function run(page: Page): Promise<readonly string[]> {
  // No page has frames, so the second page that axe opens for frames can be spared, and so can what was found right.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(wcag);
  const { violations } = await axe.analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** axe waits by timers, which a browser without scripts does not have: it looks at a copy in one that has them. */
async function findingsWithoutScripts(page: Page): Promise<readonly string[]> {
  const copy = await page.evaluate(() => {
    for (const script of document.querySelectorAll('script')) script.remove();
    for (const hidden of document.querySelectorAll('body *')) {
      if (getComputedStyle(hidden).display === 'none') hidden.setAttribute('hidden', '');
    }
    return document.documentElement.outerHTML.replaceAll(/<(\/?)noscript/g, '<$1div');
  });
  const context = await page.context().browser()?.newContext({ javaScriptEnabled: true });
  if (!context) throw new Error('expected a page of a browser');
  const twin = await context.newPage();
  await twin.route(page.url(), (route) => route.fulfill({ contentType: 'text/html', body: `<!DOCTYPE html>${copy}` }));
  await twin.goto(page.url());
  const findings = await run(twin);
  await context.close();
  return findings;
}
