import { getTranslations } from 'next-intl/server';
import { KeptNote } from '#app/_pwa/line/kept-note.tsx';
import { Button, ButtonLink, LineLink } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Card, Stack } from '#app/_ui/panel/panel.tsx';
import { OfferFacts } from '../_offer/offer-facts.tsx';
import { OfferTimer } from '../_offer/offer-timer.tsx';
import { OfferWhileOpen } from '../_offer/offer-while-open.tsx';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { standingAt } from '../_way/person.ts';
import { PersonalPage } from '../_way/personal-page.tsx';
import { personalTitle } from '../_way/personal-title.ts';
import { screenPolicy } from '../_way/screen-policy.ts';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'offer' });
  return personalTitle(locale, 'offer', t('title'));
}

export default async function Offer(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session, standing } = await standingAt(locale, ['offered']);
  const { offer } = standing;
  const t = await getTranslations({ locale, namespace: 'offer' });
  return (
    <PersonalPage locale={locale} path="offer" session={session}>
      <KeptNote locale={locale} />
      <OfferWhileOpen locale={locale} offer={offer}>
        <OfferFacts locale={locale} offer={offer} />
        <OfferTimer locale={locale} offer={offer} />
        <Stack isClose>
          <p>{offer.asksAgain ? t('lapse.again') : t('lapse.ask')}</p>
          <p>{offer.whoConfirms === 'head' ? t('how') : t('howAnyAdult')}</p>
          <ButtonLink href={`/${locale}/offer/confirm`}>{t('confirmLink')}</ButtonLink>
        </Stack>
        <Card>
          <h2>{t('extend.title')}</h2>
          {offer.canExtend ? (
            <>
              <p>{t('extend.what', { hours: String(screenPolicy().extensionHours) })}</p>
              <PageForm locale={locale} page="offer" action="/api/offer/extend" hidden={{ offerId: offer.id }}>
                <Button look="second">{t('extend.button')}</Button>
              </PageForm>
            </>
          ) : (
            <p>{t(offer.isExtended ? 'extend.done' : 'extend.tooNear')}</p>
          )}
        </Card>
        <LineLink href={`/${locale}/offer/decline`}>{t('declineLink')}</LineLink>
      </OfferWhileOpen>
    </PersonalPage>
  );
}
