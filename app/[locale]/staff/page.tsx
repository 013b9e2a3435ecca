import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { can, isStaffRole } from '#core/staff/permissions.ts';
import { services } from '#server/services.ts';
import { maySee, StaffPage } from '../_staff/staff-page.tsx';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { signedIn } from '../_way/person.ts';
import { personalTitle } from '../_way/personal-title.ts';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'staff' });
  return personalTitle(locale, 'staff', t('home.title'));
}

export default async function StaffHome(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session } = await signedIn(locale);
  if (!isStaffRole(session.role)) redirect(`/${locale}/status`);
  const [t, release, policy, words, waiting, reports] = await Promise.all([
    getTranslations({ locale, namespace: 'staff' }),
    getTranslations({ locale, namespace: 'release' }),
    getTranslations({ locale, namespace: 'policy' }),
    getWords(locale),
    services().reviews(null),
    services().countSellerReports(),
  ]);
  const texts = {
    'staff/draw': can(session.role, 'release-draw') ? release('home') : t('home.draw'),
    'staff/policies': policy('proposal.home'),
    'staff/capacity': t('home.capacity'),
    'staff/day': t('home.day'),
    'staff/reviews': t('home.reviews', { count: waiting.length, countText: words.number(waiting.length) }),
    'staff/lost-code': t('home.lostCode'),
    'staff/reports': t('home.reports', { count: reports, countText: words.number(reports) }),
  } as const;
  return (
    <StaffPage locale={locale} path="staff" session={session} title={t('home.title')}>
      <Stack isClose>
        {(Object.keys(texts) as (keyof typeof texts)[])
          .filter((page) => maySee(session.role, page))
          .map((page) => (
            <ButtonLink key={page} look="second" href={`/${locale}/${page}`}>
              {texts[page]}
            </ButtonLink>
          ))}
      </Stack>
    </StaffPage>
  );
}
