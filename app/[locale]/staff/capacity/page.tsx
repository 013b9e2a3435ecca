import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Button } from '#app/_ui/button/button.tsx';
import panel from '#app/_ui/panel/panel.module.css';
import { Select } from '#app/_ui/select/select.tsx';
import { services } from '#server/services.ts';
import { dayInQuery } from '../../_staff/day-in-query.ts';
import { StaffPage } from '../../_staff/staff-page.tsx';
import { type LocaleParams, pageLocale, queryOf, type SearchParams } from '../../_way/page-locale.ts';
import { staffFor } from '../../_way/person.ts';
import { personalTitle } from '../../_way/personal-title.ts';
import { SlotTables } from './slot-tables.tsx';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'staff' });
  return personalTitle(locale, 'staff/capacity', t('capacity.title'));
}

export default async function Capacity(props: LocaleParams & SearchParams) {
  const locale = await pageLocale(props);
  const { session } = await staffFor(locale, 'see-capacity');
  const [t, common, words, days] = await Promise.all([
    getTranslations({ locale, namespace: 'staff' }),
    getTranslations({ locale, namespace: 'common' }),
    getWords(locale),
    services().slotDays(),
  ]);
  const day = dayInQuery(days, await queryOf(props, 'day'));
  return (
    <StaffPage
      locale={locale}
      path="staff/capacity"
      session={session}
      title={t('capacity.title')}
      labels={{ places: t('capacity.places') }}
      {...(day ? { query: `day=${day}` } : {})}
    >
      {day ? (
        <>
          {/* GET: looking changes nothing, and the address can be kept. */}
          <form method="get" action={`/${locale}/staff/capacity`} className={panel.stack}>
            <Select
              name="day"
              label={t('capacity.days')}
              empty={common('choose')}
              value={day}
              options={days.map((other) => ({ value: other, label: words.day(other) }))}
            />
            <Button look="second">{t('day.show')}</Button>
          </form>
          <p>{t('capacity.hint')}</p>
          <SlotTables locale={locale} day={day} session={session} />
        </>
      ) : (
        <p>{t('capacity.noDays')}</p>
      )}
    </StaffPage>
  );
}
