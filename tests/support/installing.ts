import type { Page } from '@playwright/test';

/**
 * Which manifest the page that is open has, and what the browser has against installing it. Only a whole browser judges
 * (`@window`); that a private window installs nothing, as Playwright's are, is no fault of the page.
 */
export async function installing(page: Page): Promise<{ readonly manifest: string; readonly against: string[] }> {
  const browser = await page.context().newCDPSession(page);
  const { url, errors } = await browser.send('Page.getAppManifest');
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  await browser.detach();
  const kinds = installabilityErrors.map(({ errorId }) => errorId).filter((kind) => kind !== 'in-incognito');
  return { manifest: url, against: [...errors.map(({ message }) => message), ...kinds] };
}
