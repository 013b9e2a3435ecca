import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { pageTitle } from '../../_way/page-title.ts';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'textReport' });
  return pageTitle(locale, t('thanks.title'));
}

export default async function ReportTextThanks(props: LocaleParams) {
  const locale = await pageLocale(props);
  const [t, tMessages] = await Promise.all([
    getTranslations({ locale, namespace: 'textReport' }),
    getTranslations({ locale, namespace: 'messages' }),
  ]);
  return (
    <Shell locale={locale} page="report-text/thanks">
      <Heading title={t('thanks.title')} lead={t('thanks.what')} />
      <p>{t('thanks.next')}</p>
      <ButtonLink look="second" href={`/${locale}`}>
        {tMessages('thanks.back')}
      </ButtonLink>
    </Shell>
  );
}
