import { getTranslations } from 'next-intl/server';
import { getCalendarWords, getWords } from '#app/_i18n/words.ts';
import { ButtonLink, LineLink } from '#app/_ui/button/button.tsx';
import { PhoneTime } from '#app/_ui/phone-time/phone-time.tsx';
import type { AccountId } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import type { Instant } from '#core/time/instant.ts';
import { type GuardianNeeded, services } from '#server/services.ts';
import type { StandingAt } from '../_way/person.ts';
import { mexicoCity } from '../_way/screen-policy.ts';
import { AskedNote } from './assistance-note.tsx';
import { EntersNext, enteringBy } from './enters-next.tsx';
import { CodeLink } from './group-line.tsx';
import { StatePanel } from './state-panel.tsx';

type Props = {
  readonly locale: Locale;
  readonly accountId: AccountId;
  readonly standing: StandingAt<'registered'>;
};

/** Registered, and not in a draw: how the last one went, and whether a place can be asked for now. */
export async function RegisteredView({ locale, accountId, standing }: Props) {
  const [t, words, pool, decided, assistance] = await Promise.all([
    getTranslations({ locale, namespace: 'standing' }),
    getWords(locale),
    services().openPool(),
    services().decided(accountId),
    services().assistance(accountId),
  ]);
  const entering = enteringBy(standing, decided);
  if (entering) return <EntersNext locale={locale} decided={entering} />;
  const { last, stopped } = standing;
  const asked = assistance?.step === 'ask' ? assistance : null;
  // Only out of this pool: the next one takes her by itself again.
  const isOutOfThis = last?.how === 'withdrawn' && last.day === pool?.day;
  const state = stopped
    ? { title: t('request.pausedTitle'), what: t(`request.reason.${stopped}`) }
    : last
      ? { title: t(`last.${last.how}.title`), what: t(`last.${last.how}.what`, { day: words.day(last.day) }) }
      : { title: t('registered.title'), what: t('registered.what') };
  return (
    <StatePanel look={stopped ? 'wait' : last ? 'plain' : 'good'} {...state} nextTitle={t('next')}>
      {asked ? <AskedNote locale={locale} assistance={asked} /> : null}
      {standing.needsTerms ? (
        <NewTerms locale={locale} />
      ) : standing.needsGuardian ? (
        <GuardianApart locale={locale} to={standing.needsGuardian} isTold={stopped === 'guardian-apart'} />
      ) : standing.isStanding ? (
        <>
          <p>{t('registered.standing')}</p>
          {pool && isOutOfThis ? (
            <>
              <p>{t('registered.afterAll', { day: words.day(pool.day) })}</p>
              <AskNow locale={locale} standing={standing} closesAt={pool.closesAt} look="second" />
            </>
          ) : null}
        </>
      ) : pool ? (
        <>
          <p>{last ? t('registered.again') : t('registered.next')}</p>
          <AskNow locale={locale} standing={standing} closesAt={pool.closesAt} look={asked ? 'second' : 'first'} />
        </>
      ) : (
        <p>{t('open.closed')}</p>
      )}
      {last?.how === 'missed' && !asked ? <MissedNote locale={locale} /> : null}
      <CodeLink locale={locale} />
    </StatePanel>
  );
}

/** Until when, and the way. */
async function AskNow({
  locale,
  standing,
  closesAt,
  look,
}: Pick<Props, 'locale' | 'standing'> & { readonly closesAt: Instant; readonly look: 'first' | 'second' }) {
  const [t, common, words, calendar] = await Promise.all([
    getTranslations({ locale, namespace: 'standing' }),
    getTranslations({ locale, namespace: 'common' }),
    getWords(locale),
    getCalendarWords(locale),
  ]);
  return (
    <>
      <p>{t('open.closes', { when: words.dateTime(closesAt, mexicoCity) })}</p>
      <PhoneTime
        at={closesAt}
        portZone={mexicoCity}
        words={calendar}
        text={common('time.onPhone', { when: '{when}' })}
      />
      <ButtonLink
        look={look}
        href={standing.portChoices.length > 0 ? `/${locale}/ask/ports?change` : `/${locale}/ask/ports`}
      >
        {t('registered.button')}
      </ButtonLink>
    </>
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
async function GuardianApart({
  locale,
  to,
  isTold,
}: {
  readonly locale: Locale;
  readonly to: GuardianNeeded;
  /** The headline says it. */
  readonly isTold: boolean;
}) {
  const [t, problem] = await Promise.all([
    getTranslations({ locale, namespace: 'standing' }),
    getTranslations({ locale, namespace: 'problem' }),
  ]);
  return (
    <>
      {isTold ? null : to === 'to-ask-daily' ? (
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
      <LineLink href={`/${locale}/assisted?reason=missed`}>{problem('assisted')}</LineLink>
    </>
  );
}
