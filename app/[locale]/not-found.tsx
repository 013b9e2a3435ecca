import { getLocale, getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';

export default async function NotFound() {
  const locale = await getLocale();
  const t = await getTranslations({ locale, namespace: 'notFound' });
  return (
    <Shell locale={locale} page="" reported="problems/not-found">
      <Heading title={t('title')} />
      <p>{t('what')}</p>
      <p>{t('next')}</p>
      <ButtonLink href={`/${locale}`}>{t('start')}</ButtonLink>
      <ButtonLink look="second" href={`/${locale}/status`}>
        {t('status')}
      </ButtonLink>
    </Shell>
  );
}
