import { getTranslations } from 'next-intl/server';
import { Field } from '#app/_ui/field/field.tsx';
import type { FormDefinition } from './form-definition.ts';

export const joinForm: FormDefinition = {
  path: 'group/join',
  action: '/api/group/join',
  back: 'status',
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'group' });
    return {
      title: t('join.title'),
      lead: t('join.lead'),
      button: t('join.button'),
      labels: { code: t('join.label') },
    };
  },
  async Fields({ locale, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'group' });
    return (
      <>
        <ul>
          <li>{t('join.handOver')}</li>
          <li>{t('join.join')}</li>
        </ul>
        <Field
          name="code"
          inputMode="numeric"
          // A number reads from left to right in every script.
          dir="ltr"
          label={t('join.label')}
          hint={t('join.hint')}
          problem={problemOf('code')}
          value={entered['code']}
          autoComplete="off"
          spellCheck={false}
        />
      </>
    );
  },
};
