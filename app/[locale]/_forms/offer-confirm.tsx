import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { CheckBox } from '#app/_ui/choice/choice.tsx';
import { DeviceSignals } from '#app/_ui/device-signals/device-signals.tsx';
import { FileField } from '#app/_ui/file-field/file-field.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { ScriptedOnly } from '#app/_ui/panel/panel.tsx';
import { Uploading } from '#app/_ui/sending/uploading.tsx';
import { services } from '#server/services.ts';
import { OfferTimer } from '../_offer/offer-timer.tsx';
import { PlaceStep } from '../_way/place-step.tsx';
import type { PersonForm } from './form-definition.ts';
import { SandboxWishes } from './sandbox-wishes.tsx';

export const confirmForm: PersonForm = {
  path: 'offer/confirm',
  action: '/api/offer/confirm',
  isMultipart: true,
  back: 'offer',
  from: ['offered'],
  needsScript: true,
  async words(locale) {
    const t = await getTranslations({ locale, namespace: 'offer' });
    return {
      title: t('confirm.title'),
      lead: t('confirm.what'),
      button: t('confirm.button'),
      labels: { photo: t('confirm.photo') },
    };
  },
  async Fields({ locale, entered, standing, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'offer' });
    const common = await getTranslations({ locale, namespace: 'common' });
    const ask = await getTranslations({ locale, namespace: 'ask' });
    const register = await getTranslations({ locale, namespace: 'register' });
    const review = await getTranslations({ locale, namespace: 'review' });
    const offer = standing?.step === 'offered' ? standing.offer : undefined;
    const words = await getWords(locale);
    return (
      <>
        {offer ? (
          <>
            <OfferTimer locale={locale} offer={offer} />
            <input type="hidden" name="offerId" value={offer.id} />
          </>
        ) : null}
        {offer && offer.misses > 0 ? (
          <Notice look="wait">
            <p>{t('confirm.misses', { count: offer.misses, countText: words.number(offer.misses) })}</p>
          </Notice>
        ) : null}
        <PlaceStep locale={locale} title={t('confirm.where')} why={t('confirm.whereWhy')} />
        <ScriptedOnly>
          {offer && offer.size > 1 ? <p>{t(`confirm.who.${offer.whoConfirms}`)}</p> : null}
          <ul>
            <li>{register('photo.face')}</li>
            <li>{register('photo.light')}</li>
          </ul>
          <FileField
            name="photo"
            label={t('confirm.photo')}
            problem={problemOf('photo')}
            button={common('photo.take')}
            chosen={common('photo.chosen')}
            preview={common('photo.preview')}
            capture="user"
          />
          <CheckBox name="maySeePhoto" label={review('photoConsent')} value="yes" isChecked />
          {services().sandboxes.includes('presence') ? (
            <SandboxWishes locale={locale} value={entered['sandboxWish']} />
          ) : null}
        </ScriptedOnly>
        <DeviceSignals />
        <Uploading words={{ sending: t('confirm.sending'), offline: ask('send.offline') }} />
      </>
    );
  },
  async After({ locale }) {
    const t = await getTranslations({ locale, namespace: 'offer' });
    const problem = await getTranslations({ locale, namespace: 'problem' });
    return (
      <ScriptedOnly>
        <p>{t('confirm.person')}</p>
        <ButtonLink look="second" href={`/${locale}/assisted`}>
          {problem('assisted')}
        </ButtonLink>
      </ScriptedOnly>
    );
  },
};
