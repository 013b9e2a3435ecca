import { getTranslations } from 'next-intl/server';
import { LineLink } from '#app/_ui/button/button.tsx';
import type { FormDefinition } from './form-definition.ts';

export const newAccountForm: FormDefinition = {
  path: 'account/new',
  action: '/api/account/new',
  back: 'sign-in',
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'account' });
    return { title: t('new.title'), button: t('new.button'), labels: {} };
  },
  async Fields({ locale }) {
    const t = await getTranslations({ locale, namespace: 'account' });
    return (
      <>
        <p>{t('new.code')}</p>
        <p>{t('new.write')}</p>
        <p>{t('new.never')}</p>
      </>
    );
  },
  async After({ locale }) {
    const t = await getTranslations({ locale, namespace: 'account' });
    return <LineLink href={`/${locale}/account/sign-in`}>{t('new.have')}</LineLink>;
  },
};
