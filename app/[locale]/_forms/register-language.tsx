import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Select } from '#app/_ui/select/select.tsx';
import type { FormDefinition } from './form-definition.ts';

export const languageForm: FormDefinition = {
  path: 'register/language',
  action: '/api/registration/language',
  step: 'language',
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const common = await getTranslations({ locale, namespace: 'common' });
    return {
      title: t('language.title'),
      button: common('continue'),
      labels: { primaryLanguage: t('language.label') },
    };
  },
  async Fields({ locale, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const common = await getTranslations({ locale, namespace: 'common' });
    const words = await getWords(locale);
    return (
      <>
        <Select
          name="primaryLanguage"
          label={t('language.label')}
          hint={t('language.hint')}
          problem={problemOf('primaryLanguage')}
          empty={common('choose')}
          options={words.languages().map(({ value, name }) => ({ value, label: name }))}
          value={entered['primaryLanguage']}
        />
        <p>{t('saved')}</p>
      </>
    );
  },
};
