import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { SandboxNotice } from '#app/_ui/notice/notice.tsx';
import { Unprinted } from '#app/_ui/panel/panel.tsx';
import type { Locale } from '#core/language/locales.ts';
import { services } from '#server/services.ts';
import { mexicoCity } from './screen-policy.ts';

/** On each page that is made for a person, since any of them may name a time. */
export async function ClockNotice({ locale }: { readonly locale: Locale }) {
  if (!services().sandboxes.includes('clock')) return null;
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'sandbox' }), getWords(locale)]);
  return (
    <Unprinted>
      <SandboxNotice label={t('label')}>
        <p>{t('clock', { now: words.dateTime(services().now(), mexicoCity) })}</p>
      </SandboxNotice>
    </Unprinted>
  );
}
