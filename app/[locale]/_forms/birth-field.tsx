import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { DateField } from '#app/_ui/date-field/date-field.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { Who } from '#core/registration/step-rule.ts';
import type { LocalDay } from '#core/time/instant.ts';
import type { Entered } from './form-definition.ts';

const exampleDay = '1990-03-27' as LocalDay;

type Props = {
  readonly locale: Locale;
  /** `member`: it is another person's. */
  readonly who: Who;
  readonly entered: Entered;
  readonly problemOf: (field: string) => string | undefined;
};

/** A date of birth in `birthDay`, `birthMonth` and `birthYear`. */
export async function BirthField({ locale, who, entered, problemOf }: Props) {
  const t = await getTranslations({ locale, namespace: 'register' });
  const member = await getTranslations({ locale, namespace: 'group' });
  const common = await getTranslations({ locale, namespace: 'common' });
  const words = await getWords(locale);
  const labels = await birthLabels(locale, who);
  const example = words.date(exampleDay);
  return (
    <DateField
      name="birth"
      label={labels.birth}
      problem={problemOf('birth')}
      hint={who === 'member' ? member('birth.hint', { example }) : t('birth.hint', { example })}
      parts={{
        day: { label: labels.birthDay, value: entered['birthDay'], problem: problemOf('birthDay') },
        month: { label: labels.birthMonth, value: entered['birthMonth'], problem: problemOf('birthMonth') },
        year: { label: labels.birthYear, value: entered['birthYear'], problem: problemOf('birthYear') },
      }}
      months={words.months().map(({ value, name }) => ({ value, label: name }))}
      emptyMonth={common('choose')}
    />
  );
}

/** The names of it and its parts, in an error summary too. */
export async function birthLabels(locale: Locale, who: Who) {
  const t = await getTranslations({ locale, namespace: 'register' });
  const member = await getTranslations({ locale, namespace: 'group' });
  return {
    birth: who === 'member' ? member('birth.label') : t('birth.label'),
    birthDay: t('birth.day'),
    birthMonth: t('birth.month'),
    birthYear: t('birth.year'),
  };
}
