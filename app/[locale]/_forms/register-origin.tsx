import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Select } from '#app/_ui/select/select.tsx';
import { isCitizenship, isCountry } from '#core/language/countries.ts';
import { screenPolicy } from '../_way/screen-policy.ts';
import type { FormDefinition } from './form-definition.ts';

export const originForm: FormDefinition = {
  path: 'register/origin',
  action: '/api/registration/origin',
  back: 'register/sex',
  step: 'origin',
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const common = await getTranslations({ locale, namespace: 'common' });
    return {
      title: t('origin.title'),
      button: common('continue'),
      labels: { birthCountry: t('origin.birthCountry'), citizenship: t('origin.citizenship') },
    };
  },
  async Fields({ locale, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const common = await getTranslations({ locale, namespace: 'common' });
    const countries = (await getWords(locale)).countries().map(({ value, name }) => ({ value, label: name }));
    const { questions } = screenPolicy;
    return (
      <>
        {questions.birthCountry === 'asked' ? (
          <Select
            name="birthCountry"
            label={t('origin.birthCountry')}
            problem={problemOf('birthCountry')}
            empty={common('choose')}
            options={countries.filter(({ value }) => isCountry(value))}
            value={entered['birthCountry']}
          />
        ) : null}
        {questions.citizenship === 'asked' ? (
          <Select
            name="citizenship"
            label={t('origin.citizenship')}
            hint={t('origin.citizenshipHint')}
            problem={problemOf('citizenship')}
            empty={common('choose')}
            options={countries.filter(({ value }) => isCitizenship(value))}
            value={entered['citizenship']}
          />
        ) : null}
      </>
    );
  },
};
