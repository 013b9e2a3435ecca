import { getTranslations } from 'next-intl/server';
import { ForgetEverything } from '#app/_pwa/storage/forget-everything.tsx';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { pageTitle } from '../_way/page-title.ts';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'signIn' });
  return pageTitle(locale, t('out.title'));
}

export default async function SignedOut(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'signIn' });
  return (
    <Shell locale={locale} page="signed-out">
      <ForgetEverything />
      <Heading title={t('out.title')} lead={t('out.what')} />
      <p>{t('out.next')}</p>
      <ButtonLink href={`/${locale}/sign-in`}>{t('out.button')}</ButtonLink>
    </Shell>
  );
}
