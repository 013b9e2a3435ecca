import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { services } from '#server/services.ts';
import { AboutAppointment } from './about-appointment.tsx';
import type { PersonForm } from './form-definition.ts';

/** Giving an appointment back, also one that the port moved. */
export const cancelForm: PersonForm = {
  path: 'appointment/cancel',
  action: '/api/appointment/cancel',
  back: 'status',
  from: ['booked'],
  // It may have been moved since.
  fits: (standing, told) =>
    told !== 'appointment-over' || (standing.step === 'booked' && standing.appointment.startsAt > services().now()),
  isGrave: true,
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'appointment' });
    return { title: t('cancel.title'), button: t('cancel.button'), labels: {} };
  },
  async Fields({ locale, standing }) {
    const t = await getTranslations({ locale, namespace: 'appointment' });
    return (
      <>
        <AboutAppointment locale={locale} standing={standing} next={t('cancel.next')} />
        {standing?.step === 'booked' ? (
          <input type="hidden" name="appointmentId" value={standing.appointment.id} />
        ) : null}
      </>
    );
  },
  async After({ locale }) {
    const t = await getTranslations({ locale, namespace: 'appointment' });
    return (
      <ButtonLink look="second" href={`/${locale}/status`}>
        {t('cancel.back')}
      </ButtonLink>
    );
  },
};
