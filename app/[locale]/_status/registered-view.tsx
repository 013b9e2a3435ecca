import { getTranslations } from 'next-intl/server';
import { getCalendarWords, getWords } from '#app/_i18n/words.ts';
import { ButtonLink, LineLink } from '#app/_ui/button/button.tsx';
import { PhoneTime } from '#app/_ui/phone-time/phone-time.tsx';
import type { Locale } from '#core/language/locales.ts';
import { type GuardianNeeded, services } from '#server/services.ts';
import type { StandingAt } from '../_way/person.ts';
import { mexicoCity } from '../_way/screen-policy.ts';
import { CodeLink } from './group-line.tsx';
import { StatePanel } from './state-panel.tsx';

type Props = { readonly locale: Locale; readonly standing: StandingAt<'registered'> };

/** Registered, and not in a draw: how the last one went, and whether a place can be asked for now. */
export async function RegisteredView({ locale, standing }: Props) {
  const [t, common, words, calendar, pool] = await Promise.all([
    getTranslations({ locale, namespace: 'standing' }),
    getTranslations({ locale, namespace: 'common' }),
    getWords(locale),
    getCalendarWords(locale),
    services().openPool(),
  ]);
  const { last } = standing;
  const state = last
    ? { title: t(`last.${last.how}.title`), what: t(`last.${last.how}.what`, { day: words.day(last.day) }) }
    : { title: t('registered.title'), what: t('registered.what') };
  return (
    <StatePanel look={last ? 'plain' : 'good'} {...state} nextTitle={t('next')}>
      {standing.needsTerms ? (
        <NewTerms locale={locale} />
      ) : standing.needsGuardian ? (
        <GuardianApart locale={locale} to={standing.needsGuardian} />
      ) : standing.isStanding && last?.how !== 'withdrawn' ? (
        <p>{t('registered.standing')}</p>
      ) : pool ? (
        <>
          <p>{last ? t('registered.again') : t('registered.next')}</p>
          <p>{t('open.closes', { when: words.dateTime(pool.closesAt, mexicoCity) })}</p>
          <PhoneTime
            at={pool.closesAt}
            portZone={mexicoCity}
            words={calendar}
            text={common('time.onPhone', { when: '{when}' })}
          />
          <ButtonLink href={standing.portChoices.length > 0 ? `/${locale}/ask/ports?change` : `/${locale}/ask/ports`}>
            {t('registered.button')}
          </ButtonLink>
        </>
      ) : (
        <p>{t('open.closed')}</p>
      )}
      {last?.how === 'missed' ? <MissedNote locale={locale} /> : null}
      <CodeLink locale={locale} />
    </StatePanel>
  );
}

/** Nothing else goes on before she has read them. */
async function NewTerms({ locale }: { readonly locale: Locale }) {
  const [t, problem] = await Promise.all([
    getTranslations({ locale, namespace: 'standing' }),
    getTranslations({ locale, namespace: 'problem' }),
  ]);
  return (
    <>
      <p>{problem('terms-changed-since.what')}</p>
      <p>{t('terms.next')}</p>
      <ButtonLink href={`/${locale}/register/terms?change`}>{t('request.terms')}</ButtonLink>
    </>
  );
}

/** Asking would be refused: what is missing comes first. Who asks each day is asked for again as soon as it is there. */
async function GuardianApart({ locale, to }: { readonly locale: Locale; readonly to: GuardianNeeded }) {
  const [t, problem] = await Promise.all([
    getTranslations({ locale, namespace: 'standing' }),
    getTranslations({ locale, namespace: 'problem' }),
  ]);
  return (
    <>
      {to === 'to-ask-daily' ? (
        <p>{t('request.reason.guardian-apart')}</p>
      ) : (
        <>
          <p>{problem('guardian-apart.what')}</p>
          <p>{problem('guardian-apart.next')}</p>
        </>
      )}
      <ButtonLink href={`/${locale}/register/group`}>{problem('group')}</ButtonLink>
    </>
  );
}

/** What the port wrote down can be wrong. Below what she can do in any case: she loses nothing by it. */
async function MissedNote({ locale }: { readonly locale: Locale }) {
  const [t, problem] = await Promise.all([
    getTranslations({ locale, namespace: 'standing' }),
    getTranslations({ locale, namespace: 'problem' }),
  ]);
  return (
    <>
      <p>{t('missedWrong')}</p>
      <LineLink href={`/${locale}/assisted`}>{problem('assisted')}</LineLink>
    </>
  );
}
