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

/** Above an appointment that the port moved: the time that it had before. Who comes to look for it is told first. */
export async function MovedNote({ locale, accountId, appointment }: Props) {
  const before = await services().movedFrom(accountId);
  if (before === null) return null;
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'appointment' }), getWords(locale)]);
  return (
    <Notice look="wait" title={t('moved.title')}>
      <p>{t('moved.what', { before: words.slot(before), now: words.slot(appointment.slot) })}</p>
      <p>{t('moved.no')}</p>
    </Notice>
  );
}

/** Below it: the way to give it back. */
export async function GiveBackLink({ locale }: Pick<Props, 'locale'>) {
  const t = await getTranslations({ locale, namespace: 'appointment' });
  return (
    <Unprinted>
      <LineLink href={`/${locale}/appointment/cancel`}>{t('cancel.link')}</LineLink>
    </Unprinted>
  );
}
