import { getTranslations } from 'next-intl/server';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { LanguageList } from '#app/_ui/language-list/language-list.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { pageTitle } from '../_way/page-title.ts';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'language' });
  return pageTitle(locale, t('title'));
}

export default async function Language(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'language' });
  return (
    <Shell locale={locale} page="language">
      <Heading title={t('title')} />
      <LanguageList locale={locale} current={t('current')} />
      <p>{t('hint')}</p>
    </Shell>
  );
}
