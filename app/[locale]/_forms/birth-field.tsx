import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { DateField } from '#app/_ui/date-field/date-field.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { LocalDay } from '#core/time/instant.ts';
import type { Entered } from './form-definition.ts';

const exampleDay = '1990-03-27' as LocalDay;

type Props = {
  readonly locale: Locale;
  readonly entered: Entered;
  readonly problemOf: (field: string) => string | undefined;
  /** Where it isn't that of the person herself. */
  readonly label?: string;
  readonly hint?: string;
};

/** A date of birth in `birthDay`, `birthMonth` and `birthYear`. */
export async function BirthField({ locale, entered, problemOf, label, hint }: Props) {
  const t = await getTranslations({ locale, namespace: 'register' });
  const common = await getTranslations({ locale, namespace: 'common' });
  const words = await getWords(locale);
  return (
    <DateField
      name="birth"
      label={label ?? t('birth.label')}
      problem={problemOf('birth')}
      hint={hint ?? t('birth.hint', { example: words.date(exampleDay) })}
      parts={{
        day: { label: t('birth.day'), value: entered['birthDay'], problem: problemOf('birthDay') },
        month: { label: t('birth.month'), value: entered['birthMonth'], problem: problemOf('birthMonth') },
        year: { label: t('birth.year'), value: entered['birthYear'], problem: problemOf('birthYear') },
      }}
      months={words.months().map(({ value, name }) => ({ value, label: name }))}
      emptyMonth={common('choose')}
    />
  );
}

/** The names of it and its parts in an error summary. */
export async function birthLabels(locale: Locale, label?: string) {
  const t = await getTranslations({ locale, namespace: 'register' });
  return {
    birth: label ?? t('birth.label'),
    birthDay: t('birth.day'),
    birthMonth: t('birth.month'),
    birthYear: t('birth.year'),
  };
}

/** A date as her document may show it. */
export async function exampleOfBirth(locale: Locale): Promise<string> {
  return (await getWords(locale)).date(exampleDay);
}
