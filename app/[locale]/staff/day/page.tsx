import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Button } from '#app/_ui/button/button.tsx';
import panel from '#app/_ui/panel/panel.module.css';
import { Unprinted } from '#app/_ui/panel/panel.tsx';
import { Select } from '#app/_ui/select/select.tsx';
import { isPortCode, ports } from '#core/policy/ports.ts';
import { can } from '#core/staff/permissions.ts';
import { services } from '#server/services.ts';
import { dayInQuery } from '../../_staff/day-in-query.ts';
import { StaffPage } from '../../_staff/staff-page.tsx';
import { type LocaleParams, pageLocale, queryOf, type SearchParams } from '../../_way/page-locale.ts';
import { staffFor } from '../../_way/person.ts';
import { personalTitle } from '../../_way/personal-title.ts';
import { portName } from '../../_way/port-name.ts';
import { DayTable } from './day-table.tsx';
import { MoveForm } from './move-form.tsx';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'staff' });
  return personalTitle(locale, 'staff/day', t('day.title'));
}

export default async function Day(props: LocaleParams & SearchParams) {
  const locale = await pageLocale(props);
  const { session, accountId } = await staffFor(locale, 'see-port-day');
  const [t, common, port, words, days, past] = await Promise.all([
    getTranslations({ locale, namespace: 'staff' }),
    getTranslations({ locale, namespace: 'common' }),
    getTranslations({ locale, namespace: 'port' }),
    getWords(locale),
    services().slotDays(),
    services().pastSlotDays(),
  ]);
  const asked = await queryOf(props, 'port');
  const chosenPort = asked !== undefined && isPortCode(asked) ? asked : undefined;
  const askedDay = await queryOf(props, 'day');
  const pastDay = past.find((other) => other === askedDay);
  const day = pastDay ?? dayInQuery(days, askedDay);
  return (
    <StaffPage
      locale={locale}
      path="staff/day"
      session={session}
      title={t('day.title')}
      labels={{ from: t('day.move.from'), to: t('day.move.to') }}
      {...(chosenPort && day ? { query: `port=${chosenPort}&day=${day}` } : {})}
    >
      <Unprinted>
        {/* GET: looking changes nothing, and the address can be kept. */}
        <form method="get" action={`/${locale}/staff/day`} className={panel.stack}>
          <Select
            name="port"
            label={t('day.port')}
            empty={common('choose')}
            value={chosenPort}
            options={ports.map(({ code }) => ({ value: code, label: portName(port, code) }))}
          />
          <Select
            name="day"
            label={t('day.day')}
            empty={common('choose')}
            value={day}
            options={[...past, ...days].map((other) => ({ value: other, label: words.day(other) }))}
          />
          <Button look="second">{t('day.show')}</Button>
        </form>
      </Unprinted>
      {chosenPort && day ? <DayTable locale={locale} actor={accountId} port={chosenPort} day={day} /> : null}
      {chosenPort && day && !pastDay && can(session.role, 'move-slot') ? (
        <MoveForm locale={locale} port={chosenPort} day={day} />
      ) : null}
    </StaffPage>
  );
}
