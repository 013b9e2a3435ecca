import { getTranslations } from 'next-intl/server';
import type { Locale } from '#core/language/locales.ts';
import styles from './line.module.css';

/** At the foot of each page, where it moves nothing: a new version waits for the next page. */
export async function NewVersion({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'phone' });
  return (
    <div role="status">
      <p className={styles.update}>{t('update')}</p>
    </div>
  );
}
