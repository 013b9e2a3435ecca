import { getTranslations } from 'next-intl/server';
import { BirthField, birthLabels } from './birth-field.tsx';
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
      labels: await birthLabels(locale, who),
    };
  },
  Fields({ locale, who, entered, problemOf }) {
    return <BirthField locale={locale} who={who} entered={entered} problemOf={problemOf} />;
  },
};
