import { getTranslations } from 'next-intl/server';
import { Notice } from '#app/_ui/notice/notice.tsx';
import type { Locale } from '#core/language/locales.ts';
import styles from './line.module.css';

/** Before a step that only the server can do: shown while there is no line, and said aloud when it goes. */
export async function NeedsLine({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'phone' });
  return (
    <div role="status">
      <div className={styles.needed}>
        <Notice look="wait">
          <p>{t('needsLine')}</p>
        </Notice>
      </div>
    </div>
  );
}
