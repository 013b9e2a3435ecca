import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { AboutAppointment } from './about-appointment.tsx';
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
    return <AboutAppointment locale={locale} standing={standing} next={t('missed.next')} />;
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
