import { getTranslations } from 'next-intl/server';
import { Notice } from '#app/_ui/notice/notice.tsx';
import type { Locale } from '#core/language/locales.ts';

/** Why whoever sells a place lies. */
export async function NobodySells({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'messages' });
  return (
    <Notice title={t('nobody.title')}>
      <p>{t('nobody.draw')}</p>
      <p>{t('nobody.free')}</p>
      <p>{t('nobody.codes')}</p>
    </Notice>
  );
}
