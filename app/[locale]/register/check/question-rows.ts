import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { languagesInList } from '#core/language/languages-in-list.ts';
import type { Locale } from '#core/language/locales.ts';
import type { Answers, FurtherStep } from '#core/registration/answers.ts';
import type { Who } from '#core/registration/step-rule.ts';
import type { LocalDay } from '#core/time/instant.ts';

export type QuestionRow = { readonly term: string; readonly value: string | null };

/** The answers to the further questions in words; null where one was skipped or there is nothing to tell. */
export async function questionRows(
  locale: Locale,
  answers: Partial<Answers>,
  who: Who,
): Promise<Readonly<Record<FurtherStep, readonly QuestionRow[]>>> {
  const t = await getTranslations({ locale, namespace: 'question' });
  const words = await getWords(locale);
  const { languages, otherCitizenships, document, email, usAddress, foreignAddress } = answers;
  const { needs, employment, maritalStatus, travel, height, weight, eyeColor } = answers;
  const list = (items: readonly string[]) => words.list(items.filter((item) => item !== '')) || null;
  /** Each on a line of its own, as on an envelope in every language: a sign between them would stand loose at a line's end. */
  const lines = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('\n') || null;
  return {
    languages: [
      { term: t('languages.row'), value: list(languagesInList((languages ?? []).map(words.language), locale)) },
    ],
    citizenships: [{ term: t('citizenships.row'), value: list((otherCitizenships ?? []).map(words.country)) }],
    document: [
      {
        term: t('document.row'),
        value: document
          ? lines(t(`document.kind.${document.kind}`), document.number, words.country(document.country))
          : null,
      },
      { term: t('document.expiry'), value: document?.expiry ? words.date(document.expiry as LocalDay) : null },
    ],
    email: [{ term: t('email.label'), value: email ?? null }],
    'us-address': [
      {
        term: t('us-address.row'),
        value: usAddress
          ? lines(usAddress.line1, usAddress.line2, usAddress.city, words.usState(usAddress.state), usAddress.zip)
          : null,
      },
    ],
    'foreign-address': [
      {
        term: who === 'member' ? t('member.foreign-address.row') : t('foreign-address.row'),
        value: foreignAddress
          ? lines(
              foreignAddress.line1,
              foreignAddress.line2,
              foreignAddress.city,
              foreignAddress.region,
              words.country(foreignAddress.country),
            )
          : null,
      },
    ],
    needs: [
      {
        term: t('needs.row'),
        value: needs ? lines(...needs.kinds.map((kind) => t(`needs.kind.${kind}`)), needs.text) : null,
      },
    ],
    employment: [{ term: t('employment.label'), value: employment ? t(`employment.kind.${employment}`) : null }],
    marital: [{ term: t('marital.label'), value: maritalStatus ? t(`marital.kind.${maritalStatus}`) : null }],
    travel: [
      {
        term: t('travel.row'),
        value: lines(
          ...(travel ?? []).map(({ country, year }) =>
            t('travel.stay', { country: words.country(country), year: String(year) }),
          ),
        ),
      },
    ],
    looks: [
      { term: t('looks.rowHeight'), value: height ? t('looks.centimeters', { number: String(height) }) : null },
      { term: t('looks.rowWeight'), value: weight ? t('looks.kilograms', { number: String(weight) }) : null },
      { term: t('looks.eyeColor'), value: eyeColor ? t(`looks.color.${eyeColor}`) : null },
    ],
  };
}
