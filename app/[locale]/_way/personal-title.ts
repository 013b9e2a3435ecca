import type { Locale } from '#core/language/locales.ts';
import { pageSession } from '#server/session-for-pages.ts';
import { pageTitle } from './page-title.ts';

/** The title of a page made for one person: it says so first when her last write on it met a problem. */
export async function personalTitle(locale: Locale, path: string, title: string) {
  const session = await pageSession();
  return pageTitle(locale, title, Boolean(session.outcomeFor(path)?.problem));
}
