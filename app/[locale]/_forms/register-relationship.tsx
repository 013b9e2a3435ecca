import { getTranslations } from 'next-intl/server';
import { Choice } from '#app/_ui/choice/choice.tsx';
import { relationships } from '#core/registration/group.ts';
import type { FormDefinition } from './form-definition.ts';

export const relationshipForm: FormDefinition = {
  path: 'register/relationship',
  action: '/api/registration/relationship',
  back: 'register/group',
  step: 'relationship',
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const common = await getTranslations({ locale, namespace: 'common' });
    return {
      title: t('relationship.title'),
      button: common('continue'),
      labels: { relationship: t('relationship.label') },
    };
  },
  async Fields({ locale, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'register' });
    return (
      <Choice
        name="relationship"
        label={t('relationship.label')}
        problem={problemOf('relationship')}
        options={relationships.map((one) => ({ value: one, label: t(`relationship.${one}`) }))}
        value={entered['relationship']}
      />
    );
  },
};
