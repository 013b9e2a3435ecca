import { getTranslations } from 'next-intl/server';
import { getCalendarWords } from '#app/_i18n/words.ts';
import { Notice } from '#app/_ui/notice/notice.tsx';
import type { Locale } from '#core/language/locales.ts';

/**
 * On a page that the worker keeps: what the copy says about its age. The worker fills in when that was and shows it
 * (`app/_pwa/worker/copy.ts`), by the words of the page itself: a copy may be older than the version in use.
 */
export async function KeptNote({ locale }: { readonly locale: Locale }) {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'phone' }), getCalendarWords(locale)]);
  return (
    <div hidden data-kept-note={JSON.stringify(words)}>
      <Notice look="wait">
        <p>{t('kept', { when: '{when}' })}</p>
      </Notice>
    </div>
  );
}
