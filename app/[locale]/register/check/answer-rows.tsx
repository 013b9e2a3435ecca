import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { getWords } from '#app/_i18n/words.ts';
import type { SummaryRow } from '#app/_ui/summary-list/summary-list.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { Answers, FurtherStep, RegistrationStep } from '#core/registration/answers.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { screenSteps } from '../../_way/screen-policy.ts';
import { questionRows } from './question-rows.ts';

/** Her answers in words, each with the way to change it; what wasn't asked or left empty is left out. */
export async function answerRows(locale: Locale, answers: Partial<Answers>): Promise<readonly SummaryRow[]> {
  const [t, common, words] = await Promise.all([
    getTranslations({ locale, namespace: 'register' }),
    getTranslations({ locale, namespace: 'common' }),
    getWords(locale),
  ]);
  const row = (step: RegistrationStep, term: string, value: ReactNode): readonly SummaryRow[] =>
    value
      ? [
          {
            term,
            value,
            change: {
              href: `/${locale}/register/${step}?change`,
              text: common('change'),
              spoken: common('changeWhat', { what: term }),
            },
          },
        ]
      : [];
  const { primaryLanguage, givenNames, familyNames, nativeGivenNames, nativeFamilyNames, birthDate, sex } = answers;
  const { birthCountry, citizenship, phone, hasPhoto, acceptedTermsVersion } = answers;
  const questions = await questionRows(locale, answers);
  const isAsked = screenSteps('head');
  /** Of a question that isn't asked any more nothing is shown. */
  const further = (...steps: readonly FurtherStep[]) =>
    steps
      .filter((step) => isAsked.includes(step))
      .flatMap((step) => questions[step].flatMap(({ term, value }) => row(step, term, value && <bdi>{value}</bdi>)));
  return [
    ...row('language', t('check.primaryLanguage'), primaryLanguage && words.language(primaryLanguage)),
    ...further('languages'),
    ...row('name', t('check.names'), nameOf(givenNames, familyNames)),
    ...row('name', t('check.native'), nameOf(nativeGivenNames, nativeFamilyNames)),
    ...row('birth', t('birth.label'), birthDate && words.date(birthDate as LocalDay)),
    ...row('sex', t('sex.label'), sex && t(`sex.${sex}`)),
    ...row('origin', t('origin.birthCountry'), birthCountry && words.country(birthCountry)),
    ...row('origin', t('origin.citizenship'), citizenship && words.country(citizenship)),
    ...further('citizenships', 'document'),
    ...row('phone', t('phone.label'), phone && <bdi dir="ltr">{phone}</bdi>),
    ...further('email', 'us-address', 'foreign-address', 'needs', 'employment', 'marital', 'travel', 'looks'),
    ...row('photo', t('check.photo'), hasPhoto ? t('check.photoYes') : undefined),
    ...row('terms', t('check.terms'), acceptedTermsVersion && t('check.termsYes', { version: acceptedTermsVersion })),
  ];
}

/** In the direction of its own script, whatever that of the page is. */
function nameOf(...parts: readonly (string | undefined)[]): ReactNode {
  const name = parts.filter(Boolean).join(' ');
  return name && <bdi>{name}</bdi>;
}
