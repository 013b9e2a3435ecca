import type { Locale } from '#core/language/locales.ts';
import { pageSession } from '#server/session-for-pages.ts';
import { outcomeAbout } from './outcome-about.ts';
import { pageTitle } from './page-title.ts';

/** The title of a page made for one person: it says so first when her last write on it met a problem. */
export async function personalTitle(locale: Locale, path: string, title: string) {
  const session = await pageSession();
  return pageTitle(locale, title, Boolean(session.outcomeFor(path)?.problem));
}

/** The same of a page about one of several, the head where nobody is named: a problem with another isn't hers. */
export async function titleAbout(
  person: string | undefined,
  { locale, path, title }: { readonly locale: Locale; readonly path: string; readonly title: string },
) {
  const session = await pageSession();
  return pageTitle(locale, title, Boolean(outcomeAbout(session.outcomeFor(path), person)?.problem));
}
