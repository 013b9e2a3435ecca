import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { Locale } from '#core/language/locales.ts';

/** The page's title; with a problem it says so first, for those who hear it before anything else. */
export async function pageTitle(locale: Locale, page: string, hasProblem = false): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: 'meta' });
  return { title: t(hasProblem ? 'errorTitle' : 'title', { page }), description: t('description') };
}
