import { getTranslations } from 'next-intl/server';
import type { Locale } from '#core/language/locales.ts';
import { Notice } from '../notice/notice.tsx';

/** For words that somebody may lose a place by: nobody has checked their translation. */
export async function Unchecked({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'document' });
  return (
    <Notice look="wait">
      <p>{t('draft')}</p>
    </Notice>
  );
}
