import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { getWords } from '#app/_i18n/words.ts';
import { Address } from '#app/_ui/address/address.tsx';
import { Unsaid } from '#app/_ui/listen/unsaid.tsx';
import { Quiet } from '#app/_ui/panel/panel.tsx';
import type { SummaryRow } from '#app/_ui/summary-list/summary-list.tsx';
import type { Locale } from '#core/language/locales.ts';
import { nameInFull } from '#core/language/name-in-full.ts';
import type { Answers, FurtherStep, RegistrationStep } from '#core/registration/answers.ts';
import { askedSteps, isFor, isForGuest } from '#core/registration/steps.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { dayIn } from '#core/time/zone.ts';
import type { PersonView } from '#server/services/group.ts';
import { mexicoCity, screenQuestions } from '../../_way/screen-policy.ts';
import { questionRows } from './question-rows.ts';

type Person = Pick<PersonView, 'id' | 'isHead' | 'guardianName' | 'changes'>;

/**
 * What can be changed here: all; `corrections` of who is registered, whose terms are accepted for good; what is a guest's
 * to say in another's group; or nothing.
 */
type Links = 'all' | 'corrections' | 'guest' | 'none';

/**
 * Answers in words, each with the way to change it; what wasn't asked or left empty is left out. Of a person of a group
 * also when each was changed after she was registered.
 */
export async function answerRows(
  locale: Locale,
  answers: Partial<Answers>,
  {
    person,
    links = 'all',
    only,
  }: {
    readonly person?: Person;
    readonly links?: Links;
    /** The rows of this step alone. */
    readonly only?: RegistrationStep;
  } = {},
): Promise<readonly SummaryRow[]> {
  const [t, question, group, common, problem, words] = await Promise.all([
    getTranslations({ locale, namespace: 'register' }),
    getTranslations({ locale, namespace: 'question' }),
    getTranslations({ locale, namespace: 'group' }),
    getTranslations({ locale, namespace: 'common' }),
    getTranslations({ locale, namespace: 'problem' }),
    getWords(locale),
  ]);
  const isMember = person !== undefined && !person.isHead;
  const query = isMember ? `change&person=${person.id}` : 'change';
  const changed = (step: RegistrationStep) => {
    const found = person?.changes.find((one) => one.step === step);
    return found ? <Changed text={group('changed', { day: words.date(dayIn(found.at, mexicoCity)) })} /> : null;
  };
  const who = isMember ? 'member' : 'head';
  const asked = askedSteps(screenQuestions(), who);
  const mayChange = (step: RegistrationStep) => {
    if (links === 'guest') return isForGuest(step, who, screenQuestions());
    return links === 'all' || (links === 'corrections' && step !== 'terms');
  };
  const row = (step: RegistrationStep, term: string, value: ReactNode): readonly SummaryRow[] =>
    value && (only ?? step) === step && isFor(step, who, screenQuestions())
      ? [
          {
            term,
            value: (
              <>
                <Unsaid>{value}</Unsaid>
                {changed(step)}
              </>
            ),
            ...(mayChange(step) && {
              change: {
                href: `/${locale}/register/${step}?${query}`,
                text: common('change'),
                spoken: common('changeWhat', { what: term }),
              },
            }),
          },
        ]
      : [];
  const { primaryLanguage, givenNames, familyNames, nativeGivenNames, nativeFamilyNames, birthDate, sex } = answers;
  const { birthCountry, citizenship, phone, hasPhoto, photoWaits, photoMissing, acceptedTermsVersion } = answers;
  const waits = photoWaits ? t('check.photoWaits') : photoMissing && problem('field.no-photo');
  const questions = await questionRows(locale, answers, who);
  const further = (...steps: readonly FurtherStep[]) =>
    steps.flatMap((step) => {
      // What nobody asks of her, but she may have of her own: an address.
      const otherwise = asked.includes(step) ? null : question('same');
      return questions[step].flatMap(({ term, value }) => row(step, term, (value && own(step, value)) ?? otherwise));
    });
  return [
    ...row('language', t('check.primaryLanguage'), primaryLanguage && words.language(primaryLanguage)),
    ...further('languages'),
    ...row('relationship', t('relationship.label'), answers.relationship && t(`relationship.${answers.relationship}`)),
    ...row('name', t('check.names'), nameOf(givenNames, familyNames)),
    ...row('name', t('check.native'), nameOf(nativeGivenNames, nativeFamilyNames)),
    ...row('birth', isMember ? group('birth.label') : t('birth.label'), birthDate && words.date(birthDate as LocalDay)),
    ...row('guardian', t('guardian.label'), person?.guardianName && <bdi>{person.guardianName}</bdi>),
    ...row('sex', t('sex.label'), sex && t(`sex.${sex}`)),
    ...row(
      'origin',
      isMember ? group('origin.birthCountry') : t('origin.birthCountry'),
      birthCountry && words.country(birthCountry),
    ),
    ...row(
      'origin',
      isMember ? group('origin.citizenship') : t('origin.citizenship'),
      citizenship && words.country(citizenship),
    ),
    ...further('citizenships', 'document'),
    ...row('phone', t('phone.label'), phone && <bdi dir="ltr">{phone}</bdi>),
    ...further('email', 'us-address', 'foreign-address', 'needs', 'employment', 'marital', 'travel', 'looks'),
    ...row('photo', t('check.photo'), hasPhoto ? t('check.photoYes') : waits),
    ...row('terms', t('check.terms'), acceptedTermsVersion && t('check.termsYes', { version: acceptedTermsVersion })),
  ];
}

/** In its own direction, whatever that of the page is. */
function own(step: FurtherStep, value: string): ReactNode {
  return step === 'email' ? <Address>{value}</Address> : <bdi>{value}</bdi>;
}

function Changed({ text }: { readonly text: string }) {
  return <Quiet>{text}</Quiet>;
}

/** In the direction of its own script, whatever that of the page is. */
function nameOf(givenNames = '', familyNames = ''): ReactNode {
  const name = nameInFull(givenNames, familyNames);
  return name && <bdi>{name}</bdi>;
}
