import { getTranslations } from 'next-intl/server';
import Markdown from 'react-markdown';
import type { Locale } from '#core/language/locales.ts';
import type { Document } from '#server/documents.ts';
import { Notice } from '../notice/notice.tsx';
import styles from './long-text.module.css';

/**
 * A long text of `content/`, whose own headings begin at the second level. HTML in the Markdown is not let through.
 * Says so where nobody has checked the translation.
 */
export async function LongText({ locale, document }: { readonly locale: Locale; readonly document: Document }) {
  const t = await getTranslations({ locale, namespace: 'document' });
  const isUnchecked = document.state === 'draft' || document.state === 'translated';
  return (
    <>
      {isUnchecked ? (
        <Notice look="wait">
          <p>{t('draft')}</p>
        </Notice>
      ) : null}
      <p className={styles.version}>{t('version', { version: document.version })}</p>
      <div className={styles.text}>
        <Markdown>{document.markdown}</Markdown>
      </div>
    </>
  );
}
