import { getTranslations } from 'next-intl/server';
import { getCalendarWords, getWords } from '#app/_i18n/words.ts';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { PhoneTime } from '#app/_ui/phone-time/phone-time.tsx';
import type { Locale } from '#core/language/locales.ts';
import { portOf } from '#core/policy/ports.ts';
import { dayIn } from '#core/time/zone.ts';
import type { StandingAt } from '../_way/person.ts';
import { portName } from '../_way/port-name.ts';
import { mexicoCity } from '../_way/screen-policy.ts';
import { StatePanel } from './state-panel.tsx';

type Props = { readonly locale: Locale; readonly standing: StandingAt<'waiting'> };

/** In a draw that still takes requests. */
export async function WaitingView({ locale, standing }: Props) {
  const [t, common, port, words, calendar] = await Promise.all([
    getTranslations({ locale, namespace: 'standing' }),
    getTranslations({ locale, namespace: 'common' }),
    getTranslations({ locale, namespace: 'port' }),
    getWords(locale),
    getCalendarWords(locale),
  ]);
  const { day, ports, askedAt, closesAt } = standing;
  const zone = ports[0] ? portOf(ports[0]).timeZone : mexicoCity;
  return (
    <StatePanel
      look="good"
      title={t('waiting.title')}
      what={t('waiting.what', { day: words.day(day) })}
      nextTitle={t('next')}
    >
      <p>{t('waiting.nothing')}</p>
      <p>{t('waiting.next', { when: words.dateTime(closesAt, zone) })}</p>
      <PhoneTime at={closesAt} portZone={zone} words={calendar} text={common('time.onPhone', { when: '{when}' })} />
      <p>{t('waiting.asked', { when: words.day(dayIn(askedAt, zone)) })}</p>
      <h2>{t('waiting.ports')}</h2>
      <ol>
        {ports.map((code) => (
          <li key={code}>{portName(port, code)}</li>
        ))}
      </ol>
      <ButtonLink look="second" href={`/${locale}/withdraw`}>
        {t('waiting.withdraw')}
      </ButtonLink>
    </StatePanel>
  );
}
