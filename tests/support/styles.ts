import { expect, type Page } from '@playwright/test';

/**
 * The words of a page can be there before its style sheets are: what measures it waits for them. Asked from here, since a
 * page without scripts hears no `load`.
 */
export async function styled(page: Page): Promise<void> {
  const missing = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
        .filter(({ sheet }) => !sheet)
        .map(({ href }) => href),
    );
  await expect.poll(missing, 'style sheets that have not come').toEqual([]);
}
