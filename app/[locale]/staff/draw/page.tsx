import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { services } from '#server/services.ts';
import { StaffPage } from '../../_staff/staff-page.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { staffFor } from '../../_way/person.ts';
import { personalTitle } from '../../_way/personal-title.ts';
import { LastDraw, PoolNow } from './draw-view.tsx';
import { ReleaseCard } from './release-card.tsx';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'staff' });
  return personalTitle(locale, 'staff/draw', t('draw.title'));
}

export default async function Draw(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session, accountId } = await staffFor(locale, 'see-draw');
  const t = await getTranslations({ locale, namespace: 'staff' });
  const [{ pool, lastDraw, waitsFor, postponedDay }, release] = await Promise.all([
    services().drawView(),
    services().releaseView(accountId),
  ]);
  const words = await getWords(locale);
  return (
    <StaffPage locale={locale} path="staff/draw" session={session} title={t('draw.title')}>
      {postponedDay ? (
        <Notice look="wait" title={t('draw.postponedTitle', { day: words.day(postponedDay) })}>
          <p>{t('draw.postponedWhat')}</p>
        </Notice>
      ) : null}
      <PoolNow locale={locale} pool={pool} waitsFor={waitsFor} role={session.role} />
      {release ? <ReleaseCard locale={locale} view={release} role={session.role} /> : null}
      <Stack isClose>
        <h2>{t('draw.last')}</h2>
        <LastDraw locale={locale} lastDraw={lastDraw} />
      </Stack>
    </StaffPage>
  );
}
