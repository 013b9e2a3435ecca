import { expect, type Page } from '@playwright/test';
import { readAloud } from './screen-reader.ts';
import { nameOfFocus } from './ways.ts';

/**
 * What a screen reader says on this screen is what was recorded in `tests/a11y/announcements/<locale>/<name>.txt`. After a change
 * that is meant: `PUENTE_FULL=1 npx playwright test announcements --update-snapshots`, and read the difference.
 */
export async function isHeardAsRecorded(
  page: Page,
  { locale, name }: { readonly locale: string; readonly name: string },
) {
  // Buttons that need a script wait for it.
  await expect(page.locator('button:disabled')).toHaveCount(0);
  const focus = await nameOfFocus(page);
  const said = [`(Focus: ${focus})`, ...(await readAloud(page))];
  expect.soft(asRecorded(said)).toMatchSnapshot([locale, `${name}.txt`]);
}

/** A line each, without what is another each time, and without the middle of long lists. */
export function asRecorded(said: readonly string[]): string {
  const lines = said
    .filter((line, index) => !isWithinList(said, index))
    // Clocks go on while a test runs.
    .map((line, index, all) => (all[index - 1] === 'timer' ? line.replaceAll(/\d+/g, '…') : line))
    .map((line) => line.replaceAll(/\d{1,2}[:.]\d{2}(?!\d)/g, '…:…'));
  return `${lines.join('\n')}\n`;
}

/** Of a drop-down's options the first two and the last tell how it is read. */
function isWithinList(said: readonly string[], index: number): boolean {
  const isOption = (at: number) => said[at]?.startsWith('option, ') ?? false;
  return isOption(index - 2) && isOption(index - 1) && isOption(index) && isOption(index + 1);
}
