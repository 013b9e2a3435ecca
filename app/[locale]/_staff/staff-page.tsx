import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Tabs } from '#app/_ui/tabs/tabs.tsx';
import type { Locale } from '#core/language/locales.ts';
import { can, type StaffAct } from '#core/staff/permissions.ts';
import type { PageSession } from '#server/session-for-pages.ts';
import { PersonalPage } from '../_way/personal-page.tsx';

type StaffPath =
  | 'staff'
  | 'staff/capacity'
  | 'staff/draw'
  | 'staff/policies'
  | 'staff/day'
  | 'staff/reviews'
  | 'staff/review'
  | 'staff/lost-code'
  | 'staff/new-code'
  | 'staff/reports';
/** One review is reached from the list, and a new code from its review. */
type InMenu = Exclude<StaffPath, 'staff/review' | 'staff/new-code'>;

type Props = {
  readonly locale: Locale;
  readonly path: StaffPath;
  readonly query?: string;
  readonly session: PageSession;
  readonly title: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
};

/** What each page of staff is for; null for the one that all may see. */
const acts: Readonly<Record<StaffPath, StaffAct | null>> = {
  staff: null,
  'staff/capacity': 'see-capacity',
  'staff/draw': 'see-draw',
  'staff/policies': 'propose-policy',
  'staff/day': 'see-port-day',
  'staff/reviews': 'see-reviews',
  'staff/review': 'see-reviews',
  'staff/lost-code': 'find-lost-code',
  'staff/new-code': 'decide-review',
  'staff/reports': 'see-seller-reports',
};

/** A page of staff, with links to those pages that this role may see. */
export async function StaffPage({ locale, path, query, session, title, labels, children }: Props) {
  const [t, release] = await Promise.all([
    getTranslations({ locale, namespace: 'staff' }),
    getTranslations({ locale, namespace: 'release' }),
  ]);
  const names: Readonly<Record<InMenu, string>> = {
    staff: t('menu.home'),
    'staff/capacity': t('menu.capacity'),
    'staff/draw': t('menu.draw'),
    'staff/policies': release('policy'),
    'staff/day': t('menu.day'),
    'staff/reviews': t('menu.reviews'),
    'staff/lost-code': t('menu.lostCode'),
    'staff/reports': t('menu.reports'),
  };
  const current = path === 'staff/review' || path === 'staff/new-code' ? 'staff/reviews' : path;
  const tabs = (Object.keys(names) as InMenu[])
    .filter((page) => maySee(session.role, page))
    .map((page) => ({ href: `/${locale}/${page}`, text: names[page], isCurrent: page === current }));
  return (
    <PersonalPage
      locale={locale}
      path={path}
      session={session}
      isWide
      menu={<Tabs label={t('menu.label')} tabs={tabs} />}
      {...(query === undefined ? {} : { query })}
      {...(labels === undefined ? {} : { labels })}
    >
      <Heading title={title} />
      {children}
    </PersonalPage>
  );
}

export function maySee(role: string, page: StaffPath): boolean {
  const act = acts[page];
  return act === null || can(role, act);
}
