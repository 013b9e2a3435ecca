import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import type { Locale } from '#core/language/locales.ts';
import { dayIn } from '#core/time/zone.ts';
import type { DecidedView } from '#server/services/review.ts';
import type { Standing } from '#server/services.ts';
import { mexicoCity } from '../_way/screen-policy.ts';
import { CodeLink } from './group-line.tsx';
import { StatePanel } from './state-panel.tsx';

/** A person said yes to her asking, and the next pool takes her by itself: that is how she stands, and nothing else is. */
export function enteringBy(standing: Standing, decided: DecidedView | null): DecidedView | null {
  if (standing.step !== 'registered' || standing.needsTerms || standing.needsGuardian !== null) return null;
  return decided?.entersNext ? decided : null;
}

type Props = { readonly locale: Locale; readonly decided: DecidedView };

/** Instead of “you have not asked”: what was decided, and that she need not ask. */
export async function EntersNext({ locale, decided }: Props) {
  const [t, review, words] = await Promise.all([
    getTranslations({ locale, namespace: 'standing' }),
    getTranslations({ locale, namespace: 'review' }),
    getWords(locale),
  ]);
  return (
    <StatePanel look="good" title={review('told.for')} what={review(`told.${decided.reason}`)} nextTitle={t('next')}>
      <p>{review('told.entersNext')}</p>
      <p>{review('told.when', { when: words.day(dayIn(decided.decidedAt, mexicoCity)) })}</p>
      <CodeLink locale={locale} />
    </StatePanel>
  );
}
