import type { Locale } from '#core/language/locales.ts';
import type { RegisterNext } from '#server/services.ts';

/** Where the next question of a registration is, and about whom. */
export function registerPath(locale: Locale, { next, person }: RegisterNext): string {
  return `/${locale}/register/${next}${person === null ? '' : `?person=${person}`}`;
}
