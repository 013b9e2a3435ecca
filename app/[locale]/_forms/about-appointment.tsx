import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import type { Locale } from '#core/language/locales.ts';
import type { Standing } from '#server/services.ts';
import { portName } from '../_way/port-name.ts';

type Props = {
  readonly locale: Locale;
  readonly standing: Standing | null;
  /** What follows from saying yes. */
  readonly next: string;
};

/** Below a grave question about her appointment: which one it is, what follows, and what she keeps. */
export async function AboutAppointment({ locale, standing, next }: Props) {
  const t = await getTranslations({ locale, namespace: 'appointment' });
  const port = await getTranslations({ locale, namespace: 'port' });
  const words = await getWords(locale);
  const appointment = standing?.step === 'booked' ? standing.appointment : null;
  return (
    <>
      {appointment ? (
        <p>{t('cancel.what', { port: portName(port, appointment.port), when: words.slot(appointment.slot) })}</p>
      ) : null}
      <p>{next}</p>
      <p>{t('cancel.keep')}</p>
    </>
  );
}
