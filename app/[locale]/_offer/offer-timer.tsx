import { getTranslations } from 'next-intl/server';
import { getCalendarWords, getWords } from '#app/_i18n/words.ts';
import { Countdown } from '#app/_ui/countdown/countdown.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { PhoneTime } from '#app/_ui/phone-time/phone-time.tsx';
import type { Locale } from '#core/language/locales.ts';
import { type OfferView, services } from '#server/services.ts';

/** Until when the place is held, and how long that is. */
export async function OfferTimer({ locale, offer }: { readonly locale: Locale; readonly offer: OfferView }) {
  const [t, common, words, calendar] = await Promise.all([
    getTranslations({ locale, namespace: 'offer' }),
    getTranslations({ locale, namespace: 'common' }),
    getWords(locale),
    getCalendarWords(locale),
  ]);
  return (
    <Notice look="wait" title={t('deadline')}>
      <p>{common('time.atPort', { when: words.dateTime(offer.deadlineAt, offer.portZone) })}</p>
      <PhoneTime
        at={offer.deadlineAt}
        portZone={offer.portZone}
        words={calendar}
        text={common('time.onPhone', { when: '{when}' })}
      />
      <Countdown
        deadline={offer.deadlineAt}
        now={services().now()}
        left={{
          both: t('left', { hours: '{hours}', minutes: '{minutes}' }),
          hours: t('leftHours', { hours: '{hours}' }),
          minutes: t('leftMinutes', { minutes: '{minutes}' }),
        }}
        over={t('over')}
      />
    </Notice>
  );
}
