import { getTranslations } from 'next-intl/server';
import { SharedPhone } from '#app/_pwa/shared-phone/shared-phone.tsx';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { OldBrowser } from '#app/_ui/old-browser/old-browser.tsx';
import { Card } from '#app/_ui/panel/panel.tsx';
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
        <OldBrowser locale={locale} />
        <p>{t('own')}</p>
        <p>{t('return')}</p>
      </>
    );
  },
  async After({ locale }) {
    const t = await getTranslations({ locale, namespace: 'account' });
    return (
      <>
        <Card>
          <h2>{t('ways.title')}</h2>
          <p>{t('ways.what')}</p>
          <ButtonLink look="second" href={`/${locale}/account/new`}>
            {t('ways.new')}
          </ButtonLink>
          <ButtonLink look="second" href={`/${locale}/account/sign-in`}>
            {t('ways.code')}
          </ButtonLink>
        </Card>
        <SharedPhone locale={locale} />
      </>
    );
  },
};
