import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { ButtonLink, LineLink } from '#app/_ui/button/button.tsx';
import { Quiet } from '#app/_ui/panel/panel.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import type { AccountId } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import { dayIn } from '#core/time/zone.ts';
import { type Standing, services } from '#server/services.ts';
import { OfferFacts } from '../_offer/offer-facts.tsx';
import { OfferTimer } from '../_offer/offer-timer.tsx';
import { portName } from '../_way/port-name.ts';
import { registerPath } from '../_way/register-path.ts';
import { mexicoCity } from '../_way/screen-policy.ts';
import { AskedNote } from './assistance-note.tsx';
import { CodeLink, GroupLine } from './group-line.tsx';
import { RegisteredView } from './registered-view.tsx';
import { StatePanel } from './state-panel.tsx';
import { WaitingView } from './waiting-view.tsx';

type Props = { readonly locale: Locale; readonly accountId: AccountId; readonly standing: Standing };

/** Where the person stands: one state, and what comes next. */
export async function StandingView({ locale, accountId, standing }: Props) {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'standing' }), getWords(locale)]);
  return (
    <>
      <StateView locale={locale} accountId={accountId} standing={standing} />
      {standing.step === 'registering' ? null : (
        <>
          <Quiet>{t('since', { day: words.date(dayIn(standing.registeredAt, mexicoCity)) })}</Quiet>
          {standing.step === 'joined' ? null : <GroupLine locale={locale} people={peopleOf(standing)} />}
        </>
      )}
    </>
  );
}

function peopleOf(standing: Exclude<Standing, { readonly step: 'registering' | 'joined' }>): number {
  if (standing.step === 'booked') return standing.appointment.size;
  return standing.step === 'offered' || standing.step === 'held' ? standing.offer.size : standing.people;
}

async function StateView({ locale, accountId, standing }: Props) {
  const [t, port, words] = await Promise.all([
    getTranslations({ locale, namespace: 'standing' }),
    getTranslations({ locale, namespace: 'port' }),
    getWords(locale),
  ]);
  const nextTitle = t('next');
  switch (standing.step) {
    case 'registering':
      return (
        <StatePanel look="wait" title={t('registering.title')} what={t('registering.what')} nextTitle={nextTitle}>
          <p>{t('registering.next')}</p>
          <ButtonLink href={registerPath(locale, standing)}>{t('registering.button')}</ButtonLink>
          <CodeLink locale={locale} />
        </StatePanel>
      );
    case 'registered':
      return <RegisteredView locale={locale} accountId={accountId} standing={standing} />;
    case 'joined':
      return (
        <StatePanel look="good" title={t('joined.title')} what={t('joined.what')} nextTitle={nextTitle}>
          <p>{t('joined.next')}</p>
          <SummaryList
            rows={[
              {
                term: t('joined.now'),
                value: standing.group === 'registered' ? t('joined.free') : t(`${standing.group}.title`),
              },
            ]}
          />
          <LineLink href={`/${locale}/group/leave`}>{t('joined.button')}</LineLink>
        </StatePanel>
      );
    case 'waiting':
      return <WaitingView locale={locale} standing={standing} />;
    case 'closed':
      return (
        <StatePanel
          look="wait"
          title={t('closed.title')}
          what={t('closed.what', { day: words.day(standing.day) })}
          nextTitle={nextTitle}
        >
          <p>{t('closed.next')}</p>
        </StatePanel>
      );
    case 'offered': {
      const { offer } = standing;
      const when = words.dateTime(offer.deadlineAt, offer.portZone);
      return (
        <StatePanel look="good" title={t('offered.title')} what={t('offered.what', { when })} nextTitle={nextTitle}>
          <p>{t('offered.next')}</p>
          <OfferTimer locale={locale} offer={offer} />
          <ButtonLink href={`/${locale}/offer`}>{t('offered.button')}</ButtonLink>
        </StatePanel>
      );
    }
    case 'held': {
      const assistance = await services().assistance(accountId);
      return (
        <StatePanel look="wait" title={t('held.title')} what={t('held.what')} nextTitle={nextTitle}>
          <p>{t('held.next')}</p>
          {assistance ? <AskedNote locale={locale} assistance={assistance} /> : null}
          <OfferFacts locale={locale} offer={standing.offer} />
        </StatePanel>
      );
    }
    case 'booked': {
      const { appointment, isOver } = standing;
      const what = t('booked.what', { port: portName(port, appointment.port), when: words.slot(appointment.slot) });
      const show = (look: 'first' | 'second') => (
        <ButtonLink look={look} href={`/${locale}/confirmation`}>
          {t('booked.button')}
        </ButtonLink>
      );
      return isOver ? (
        <StatePanel look="plain" title={t('past.title')} what={what} nextTitle={nextTitle}>
          <p>{t('past.there')}</p>
          {show('second')}
          <p>{t('past.missed')}</p>
          <LineLink href={`/${locale}/appointment/missed`}>{t('past.link')}</LineLink>
        </StatePanel>
      ) : (
        <StatePanel look="good" title={t('booked.title')} what={what} nextTitle={nextTitle}>
          <p>{t('booked.next')}</p>
          {show('first')}
        </StatePanel>
      );
    }
  }
}
