import { getTranslations } from 'next-intl/server';
import styles from '#app/_pwa/line/line.module.css';
import { ButtonLink, LineLink } from '#app/_ui/button/button.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { pageTitle } from '../_way/page-title.ts';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'phone' });
  return pageTitle(locale, t('offline.title'));
}

/**
 * What the worker answers where neither the line nor the phone has a page. Links to the page itself lead to the one that
 * she wanted, or came from (`app/_pwa/worker/offline-page.ts`).
 */
export default async function Offline(props: LocaleParams) {
  const locale = await pageLocale(props);
  const [t, common, problem, start, confirmation, offer, messages] = await Promise.all([
    getTranslations({ locale, namespace: 'phone' }),
    getTranslations({ locale, namespace: 'common' }),
    getTranslations({ locale, namespace: 'problem' }),
    getTranslations({ locale, namespace: 'start' }),
    getTranslations({ locale, namespace: 'confirmation' }),
    getTranslations({ locale, namespace: 'offer' }),
    getTranslations({ locale, namespace: 'messages' }),
  ]);
  // Those of herself where the worker keeps them.
  const pages = [
    { path: '/status', title: common('menu.status'), shown: styles.status },
    { path: '/confirmation', title: confirmation('title'), shown: styles.confirmation },
    { path: '/offer', title: offer('title'), shown: styles.offer },
    { path: '/messages', title: messages('title'), shown: styles.messages },
    { path: '', title: start('title') },
    { path: '/help', title: common('menu.help') },
    { path: '/terms', title: common('menu.terms') },
    { path: '/privacy', title: common('menu.privacy') },
    { path: '/phone', title: t('title') },
  ];
  return (
    <Shell locale={locale} page="offline">
      <Heading title={t('offline.title')} lead={t('offline.what')} />
      <div className={styles.unsent}>
        <Notice look="wait">
          <p>{t('offline.unsent')}</p>
          <ButtonLink href={`/${locale}/offline`}>{t('offline.back')}</ButtonLink>
        </Notice>
      </div>
      <div className={styles.unsentNot}>
        <ButtonLink href={`/${locale}/offline`}>{problem('retry')}</ButtonLink>
      </div>
      <Stack isClose>
        <h2>{t('offline.read')}</h2>
        <ul>
          {pages.map(({ path, title, shown }) => (
            <li key={path} className={shown}>
              <LineLink href={`/${locale}${path}`}>{title}</LineLink>
            </li>
          ))}
        </ul>
      </Stack>
    </Shell>
  );
}
