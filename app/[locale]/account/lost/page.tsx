import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { BackLink, Heading } from '#app/_ui/heading/heading.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { pageTitle } from '../../_way/page-title.ts';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'account' });
  return pageTitle(locale, t('lost.title'));
}

/** Neither phone nor code: what to do, the same for everybody, so that it tells nothing about anybody. */
export default async function LostCode(props: LocaleParams) {
  const locale = await pageLocale(props);
  const [t, common] = await Promise.all([
    getTranslations({ locale, namespace: 'account' }),
    getTranslations({ locale, namespace: 'common' }),
  ]);
  return (
    <Shell locale={locale} page="account/lost">
      <BackLink href={`/${locale}/account/sign-in`} text={common('back')} />
      <Heading title={t('lost.title')} lead={t('lost.lead')} />
      <p>{t('lost.email')}</p>
      <ButtonLink look="second" href={`/${locale}/sign-in`}>
        {t('signIn.email')}
      </ButtonLink>
      <ol>
        <li>{t('lost.go')}</li>
        <li>{t('lost.bring')}</li>
        <li>{t('lost.two')}</li>
        <li>{t('lost.old')}</li>
      </ol>
      <Notice look="wait">
        <p>{t('lost.free')}</p>
      </Notice>
    </Shell>
  );
}
