import { getTranslations } from 'next-intl/server';
import { BirthField, birthLabels, exampleOfBirth } from './birth-field.tsx';
import type { FormDefinition } from './form-definition.ts';

export const birthForm: FormDefinition = {
  path: 'register/birth',
  action: '/api/registration/birth',
  step: 'birth',
  async words(locale, who) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const member = await getTranslations({ locale, namespace: 'group' });
    const common = await getTranslations({ locale, namespace: 'common' });
    return {
      title: who === 'member' ? member('birth.title') : t('birth.title'),
      button: common('continue'),
      labels: await birthLabels(locale, who === 'member' ? member('birth.label') : undefined),
    };
  },
  async Fields({ locale, who, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const member = await getTranslations({ locale, namespace: 'group' });
    const example = await exampleOfBirth(locale);
    const hint = who === 'member' ? member('birth.hint', { example }) : t('birth.hint', { example });
    const label = who === 'member' ? member('birth.label') : t('birth.label');
    return <BirthField locale={locale} entered={entered} problemOf={problemOf} label={label} hint={hint} />;
  },
};
