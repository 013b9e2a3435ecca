import { defineRouting } from 'next-intl/routing';
import { sourceLocale } from '#core/language/locales.ts';
import { builtLocales } from '#core/language/published.ts';

/**
 * Every page has its language in its address. No cookie and no `Link` header of next-intl's: the language a person chose
 * is in the session, and `as-needed` prefixes loop where the server is bound to an address.
 */
export const routing = defineRouting({
  locales: builtLocales,
  defaultLocale: sourceLocale,
  localePrefix: 'always',
  alternateLinks: false,
  localeCookie: false,
});
