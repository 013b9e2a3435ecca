import type { Page } from '@playwright/test';
import { look } from './look.ts';
import { juarez, Person } from './person.ts';

/** A person inside the area, on a server that the test started itself: each screen that she sees is looked at. */
export async function watched(page: Page, at: { readonly address: string; readonly locale: string }): Promise<Person> {
  await page.context().grantPermissions(['geolocation'], { origin: at.address });
  await page.context().setGeolocation(juarez);
  return new Person(page, { ...at, look: (screen) => look(page, { locale: at.locale, screen }) });
}
