import { getTranslations } from 'next-intl/server';
import { Choice } from '#app/_ui/choice/choice.tsx';
import { sexes } from '#core/registration/answers.ts';
import type { FormDefinition } from './form-definition.ts';

export const sexForm: FormDefinition = {
  path: 'register/sex',
  action: '/api/registration/sex',
  back: 'register/birth',
  step: 'sex',
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const common = await getTranslations({ locale, namespace: 'common' });
    return { title: t('sex.title'), button: common('continue'), labels: { sex: t('sex.label') } };
  },
  async Fields({ locale, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'register' });
    return (
      <Choice
        name="sex"
        label={t('sex.label')}
        hint={t('sex.hint')}
        problem={problemOf('sex')}
        options={sexes.map((sex) => ({ value: sex, label: t(`sex.${sex}`) }))}
        value={entered['sex']}
      />
    );
  },
};
