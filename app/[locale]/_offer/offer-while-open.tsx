import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { WhileOpen } from '#app/_ui/countdown/while-open.tsx';
import type { Locale } from '#core/language/locales.ts';
import { type OfferView, services } from '#server/services.ts';
import { problemText } from '../_problem/problem-text.ts';

type Props = { readonly locale: Locale; readonly offer: OfferView; readonly children: ReactNode };

/**
 * The heading of an offer, and what it can be answered with; when its time runs out on the open page, what the server would
 * say then.
 */
export async function OfferWhileOpen({ locale, offer, children }: Props) {
  const [t, tOffer, meta] = await Promise.all([
    getTranslations({ locale, namespace: 'problem' }),
    getTranslations({ locale, namespace: 'offer' }),
    getTranslations({ locale, namespace: 'meta' }),
  ]);
  const { title, what, next } = problemText(t, { kind: 'offer-lapsed' });
  return (
    <WhileOpen
      deadline={offer.deadlineAt}
      now={services().now()}
      title={tOffer('title')}
      over={{
        title,
        pageTitle: meta('title', { page: title }),
        texts: [what, next],
        way: { href: `/${locale}/status`, text: t('status') },
      }}
    >
      {children}
    </WhileOpen>
  );
}
