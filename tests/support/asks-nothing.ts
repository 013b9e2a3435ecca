import { expect, type Page } from '@playwright/test';
import { say } from './words.ts';

/** A page whose question is closed: nothing on it asks any more, and the one way on is to where she stands. */
export async function asksNothing(page: Page, locale: string): Promise<void> {
  const main = page.getByRole('main');
  await expect(main.getByRole('link')).toHaveText([say(locale, 'problem.status')]);
  await expect(main.getByRole('button')).toHaveCount(0);
  await expect(main.locator('form')).toHaveCount(0);
}
