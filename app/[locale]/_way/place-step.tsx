import { getTranslations } from 'next-intl/server';
import { NeedsLine } from '#app/_pwa/line/needs-line.tsx';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Card, ScriptedOnly } from '#app/_ui/panel/panel.tsx';
import { PlaceCheck } from '#app/_ui/place-check/place-check.tsx';
import { isDemonstration } from '#app/_ui/shell/shell.tsx';
import type { Locale } from '#core/language/locales.ts';
import { placeKinds, refusalBook } from '../_problem/refusal-book.ts';
import { screenPolicy } from './screen-policy.ts';

type Props = { readonly locale: Locale; readonly title: string; readonly why: string };

/** Where the phone is: asked for when a place is asked for, and again when it is confirmed. */
export async function PlaceStep({ locale, title, why }: Props) {
  const [t, common, sandbox, book] = await Promise.all([
    getTranslations({ locale, namespace: 'ask' }),
    getTranslations({ locale, namespace: 'common' }),
    getTranslations({ locale, namespace: 'sandbox' }),
    refusalBook(locale, placeKinds),
  ]);
  return (
    <Card>
      <h2>{title}</h2>
      <p>{why}</p>
      <NeedsLine locale={locale} />
      <noscript>
        <Notice look="wait">
          <p>{common('needsScript.location')}</p>
          <p>{common('needsScript.assisted')}</p>
          <ButtonLink look="second" href={`/${locale}/assisted`}>
            {t('refused.assisted')}
          </ButtonLink>
        </Notice>
      </noscript>
      <ScriptedOnly>
        <PlaceCheck
          policy={screenPolicy().geofence}
          words={{
            button: t('send.where.button'),
            asking: t('send.where.asking'),
            looking: t('send.where.looking'),
            inside: t('send.where.inside'),
            accuracy: t('send.where.accuracy', { meters: '{meters}' }),
            retry: t('refused.retry'),
            book,
          }}
          sandbox={
            isDemonstration
              ? {
                  label: sandbox('label'),
                  note: sandbox('location.note'),
                  question: sandbox('location.question'),
                  phone: sandbox('location.phone'),
                  inside: sandbox('location.inside'),
                  outside: sandbox('location.outside'),
                }
              : undefined
          }
        />
      </ScriptedOnly>
    </Card>
  );
}
