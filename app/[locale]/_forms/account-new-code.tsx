import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import type { FormDefinition } from './form-definition.ts';

export const renewCodeForm: FormDefinition = {
  path: 'account/new-code',
  action: '/api/account/new-code',
  back: 'account',
  isGrave: true,
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'account' });
    return { title: t('renew.title'), button: t('renew.button'), labels: {} };
  },
  async Fields({ locale }) {
    const t = await getTranslations({ locale, namespace: 'account' });
    return (
      <>
        <p>{t('renew.old')}</p>
        <p>{t('renew.others')}</p>
      </>
    );
  },
  async After({ locale }) {
    const t = await getTranslations({ locale, namespace: 'account' });
    return (
      <ButtonLink look="second" href={`/${locale}/account`}>
        {t('renew.back')}
      </ButtonLink>
    );
  },
};
