import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { LineLink } from '#app/_ui/button/button.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import { Table } from '#app/_ui/table/table.tsx';
import type { PortCode } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import type { PublishedDraw } from '#server/services/draws.ts';
import { PolicyLink } from '../_way/policy-link.tsx';
import { portName } from '../_way/port-name.ts';
import { mexicoCity } from '../_way/screen-policy.ts';
import { Exact } from './exact.tsx';

type Props = { readonly locale: Locale; readonly draw: PublishedDraw };

/** When it was, and the numbers that bind everything to it. */
export async function DrawFacts({ locale, draw }: Props) {
  const [t, staff, words] = await Promise.all([
    getTranslations({ locale, namespace: 'draws' }),
    getTranslations({ locale, namespace: 'staff' }),
    getWords(locale),
  ]);
  const { result, announcementHash } = draw;
  return (
    <>
      <SummaryList
        rows={[
          { term: t('day.number'), value: words.number(draw.draw) },
          { term: staff('draw.requests'), value: words.number(draw.count) },
          { term: t('day.closed'), value: words.dateTime(draw.announcedAt, mexicoCity) },
          ...(result ? [{ term: staff('draw.drawn'), value: words.dateTime(result.drawnAt, mexicoCity) }] : []),
          { term: t('day.policy'), value: <PolicyLink locale={locale} name={draw.policy} /> },
        ]}
      />
      <Stack isClose>
        <h2>{t('control.title')}</h2>
        <p>{t('control.what')}</p>
        <Exact
          rows={[
            [t('control.list'), announcementHash],
            [t('control.seed'), result?.seed ?? ''],
            [t('control.result'), result?.resultHash ?? ''],
            [t('control.slots'), result?.slotRoot ?? ''],
          ]}
        />
      </Stack>
    </>
  );
}

/** By port; a count that would say too much of single people is left out. */
export async function Counts({ locale, draw }: Props) {
  if (!draw.result) return null;
  const [t, staff, offer, port, words] = await Promise.all([
    getTranslations({ locale, namespace: 'draws' }),
    getTranslations({ locale, namespace: 'staff' }),
    getTranslations({ locale, namespace: 'offer' }),
    getTranslations({ locale, namespace: 'port' }),
    getWords(locale),
  ]);
  const shown = (count: number | null) => (count === null ? t('counts.few') : words.number(count));
  return (
    <Table
      id="counts"
      caption={t('counts.title')}
      head={[{ title: offer('port') }, { title: staff('draw.requests') }, { title: offer('people') }]}
      rows={draw.result.counts.map(({ port: code, requests, people }) => ({
        key: code,
        cells: [portName(port, code as PortCode), shown(requests), shown(people)],
      }))}
    />
  );
}

export async function Parties({ locale, draw }: Props) {
  const t = await getTranslations({ locale, namespace: 'draws' });
  const said = (isDone: boolean) => (isDone ? t('parties.yes') : t('parties.notYet'));
  return (
    <Table
      id="parties"
      caption={t('parties.title')}
      head={[
        { title: t('parties.party') },
        { title: t('parties.list') },
        { title: t('parties.secret') },
        { title: t('parties.result') },
      ]}
      rows={draw.parties.map(({ name, hasSigned, hasRevealed, hasSignedResult }) => ({
        key: name,
        cells: [<bdi key={name}>{name}</bdi>, said(hasSigned), said(hasRevealed), said(hasSignedResult)],
      }))}
    />
  );
}

/** To download, as they are. */
export async function DrawFiles({ locale, draw }: Props) {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'draws' }), getWords(locale)]);
  return (
    <Stack isClose>
      <h2>{t('files.title')}</h2>
      {draw.stage === 'released' ? null : (
        <p>{t('files.later', { when: words.dateTime(draw.releasedFrom, mexicoCity) })}</p>
      )}
      <div dir="ltr">
        {draw.files.map((name) => (
          <LineLink key={name} href={`/api/draws/${draw.day}/${name}`}>
            {name}
          </LineLink>
        ))}
      </div>
    </Stack>
  );
}
