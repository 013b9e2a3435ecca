import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { pageTitle } from '../../_way/page-title.ts';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'messages' });
  return pageTitle(locale, t('thanks.title'));
}

export default async function ReportThanks(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'messages' });
  return (
    <Shell locale={locale} page="report-seller/thanks">
      <Heading title={t('thanks.title')} lead={t('thanks.what')} />
      <p>{t('thanks.next')}</p>
      <p>{t('thanks.codes')}</p>
      <ButtonLink look="second" href={`/${locale}`}>
        {t('thanks.back')}
      </ButtonLink>
    </Shell>
  );
}
