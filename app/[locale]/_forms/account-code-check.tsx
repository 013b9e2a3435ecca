import { getTranslations } from 'next-intl/server';
import { LineLink } from '#app/_ui/button/button.tsx';
import { Field } from '#app/_ui/field/field.tsx';
import type { FormDefinition } from './form-definition.ts';

export const codeCheckForm: FormDefinition = {
  path: 'account/code-check',
  action: '/api/account/code-check',
  back: 'account/code',
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'account' });
    const common = await getTranslations({ locale, namespace: 'common' });
    return { title: t('check.title'), button: common('continue'), labels: { group: t('check.label') } };
  },
  async Fields({ locale, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'account' });
    return (
      <Field
        name="group"
        inputMode="numeric"
        dir="ltr"
        label={t('check.label')}
        hint={t('check.hint')}
        problem={problemOf('group')}
        value={entered['group']}
        autoComplete="off"
      />
    );
  },
  async After({ locale }) {
    const t = await getTranslations({ locale, namespace: 'account' });
    return <LineLink href={`/${locale}/account/code`}>{t('check.again')}</LineLink>;
  },
};
