import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Card } from '#app/_ui/panel/panel.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import { services } from '#server/services.ts';
import { StaffPage } from '../../_staff/staff-page.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { staffFor } from '../../_way/person.ts';
import { personalTitle } from '../../_way/personal-title.ts';
import { mexicoCity } from '../../_way/screen-policy.ts';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'staff' });
  return personalTitle(locale, 'staff/reports', t('reports.title'));
}

export default async function StaffReports(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session } = await staffFor(locale, 'see-seller-reports');
  const [t, tMessages, words, { count, latest }] = await Promise.all([
    getTranslations({ locale, namespace: 'staff' }),
    getTranslations({ locale, namespace: 'messages' }),
    getWords(locale),
    services().sellerReports(),
  ]);
  return (
    <StaffPage locale={locale} path="staff/reports" session={session} title={t('reports.title')}>
      <p>{count === 0 ? t('reports.none') : t('home.reports', { count, countText: words.number(count) })}</p>
      {latest.map(({ id, at, act, where, contact }) => (
        <Card key={id}>
          <h2>{tMessages(`act.${act}`)}</h2>
          <SummaryList
            rows={[
              { term: t('reports.when'), value: t('draw.mexicoCity', { when: words.dateTime(at, mexicoCity) }) },
              { term: t('reports.where'), value: <Told text={where} /> },
              { term: t('reports.contact'), value: contact === '' ? t('reports.noContact') : <Told text={contact} /> },
            ]}
          />
        </Card>
      ))}
    </StaffPage>
  );
}

/** In any language and direction, line by line, and below its label whatever its direction. */
function Told({ text }: { readonly text: string }) {
  return text.split('\n').map((line, index) => (
    // Lines have no name but their place, and never move.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <div key={index} data-silent>
      <bdi>{line}</bdi>
    </div>
  ));
}
