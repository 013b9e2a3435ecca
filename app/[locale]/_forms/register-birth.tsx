import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { DateField } from '#app/_ui/date-field/date-field.tsx';
import type { LocalDay } from '#core/time/instant.ts';
import type { FormDefinition } from './form-definition.ts';

const exampleDay = '1990-03-27' as LocalDay;

export const birthForm: FormDefinition = {
  path: 'register/birth',
  action: '/api/registration/birth',
  back: 'register/name',
  step: 'birth',
  async words(locale, who) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const member = await getTranslations({ locale, namespace: 'group' });
    const common = await getTranslations({ locale, namespace: 'common' });
    return {
      title: who === 'member' ? member('birth.title') : t('birth.title'),
      button: common('continue'),
      labels: { birthDay: t('birth.day'), birthMonth: t('birth.month'), birthYear: t('birth.year') },
    };
  },
  async Fields({ locale, who, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'register' });
    const member = await getTranslations({ locale, namespace: 'group' });
    const common = await getTranslations({ locale, namespace: 'common' });
    const words = await getWords(locale);
    const example = { example: words.date(exampleDay) };
    return (
      <DateField
        name="birth"
        label={t('birth.label')}
        hint={who === 'member' ? member('birth.hint', example) : t('birth.hint', example)}
        parts={{
          day: { label: t('birth.day'), value: entered['birthDay'], problem: problemOf('birthDay') },
          month: { label: t('birth.month'), value: entered['birthMonth'], problem: problemOf('birthMonth') },
          year: { label: t('birth.year'), value: entered['birthYear'], problem: problemOf('birthYear') },
        }}
        months={words.months().map(({ value, name }) => ({ value, label: name }))}
        emptyMonth={common('choose')}
      />
    );
  },
};
