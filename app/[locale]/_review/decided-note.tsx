import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import type { AccountId } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import { dayIn } from '#core/time/zone.ts';
import type { DecidedView } from '#server/services/review.ts';
import { mexicoCity } from '../_way/screen-policy.ts';
import { PhotoLinks } from './photo-links.tsx';

type Props = {
  readonly locale: Locale;
  readonly accountId: AccountId;
  readonly decided: DecidedView;
  /** Whether she can still do the step, by herself or with another person. */
  readonly canAskAgain: boolean;
};

/** What a person decided, why, and what comes of it. */
export async function DecidedNote({ locale, accountId, decided, canAskAgain }: Props) {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'review' }), getWords(locale)]);
  const { decision, reason, decidedAt, entersNext, step } = decided;
  return (
    <Notice look={decision === 'for' ? 'good' : 'wait'} title={t(`told.${decision}`)}>
      <p>{t(`told.${reason}`)}</p>
      {entersNext ? <p>{t('told.entersNext')}</p> : null}
      <p>{t('told.when', { when: words.day(dayIn(decidedAt, mexicoCity)) })}</p>
      {decision === 'against' && step === 'photo' ? (
        <>
          <p>{t('told.photoNext')}</p>
          <PhotoLinks locale={locale} accountId={accountId} text={t('told.photoLink')} isChange />
        </>
      ) : null}
      {decision === 'against' && step !== 'photo' && canAskAgain ? (
        <>
          <p>{t('told.again')}</p>
          <ButtonLink look="second" href={`/${locale}/assisted`}>
            {t('told.link')}
          </ButtonLink>
        </>
      ) : null}
    </Notice>
  );
}
