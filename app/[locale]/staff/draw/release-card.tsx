import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Button } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Card, Stack } from '#app/_ui/panel/panel.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import { Table } from '#app/_ui/table/table.tsx';
import type { PortCode } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import { can } from '#core/staff/permissions.ts';
import type { ReleaseView } from '#server/services/release.ts';
import { services } from '#server/services.ts';
import { PolicyLink } from '../../_way/policy-link.tsx';
import { portName } from '../../_way/port-name.ts';

type Props = { readonly locale: Locale; readonly view: ReleaseView; readonly role: string };

/** What a closed pool holds, before anything of the draw is revealed, and how many supervisors have released it. */
export async function ReleaseCard({ locale, view, role }: Props) {
  const [t, tStaff, ports, words] = await Promise.all([
    getTranslations({ locale, namespace: 'release' }),
    getTranslations({ locale, namespace: 'staff' }),
    getTranslations({ locale, namespace: 'port' }),
    getWords(locale),
  ]);
  const { needed, released, announcementHash } = view;
  const progress = t('of', { released: words.number(released), needed: words.number(needed) });
  return (
    <Card>
      <h2>{t('title')}</h2>
      <SummaryList
        rows={[
          { term: tStaff('draw.requests'), value: words.number(view.requests) },
          { term: tStaff('day.people'), value: words.number(view.people) },
          { term: t('policy'), value: <PolicyLink locale={locale} name={view.policy} /> },
          { term: t('hash'), value: <bdi dir="ltr">{announcementHash}</bdi> },
          ...(needed > 0 ? [{ term: t('by'), value: progress }] : []),
        ]}
      />
      <Table
        id="release-ports"
        caption={t('byPort')}
        head={[tStaff('day.port'), tStaff('draw.requests'), tStaff('day.people'), tStaff('capacity.places')].map(
          (title) => ({ title }),
        )}
        rows={view.byPort.map(({ port, requests, people, places }) => ({
          key: port,
          // The capacity that was announced has the codes of our ports alone.
          cells: [portName(ports, port as PortCode), ...[requests, people, places].map(words.number)],
        }))}
      />
      <p>{t('each')}</p>
      <WhatNow locale={locale} view={view} role={role} />
    </Card>
  );
}

/** The one thing that is left to do, or why there is none for who looks. */
async function WhatNow({ locale, view, role }: Props) {
  const t = await getTranslations({ locale, namespace: 'release' });
  const { needed, released, isMine, announcementHash } = view;
  if (needed === 0) return services().mode === 'demonstration' ? <p>{t('unneeded')}</p> : null;
  if (released >= needed) return <p>{t('ready')}</p>;
  if (isMine) return <p>{t('mine')}</p>;
  if (!can(role, 'release-draw')) return null;
  return (
    <Stack isClose>
      <p>{t('what')}</p>
      <PageForm
        locale={locale}
        page="staff/draw"
        action="/api/staff/release"
        hidden={{ announcement: announcementHash }}
      >
        <Button>{t('button')}</Button>
      </PageForm>
    </Stack>
  );
}
