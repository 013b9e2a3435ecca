import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { LineLink } from '#app/_ui/button/button.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Unprinted } from '#app/_ui/panel/panel.tsx';
import type { AccountId } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import type { AppointmentView } from '#server/services/confirmation.ts';
import { services } from '#server/services.ts';

type Props = { readonly locale: Locale; readonly accountId: AccountId; readonly appointment: AppointmentView };

/** Below an appointment: the time that it had before, if the port moved it, and the way to give it back. */
export async function AppointmentNote({ locale, accountId, appointment }: Props) {
  const [t, words, before] = await Promise.all([
    getTranslations({ locale, namespace: 'appointment' }),
    getWords(locale),
    services().movedFrom(accountId),
  ]);
  return (
    <>
      {before === null ? null : (
        <Notice look="wait" title={t('moved.title')}>
          <p>{t('moved.what', { before: words.slot(before), now: words.slot(appointment.slot) })}</p>
          <p>{t('moved.no')}</p>
        </Notice>
      )}
      <Unprinted>
        <LineLink href={`/${locale}/appointment/cancel`}>{t('cancel.link')}</LineLink>
      </Unprinted>
    </>
  );
}
