import { getTranslations } from 'next-intl/server';
import { Choice } from '#app/_ui/choice/choice.tsx';
import { sexes } from '#core/registration/answers.ts';
import type { FormDefinition } from './form-definition.ts';

export const sexForm: FormDefinition = {
  path: 'register/sex',
  action: '/api/registration/sex',
  step: 'sex',
  async words(locale, who) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const member = await getTranslations({ locale, namespace: 'group' });
    const common = await getTranslations({ locale, namespace: 'common' });
    const title = who === 'member' ? member('sex.title') : t('sex.title');
    return { title, button: common('continue'), labels: { sex: t('sex.label') } };
  },
  async Fields({ locale, who, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const member = await getTranslations({ locale, namespace: 'group' });
    return (
      <Choice
        name="sex"
        label={t('sex.label')}
        hint={who === 'member' ? member('sex.hint') : t('sex.hint')}
        problem={problemOf('sex')}
        options={sexes.map((sex) => ({ value: sex, label: t(`sex.${sex}`) }))}
        value={entered['sex']}
      />
    );
  },
};
