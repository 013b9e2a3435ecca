import { notFound } from 'next/navigation';
import type { Locale } from '#core/language/locales.ts';
import { isBuilt } from '#core/language/published.ts';

/** What Next hands to a page below `/[locale]/`. */
export type LocaleParams = { readonly params: Promise<{ readonly locale: string }> };
export type SearchParams = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** The language in the address; anything else isn't a page. */
export async function pageLocale({ params }: LocaleParams): Promise<Locale> {
  const { locale } = await params;
  return isBuilt(locale) ? locale : notFound();
}

/** One value of the query. Named twice, the first counts. */
export async function queryOf({ searchParams }: SearchParams, name: string): Promise<string | undefined> {
  const value = (await searchParams)[name];
  return Array.isArray(value) ? value[0] : value;
}
