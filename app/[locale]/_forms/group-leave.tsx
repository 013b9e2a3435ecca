import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import type { PersonForm } from './form-definition.ts';

export const leaveForm: PersonForm = {
  path: 'group/leave',
  action: '/api/group/leave',
  back: 'status',
  from: ['joined'],
  isGrave: true,
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'group' });
    return { title: t('leave.title'), lead: t('leave.what'), button: t('leave.button'), labels: {} };
  },
  Fields: () => null,
  async After({ locale }) {
    const t = await getTranslations({ locale, namespace: 'group' });
    return (
      <ButtonLink look="second" href={`/${locale}/status`}>
        {t('leave.back')}
      </ButtonLink>
    );
  },
};
