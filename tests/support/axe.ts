import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, Result, RuleObject, RunOptions } from 'axe-core';
import { styled } from './styles.ts';

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    // 7:1 (WCAG 1.4.6). What has less than 4.5:1 it leaves to the rule of AA.
    'color-contrast-enhanced': { enabled: true },
    // A name that is heard begins with the words that are seen: who speaks to the phone says those (2.5.3).
    'label-content-name-mismatch': { enabled: true },
    'identical-links-same-purpose': { enabled: true },
  },
  resultTypes: ['violations'],
};

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export type AxeAnswer = Pick<AxeResults, 'violations' | 'incomplete'>;

/** What axe finds on the page as it is now, a line each: rule, reason, elements. `rules`: besides the usual ones. */
export async function findingsOfAxe(page: Page, rules: RuleObject = {}): Promise<readonly string[]> {
  const { violations } = await askAxe(page, { ...options, rules });
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** The same with all that it tells about each, and what it can't tell. */
export function answerOfAxe(page: Page): Promise<AxeAnswer> {
  return askAxe(page, { ...options, resultTypes: ['violations', 'incomplete'] });
}

async function askAxe(page: Page, how: RunOptions): Promise<AxeAnswer> {
  const hasScripts = await page.evaluate(() => matchMedia('(scripting: enabled)').matches);
  return hasScripts ? run(page, how) : askWithoutScripts(page, how);
}

/**
 * Kept by the tab, since by the browser's pipe axe's half a million characters take half as long as all that it looks at:
 * 30 of 180 ms of the processor's time a screen. Written out as text: what comes after a wait the page's policy forbids.
 */
const keptAxe = `(() => {
  const kept = sessionStorage.getItem('axe');
  if (kept !== null) (0, eval)(kept);
  return kept !== null;
})()`;

/** `@axe-core/playwright` brings axe to each page twice, and all that was found right back: two fifths more time. */
async function run(page: Page, how: RunOptions): Promise<AxeAnswer> {
  await styled(page);
  if (!(await page.evaluate<boolean>(keptAxe))) {
    await page.evaluate((text) => sessionStorage.setItem('axe', text), source);
    await page.evaluate(keptAxe);
  }
  return page.evaluate(async (asked) => {
    const { axe } = globalThis as unknown as { axe: { run: (on: Document, how: RunOptions) => Promise<AxeResults> } };
    const { violations, incomplete } = await axe.run(document, asked);
    const light = (results: Result[]) => (asked.resultTypes?.includes('incomplete') ? results : []);
    return { violations, incomplete: light(incomplete) };
  }, how);
}

/** axe waits by timers, which a browser without scripts does not have: it looks at a copy in one that has them. */
async function askWithoutScripts(page: Page, how: RunOptions): Promise<AxeAnswer> {
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
  const answer = await run(twin, how);
  await context.close();
  return answer;
}
