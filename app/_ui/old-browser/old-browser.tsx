import { getTranslations } from 'next-intl/server';
import type { Locale } from '#core/language/locales.ts';
import { Notice } from '../notice/notice.tsx';
import styles from './old-browser.module.css';

/** What a browser is told that is too old to be safe, and what it can be used for all the same. No other shows it. */
export async function OldBrowser({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'accessibility' });
  return (
    <div className={styles.old}>
      <Notice look="wait" title={t('tooOld.title')}>
        <p>{t('tooOld.what')}</p>
        <p>{t('tooOld.works')}</p>
      </Notice>
    </div>
  );
}
