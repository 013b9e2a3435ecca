import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Button, LineLink } from '#app/_ui/button/button.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import panel from '#app/_ui/panel/panel.module.css';
import { Select } from '#app/_ui/select/select.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import type { Locale } from '#core/language/locales.ts';
import { isLocalDay } from '#core/time/day.ts';
import type { StatisticsView } from '#server/services/statistics.ts';
import { services } from '#server/services.ts';
import { pageSession } from '#server/session-for-pages.ts';
import { DrawLinks } from '../_draws/draw-links.tsx';
import { type LocaleParams, pageLocale, queryOf, type SearchParams } from '../_way/page-locale.ts';
import { pageTitle } from '../_way/page-title.ts';
import { PolicyLink } from '../_way/policy-link.tsx';
import { StatisticsList } from './statistics-list.tsx';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'statistics' });
  return pageTitle(locale, t('title'));
}

/** What came of the draws, for everybody: one draw at a time, the last unless another is named. */
export default async function Statistics(props: LocaleParams & SearchParams) {
  const [locale, asked, session] = await Promise.all([pageLocale(props), queryOf(props, 'day'), pageSession()]);
  const day = asked !== undefined && isLocalDay(asked) ? asked : null;
  const [t, { days, shown }] = await Promise.all([
    getTranslations({ locale, namespace: 'statistics' }),
    services().statistics(day),
  ]);
  const page = shown && day ? `statistics?day=${shown.day}` : 'statistics';
  return (
    <Shell locale={locale} page={page} isSignedIn={session.accountId !== null}>
      <Heading title={t('title')} lead={t('what')} />
      {shown ? (
        <>
          <DayForm locale={locale} days={days} shown={shown.day} />
          <OneDraw locale={locale} shown={shown} />
          <LineLink href="/api/statistics.csv">{t('file')}</LineLink>
        </>
      ) : (
        <p>{t('none')}</p>
      )}
      <DrawLinks locale={locale} without="statistics" />
    </Shell>
  );
}

type DayProps = Pick<StatisticsView, 'days'> & { readonly locale: Locale; readonly shown: string };

async function DayForm({ locale, days, shown }: DayProps) {
  const [t, tStaff, common, words] = await Promise.all([
    getTranslations({ locale, namespace: 'statistics' }),
    getTranslations({ locale, namespace: 'staff' }),
    getTranslations({ locale, namespace: 'common' }),
    getWords(locale),
  ]);
  return (
    <form method="get" action={`/${locale}/statistics`} className={panel.stack}>
      <Select
        name="day"
        label={t('draw')}
        empty={common('choose')}
        value={shown}
        options={days.map((day) => ({ value: day, label: words.date(day) }))}
      />
      <Button look="second">{tStaff('day.show')}</Button>
    </form>
  );
}

type DrawProps = { readonly locale: Locale; readonly shown: NonNullable<StatisticsView['shown']> };

async function OneDraw({ locale, shown }: DrawProps) {
  const [t, tRelease, words] = await Promise.all([
    getTranslations({ locale, namespace: 'statistics' }),
    getTranslations({ locale, namespace: 'release' }),
    getWords(locale),
  ]);
  const { requests, policy, lists } = shown;
  return (
    <>
      <SummaryList
        rows={[
          { term: t('draw'), value: words.date(shown.day) },
          { term: tRelease('policy'), value: <PolicyLink locale={locale} name={policy} /> },
          { term: t('requests'), value: requests === null ? '–' : words.number(requests) },
        ]}
      />
      {requests === null ? (
        <p>{t('few')}</p>
      ) : (
        <>
          <p>{t('each')}</p>
          {lists.map((list) => (
            <StatisticsList key={list.name} locale={locale} list={list} />
          ))}
          <p>{t('hidden')}</p>
        </>
      )}
    </>
  );
}
