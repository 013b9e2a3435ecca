import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { OfferFacts } from '../_offer/offer-facts.tsx';
import type { PersonForm } from './form-definition.ts';

export const declineForm: PersonForm = {
  path: 'offer/decline',
  action: '/api/offer/decline',
  back: 'offer',
  from: ['offered'],
  isGrave: true,
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'offer' });
    return { title: t('decline.title'), button: t('decline.button'), labels: {} };
  },
  async Fields({ locale, standing }) {
    const t = await getTranslations({ locale, namespace: 'offer' });
    return (
      <>
        {standing?.step === 'offered' ? (
          <>
            <OfferFacts locale={locale} offer={standing.offer} />
            <input type="hidden" name="offerId" value={standing.offer.id} />
          </>
        ) : null}
        <p>{t('decline.what')}</p>
        <p>{t('decline.keep')}</p>
      </>
    );
  },
  async After({ locale }) {
    const t = await getTranslations({ locale, namespace: 'offer' });
    return (
      <ButtonLink look="second" href={`/${locale}/offer`}>
        {t('decline.back')}
      </ButtonLink>
    );
  },
};
