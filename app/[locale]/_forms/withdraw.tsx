import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import type { PersonForm } from './form-definition.ts';

export const withdrawForm: PersonForm = {
  path: 'withdraw',
  action: '/api/request/withdraw',
  back: 'status',
  from: ['waiting'],
  isGrave: true,
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'withdraw' });
    return { title: t('title'), button: t('button'), labels: {} };
  },
  async Fields({ locale, standing }) {
    const t = await getTranslations({ locale, namespace: 'withdraw' });
    const words = await getWords(locale);
    return (
      <>
        {standing?.step === 'waiting' ? <p>{t('what', { day: words.day(standing.day) })}</p> : null}
        <p>{t('keep')}</p>
      </>
    );
  },
  async After({ locale }) {
    const t = await getTranslations({ locale, namespace: 'withdraw' });
    return (
      <ButtonLink look="second" href={`/${locale}/status`}>
        {t('back')}
      </ButtonLink>
    );
  },
};
