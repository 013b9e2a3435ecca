import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { portName } from '../_way/port-name.ts';
import type { PersonForm } from './form-definition.ts';

/** Saying that nobody came, from the day after on: one wrong tap would end the appointment of somebody who was there. */
export const missedForm: PersonForm = {
  path: 'appointment/missed',
  action: '/api/appointment/missed',
  back: 'status',
  from: ['booked'],
  fits: (standing) => standing.step === 'booked' && standing.isOver,
  isGrave: true,
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'appointment' });
    return { title: t('missed.title'), button: t('missed.button'), labels: {} };
  },
  async Fields({ locale, standing }) {
    const t = await getTranslations({ locale, namespace: 'appointment' });
    const port = await getTranslations({ locale, namespace: 'port' });
    const words = await getWords(locale);
    const appointment = standing?.step === 'booked' ? standing.appointment : null;
    return (
      <>
        {appointment ? (
          <p>{t('cancel.what', { port: portName(port, appointment.port), when: words.slot(appointment.slot) })}</p>
        ) : null}
        <p>{t('missed.next')}</p>
        <p>{t('cancel.keep')}</p>
      </>
    );
  },
  async After({ locale }) {
    const t = await getTranslations({ locale, namespace: 'appointment' });
    return (
      <ButtonLink look="second" href={`/${locale}/status`}>
        {t('missed.back')}
      </ButtonLink>
    );
  },
};
