import { getTranslations } from 'next-intl/server';
import type { FormDefinition } from './form-definition.ts';

export const signInForm: FormDefinition = {
  path: 'sign-in',
  action: '/api/sign-in',
  back: '',
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'signIn' });
    return { title: t('title'), lead: t('what'), button: t('button'), labels: {} };
  },
  async Fields({ locale }) {
    const t = await getTranslations({ locale, namespace: 'signIn' });
    return (
      <>
        <p>{t('own')}</p>
        <p>{t('return')}</p>
      </>
    );
  },
};
