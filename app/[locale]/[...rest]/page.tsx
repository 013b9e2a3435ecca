import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { pageTitle } from '../_way/page-title.ts';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'notFound' });
  return pageTitle(locale, t('title'));
}

/** Whatever is no page, told in the language of the address. */
export default function Rest() {
  notFound();
}
