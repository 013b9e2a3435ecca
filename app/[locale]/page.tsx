import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { OldBrowser } from '#app/_ui/old-browser/old-browser.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { type LocaleParams, pageLocale } from './_way/page-locale.ts';
import { pageTitle } from './_way/page-title.ts';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'start' });
  return pageTitle(locale, t('title'));
}

export default async function Start(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'start' });
  return (
    <Shell locale={locale} page="">
      <Heading title={t('title')} lead={t('lead')} />
      <OldBrowser locale={locale} />
      <Stack isClose>
        <ButtonLink href={`/${locale}/sign-in`}>{t('begin')}</ButtonLink>
        <ButtonLink look="second" href={`/${locale}/status`}>
          {t('goOn')}
        </ButtonLink>
      </Stack>
      <Notice look="good" title={t('free.title')}>
        <p>{t('free.text')}</p>
      </Notice>
      <Stack isClose>
        <h2>{t('draw.title')}</h2>
        <ul>
          <li>{t('draw.daily')}</li>
          <li>{t('draw.oldest')}</li>
          <li>{t('draw.shuffled')}</li>
          <li>{t('draw.ports')}</li>
        </ul>
      </Stack>
      <Stack isClose>
        <h2>{t('steps.title')}</h2>
        <ol>
          <li>{t('steps.signIn')}</li>
          <li>{t('steps.register')}</li>
          <li>{t('steps.ask')}</li>
          <li>{t('steps.wait')}</li>
          <li>{t('steps.confirm')}</li>
        </ol>
      </Stack>
      <Stack isClose>
        <h2>{t('need.title')}</h2>
        <ul>
          <li>{t('need.document')}</li>
          <li>{t('need.phone')}</li>
          <li>{t('need.photo')}</li>
        </ul>
      </Stack>
    </Shell>
  );
}
