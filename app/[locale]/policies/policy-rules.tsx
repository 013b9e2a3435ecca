import { getTranslations } from 'next-intl/server';
import type { Translator } from '#app/_i18n/translator.ts';
import { getWords } from '#app/_i18n/words.ts';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { Policy, Questions } from '#core/policy/policy.ts';
import type { Instant, LocalMinute, TimeZone } from '#core/time/instant.ts';
import { parseInstant } from '#core/time/rfc3339.ts';

type Props = { readonly locale: Locale; readonly policy: Policy; readonly state: 'now' | 'ahead' | 'past' };

/** One version of the rules, those that people ask about; the file has them all. */
export async function PolicyRules({ locale, policy, state }: Props) {
  const [t, tStaff, tStatistics, tQuestion, tRegister, words] = await Promise.all([
    getTranslations({ locale, namespace: 'policy' }),
    getTranslations({ locale, namespace: 'staff' }),
    getTranslations({ locale, namespace: 'statistics' }),
    getTranslations({ locale, namespace: 'question' }),
    getTranslations({ locale, namespace: 'register' }),
    getWords(locale),
  ]);
  const { requestWindow, oldestShare, geofence, questions, termsVersion } = policy;
  // The form of a policy has been checked: it is an instant.
  const from = words.dateTime(parseInstant(policy.from) as Instant, requestWindow.timeZone as TimeZone);
  const clock = (time: string) => words.slotTime(`2027-01-01T${time}` as LocalMinute);
  const counts = [
    [t('leadDays'), policy.leadDays],
    [t('maxGroup'), policy.maxGroup],
    [t('reserve'), policy.reserve],
    [t('drawReleases'), policy.drawReleases],
    [t('offerHours'), policy.offerHours],
    [t('extensionHours'), policy.extensionHours],
    [t('signOfLifeDays'), policy.signOfLifeDays],
    [t('deviceLimit'), policy.deviceLimit],
  ] as const;
  const asked = (how: string) => {
    const names = questionNames(tQuestion, tRegister);
    return names.filter(([key]) => questions[key] === how).map(([, name]) => name);
  };
  const lists = [
    { term: t('asked'), names: asked('asked') },
    { term: t('optional'), names: asked('optional') },
    { term: t('notAsked'), names: asked('not-asked') },
  ];
  return (
    <SummaryList
      rows={[
        { term: tStaff('draw.state'), value: { now: t('now'), ahead: t('ahead'), past: t('past') }[state] },
        { term: t('from'), value: t('fromValue', { when: from }) },
        {
          term: t('window'),
          value: t('windowValue', { opens: clock(requestWindow.opens), closes: clock(requestWindow.closes) }),
        },
        { term: t('oldestShare'), value: tStatistics('percent', { share: words.number(oldestShare / 100) }) },
        ...counts.map(([term, value]) => ({ term, value: words.number(value) })),
        { term: t('area'), value: t('areaValue', { degrees: String(geofence.southernLatitude) }) },
        { term: t('terms'), value: <bdi dir="ltr">{termsVersion}</bdi> },
        ...lists
          .filter(({ names }) => names.length > 0)
          .map(({ term, names }) => ({ term, value: names.map((name) => <div key={name}>{name}</div>) })),
      ]}
    />
  );
}

type Asked = Exclude<keyof Questions, 'sharedAddress'>;

/** What the registration calls them. */
function questionNames(
  t: Translator<'question'>,
  tRegister: Translator<'register'>,
): readonly (readonly [Asked, string])[] {
  return [
    ['nativeNames', tRegister('check.native')],
    ['sex', tRegister('sex.label')],
    ['birthCountry', tRegister('origin.birthCountry')],
    ['citizenship', tRegister('origin.citizenship')],
    ['citizenships', t('citizenships.title')],
    ['languages', t('languages.title')],
    ['document', t('document.title')],
    ['phone', tRegister('phone.label')],
    ['photo', tRegister('check.photo')],
    ['email', t('email.title')],
    ['usAddress', t('us-address.title')],
    ['foreignAddress', t('foreign-address.title')],
    ['needs', t('needs.title')],
    ['employment', t('employment.title')],
    ['maritalStatus', t('marital.label')],
    ['travel', t('travel.title')],
    ['height', t('looks.rowHeight')],
    ['weight', t('looks.rowWeight')],
    ['eyeColor', t('looks.eyeColor')],
  ];
}
