import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Select } from '#app/_ui/select/select.tsx';
import { isCitizenship, isCountry } from '#core/language/countries.ts';
import { screenQuestions } from '../_way/screen-policy.ts';
import type { FormDefinition } from './form-definition.ts';

export const originForm: FormDefinition = {
  path: 'register/origin',
  action: '/api/registration/origin',
  step: 'origin',
  async words(locale, who) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const member = await getTranslations({ locale, namespace: 'group' });
    const common = await getTranslations({ locale, namespace: 'common' });
    const isMember = who === 'member';
    return {
      title: isMember ? member('origin.title') : t('origin.title'),
      button: common('continue'),
      labels: {
        birthCountry: isMember ? member('origin.birthCountry') : t('origin.birthCountry'),
        citizenship: isMember ? member('origin.citizenship') : t('origin.citizenship'),
      },
    };
  },
  async Fields({ locale, who, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const member = await getTranslations({ locale, namespace: 'group' });
    const isMember = who === 'member';
    const common = await getTranslations({ locale, namespace: 'common' });
    const countries = (await getWords(locale)).countries().map(({ value, name }) => ({ value, label: name }));
    const questions = screenQuestions();
    return (
      <>
        {questions.birthCountry === 'asked' ? (
          <Select
            name="birthCountry"
            label={isMember ? member('origin.birthCountry') : t('origin.birthCountry')}
            problem={problemOf('birthCountry')}
            empty={common('choose')}
            options={countries.filter(({ value }) => isCountry(value))}
            value={entered['birthCountry']}
          />
        ) : null}
        {questions.citizenship === 'asked' ? (
          <Select
            name="citizenship"
            label={isMember ? member('origin.citizenship') : t('origin.citizenship')}
            hint={isMember ? member('origin.citizenshipHint') : t('origin.citizenshipHint')}
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
