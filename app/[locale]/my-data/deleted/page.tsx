import { getTranslations } from 'next-intl/server';
import { ForgetEverything } from '#app/_pwa/storage/forget-everything.tsx';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { pageTitle } from '../../_way/page-title.ts';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'myData' });
  return pageTitle(locale, t('deleted.title'));
}

/** The same for everybody: nobody is known here any more. */
export default async function Deleted(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'myData' });
  return (
    <Shell locale={locale} page="my-data/deleted">
      <ForgetEverything />
      <Heading title={t('deleted.title')} lead={t('deleted.what')} />
      <p>{t('deleted.again')}</p>
      <ButtonLink look="second" href={`/${locale}`}>
        {t('deleted.button')}
      </ButtonLink>
    </Shell>
  );
}
