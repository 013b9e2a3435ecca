import { getTranslations } from 'next-intl/server';
import { LineLink } from '#app/_ui/button/button.tsx';
import { CodeField } from './code-field.tsx';
import type { FormDefinition } from './form-definition.ts';

export const codeSignInForm: FormDefinition = {
  path: 'account/sign-in',
  action: '/api/account/sign-in',
  back: 'sign-in',
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'account' });
    return { title: t('signIn.title'), button: t('signIn.button'), labels: { code: t('signIn.label') } };
  },
  Fields({ locale, entered, problemOf }) {
    return <CodeField locale={locale} value={entered['code']} problem={problemOf('code')} />;
  },
  async After({ locale }) {
    const t = await getTranslations({ locale, namespace: 'account' });
    return (
      <>
        <LineLink href={`/${locale}/sign-in`}>{t('signIn.email')}</LineLink>
        <LineLink href={`/${locale}/account/lost`}>{t('lost.link')}</LineLink>
      </>
    );
  },
};
