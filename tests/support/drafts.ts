import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from './person.ts';

/** The form of the page, whose draft says of itself when all that stands in it is kept. */
export async function untilKept(page: Page): Promise<void> {
  await expect(page.locator('#page-form')).toHaveAttribute('data-draft', 'kept');
}

/** What the phone says about the draft, below the fields; hidden where it says nothing. */
export function draftNews(page: Page): Locator {
  return page.locator('#page-form [data-news]:not([hidden])');
}

/** At the question of her name, which she begins to answer. */
export async function writeName(person: Person, givenNames: string): Promise<void> {
  await person.open('register/name');
  await person.write('register.name.givenNames', givenNames);
  await untilKept(person.page);
}

/** How many things lie on the phone, sealed. */
export async function countKept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('puente');
        opening.onerror = () => reject(opening.error ?? new Error('expected to open the database'));
        opening.onsuccess = () => {
          const counting = opening.result.transaction('kept').objectStore('kept').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}
