import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { findBrowsers } from '../run/browser.ts';

/** More cards say no more: they are all made alike. */
const enough = 20;

/** What axe finds on the report: a tester may read it by ear herself. Nothing where no Chromium is there to ask. */
export async function findingsOfReport(file: string): Promise<readonly string[]> {
  const found = findBrowsers();
  if (!found) return [];
  const browser = await chromium.launch({ ...found.shell, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await page.goto(pathToFileURL(file).href);
    await page.evaluate((most) => {
      for (const card of [...document.querySelectorAll('article')].slice(most)) card.remove();
      for (const tree of document.querySelectorAll('details')) tree.open = true;
    }, enough);
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    return await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run: () => Promise<AxeResults> } };
      const { violations } = await axe.run();
      return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html}`);
    });
  } finally {
    await browser.close();
  }
}
