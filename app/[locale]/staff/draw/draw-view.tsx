import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Button } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Card } from '#app/_ui/panel/panel.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import type { Locale } from '#core/language/locales.ts';
import { can, type StaffAct } from '#core/staff/permissions.ts';
import type { DrawView } from '#server/services.ts';
import { mexicoCity } from '../../_way/screen-policy.ts';

type PoolProps = Pick<DrawView, 'pool' | 'waitsFor'> & { readonly locale: Locale; readonly role: string };

/** What can be done by hand in each state. */
const hands = {
  open: { act: 'close-pool', action: '/api/staff/close', button: 'closeButton' },
  closed: { act: 'draw-pool', action: '/api/staff/draw', button: 'drawButton' },
  none: { act: 'open-pool', action: '/api/staff/open', button: 'openButton' },
} as const satisfies Record<string, { readonly act: StaffAct; readonly action: string; readonly button: string }>;

/** The day's pool, and the one button that its state allows. */
export async function PoolNow({ locale, pool, waitsFor, role }: PoolProps) {
  const [t, release, words] = await Promise.all([
    getTranslations({ locale, namespace: 'staff' }),
    getTranslations({ locale, namespace: 'release' }),
    getWords(locale),
  ]);
  const others = waitsFor.filter((name) => name !== 'operator');
  // The operator signs what two supervisors have released.
  const waits = others.length < waitsFor.length ? release('waits') : t('draw.waits');
  const hand = hands[pool?.state === 'open' || pool?.state === 'closed' ? pool.state : 'none'];
  return (
    <Card>
      {pool ? (
        <>
          <h2>{t('draw.pool', { day: words.day(pool.day) })}</h2>
          <SummaryList
            rows={[
              { term: t('draw.state'), value: waitsFor.length > 0 ? waits : t(`draw.${pool.state}`) },
              ...(others.length > 0
                ? [{ term: t('draw.waitsFor'), value: <bdi dir="ltr">{others.join(', ')}</bdi> }]
                : []),
              { term: t('draw.requests'), value: words.number(pool.requests) },
              // By hand it may have been closed long before.
              ...(pool.state === 'open'
                ? [
                    {
                      term: t('draw.closesAt'),
                      value: t('draw.mexicoCity', { when: words.dateTime(pool.closesAt, mexicoCity) }),
                    },
                  ]
                : []),
            ]}
          />
        </>
      ) : (
        <p>{t('draw.noPool')}</p>
      )}
      {can(role, hand.act) && waitsFor.length === 0 ? (
        <PageForm locale={locale} page="staff/draw" action={hand.action}>
          <Button>{t(`draw.${hand.button}`)}</Button>
        </PageForm>
      ) : null}
    </Card>
  );
}

type LastProps = { readonly locale: Locale; readonly lastDraw: DrawView['lastDraw'] };

export async function LastDraw({ locale, lastDraw }: LastProps) {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'staff' }), getWords(locale)]);
  if (!lastDraw) return <p>{t('draw.noDraw')}</p>;
  return (
    <SummaryList
      rows={[
        { term: t('draw.number'), value: words.number(lastDraw.number) },
        { term: t('draw.day'), value: words.day(lastDraw.day) },
        { term: t('draw.requests'), value: words.number(lastDraw.requests) },
        { term: t('draw.chosen'), value: words.number(lastDraw.chosen) },
        { term: t('draw.hash'), value: <bdi dir="ltr">{lastDraw.resultHash}</bdi> },
      ]}
    />
  );
}
