import { getTranslations } from 'next-intl/server';
import { getCalendarWords, getWords } from '#app/_i18n/words.ts';
import { PhoneTime } from '#app/_ui/phone-time/phone-time.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { OfferView } from '#server/services.ts';
import { portAcross, portName } from '../_way/port-name.ts';

/** Where and when the held place is, by the port's clock and, where it shows another time, by the phone's. */
export async function OfferFacts({ locale, offer }: { readonly locale: Locale; readonly offer: OfferView }) {
  const [t, common, port, words, calendar] = await Promise.all([
    getTranslations({ locale, namespace: 'offer' }),
    getTranslations({ locale, namespace: 'common' }),
    getTranslations({ locale, namespace: 'port' }),
    getWords(locale),
    getCalendarWords(locale),
  ]);
  return (
    <>
      <SummaryList
        rows={[
          { term: t('port'), value: portName(port, offer.port) },
          { term: t('across'), value: portAcross(port, offer.port) },
          { term: t('when'), value: common('time.atPort', { when: words.slot(offer.slot) }) },
          { term: t('people'), value: words.number(offer.size) },
        ]}
      />
      <PhoneTime
        at={offer.startsAt}
        portZone={offer.portZone}
        words={calendar}
        text={common('time.onPhone', { when: '{when}' })}
      />
    </>
  );
}
