import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { type Variant, variantNames } from '../../scripts/test-a11y/variants.ts';
import { lookIn } from '../support/look-in-variants.ts';

/** What each variant alone shows on a page that is right otherwise. */
const flaws: Readonly<Record<Exclude<Variant, 'as-is'>, readonly [rule: string, flaw: string]>> = {
  'text-200': ['reflow', '<style>@media (min-width: 40rem) { p { width: 25rem } }</style><p>wide by letters</p>'],
  'text-spacing': [
    'reflow',
    '<p style="white-space: nowrap; font: 16px monospace">thirty-one letters fit in here!</p>',
  ],
  'zoom-400': ['reflow', '<style>@media (max-height: 300px) { p { width: 400px } }</style><p>wide on a low screen</p>'],
  'right-to-left': ['reflow', '<style>[dir=rtl] p { width: 400px }</style><p>wide once mirrored</p>'],
  'forced-colours': ['reflow', '<style>@media (forced-colors: active) { p { width: 400px } }</style><p>wide then</p>'],
  'high-contrast': [
    'color-contrast-enhanced',
    '<style>@media (prefers-contrast: more) { p { color: #707070 } }</style><p>pale then</p>',
  ],
  dark: ['color-contrast', '<style>@media (prefers-color-scheme: dark) { p { color: #777 } }</style><p>pale then</p>'],
  'reduced-motion': ['motion', '<style>p { transition: color 1s }</style><p>moves</p>'],
  keyboard: ['focus-visible', '<style>a:focus { outline: none }</style><p>A word and <a href="#main">a link</a></p>'],
  'no-script': ['reflow', '<noscript><p style="width: 400px">wide without scripts</p></noscript>'],
};

test('each variant finds what it alone shows, and leaves the page as it was', async ({ page }, info) => {
  let body = '';
  const server = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html');
    answer.end(
      `<!doctype html><html lang="en" dir="ltr"><title>Flaw</title><main id="main"><h1>Flaw</h1>${body}</main>`,
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const picture = { folder: info.outputDir, name: 'picture.jpg' };
  const rulesIn = async (variant: Variant) => (await lookIn(page, variant, picture)).findings.map(({ rule }) => rule);
  const asItStands = () =>
    page.locator('html').evaluate((root) => root.outerHTML.replaceAll(/ (data-stop|style)="[^"]*"/g, ''));
  for (const variant of variantNames) {
    if (variant === 'as-is') continue;
    const [rule, flaw] = flaws[variant];
    body = flaw;
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const before = await asItStands();
    expect(await rulesIn(variant), variant).toContain(rule);
    expect(await asItStands(), variant).toBe(before);
    expect(await page.evaluate(() => document.activeElement?.tagName), variant).toBe('BODY');
    if (rule !== 'motion' && rule !== 'focus-visible') expect(await rulesIn('as-is'), variant).not.toContain(rule);
  }
  server.close();
});
