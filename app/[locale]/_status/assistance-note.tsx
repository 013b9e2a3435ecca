import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import type { AccountId } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import { showCode } from '#core/offer/code.ts';
import { dayIn } from '#core/time/zone.ts';
import { type AssistanceView, type Standing, services } from '#server/services.ts';
import { DecidedNote } from '../_review/decided-note.tsx';
import { stepNeeding } from '../_review/step-needing.ts';
import { WhatWaits } from '../_review/what-waits.tsx';
import { mexicoCity } from '../_way/screen-policy.ts';
import { enteringBy } from './enters-next.tsx';

type Props = { readonly locale: Locale; readonly accountId: AccountId; readonly standing: Standing };

/** While another step waits for a person, that it does. After that: what she decided. */
export async function AssistanceNote({ locale, accountId, standing }: Props) {
  const [assistance, decided] = await Promise.all([services().assistance(accountId), services().decided(accountId)]);
  const canAskAgain = stepNeeding(standing) !== null;
  // It stands at the top of the same screen.
  if (enteringBy(standing, decided)) return null;
  if (decided) return <DecidedNote locale={locale} accountId={accountId} decided={decided} canAskAgain={canAskAgain} />;
  return assistance && !isNext(standing, assistance) ? <AskedNote locale={locale} assistance={assistance} /> : null;
}

/** It stands above, first of what comes next: the step that she is at waits for the person. */
function isNext({ step }: Standing, assistance: AssistanceView): boolean {
  return step === 'held' || (step === 'registered' && assistance.step === 'ask');
}

type AskedProps = { readonly locale: Locale; readonly assistance: AssistanceView };

/** That a person was asked: the short code to show, what for, and since when. */
export async function AskedNote({ locale, assistance }: AskedProps) {
  const [t, assisted, words] = await Promise.all([
    getTranslations({ locale, namespace: 'standing' }),
    getTranslations({ locale, namespace: 'assisted' }),
    getWords(locale),
  ]);
  return (
    <Notice title={t('assistance.title')}>
      <p data-silent>{t('assistance.what', { code: showCode(assistance.code) })}</p>
      <WhatWaits locale={locale} assistance={assistance} />
      <p>{assisted('code.since', { when: words.day(dayIn(assistance.askedAt, mexicoCity)) })}</p>
      <ButtonLink look="second" href={`/${locale}/assisted`}>
        {t('assistance.link')}
      </ButtonLink>
    </Notice>
  );
}
