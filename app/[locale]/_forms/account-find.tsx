import { getTranslations } from 'next-intl/server';
import { BirthField, birthLabels } from './birth-field.tsx';
import { CodeField } from './code-field.tsx';
import type { FormDefinition } from './form-definition.ts';

/** On a device that the account was not used on: the code alone, which somebody may have found, is not enough. */
export const findForm: FormDefinition = {
  path: 'account/find',
  action: '/api/account/find',
  back: 'account/sign-in',
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'account' });
    return {
      title: t('find.title'),
      lead: t('find.lead'),
      button: t('signIn.button'),
      labels: { code: t('signIn.label'), ...(await birthLabels(locale, 'head')) },
    };
  },
  Fields({ locale, entered, problemOf }) {
    return (
      <>
        <CodeField locale={locale} value={entered['code']} problem={problemOf('code')} />
        <BirthField locale={locale} who="head" entered={entered} problemOf={problemOf} />
      </>
    );
  },
};
