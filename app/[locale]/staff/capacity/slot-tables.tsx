import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Table } from '#app/_ui/table/table.tsx';
import type { PortCode } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import { ports } from '#core/policy/ports.ts';
import { can } from '#core/staff/permissions.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { type SlotView, services } from '#server/services.ts';
import type { PageSession } from '#server/session-for-pages.ts';
import { fieldText } from '../../_problem/problem-text.ts';
import { portName } from '../../_way/port-name.ts';
import { PlacesForm } from './places-form.tsx';

type DayProps = { readonly locale: Locale; readonly day: LocalDay; readonly session: PageSession };

/** The places of one day: a table for each port, in which each time has its own form. */
export async function SlotTables({ locale, day, session }: DayProps) {
  const [t, slots] = await Promise.all([getTranslations({ locale, namespace: 'staff' }), services().slots(day)]);
  if (slots.length === 0) return <p>{t('capacity.none')}</p>;
  return ports
    .map(({ code }) => ({ code, ofPort: slots.filter(({ port }) => port === code) }))
    .filter(({ ofPort }) => ofPort.length > 0)
    .map(({ code, ofPort }) => (
      <PortTable key={code} locale={locale} day={day} session={session} port={code} slots={ofPort} />
    ));
}

type PortProps = DayProps & { readonly port: PortCode; readonly slots: readonly SlotView[] };

async function PortTable({ locale, day, session, port, slots }: PortProps) {
  const [t, tPort, tProblem, words] = await Promise.all([
    getTranslations({ locale, namespace: 'staff' }),
    getTranslations({ locale, namespace: 'port' }),
    getTranslations({ locale, namespace: 'problem' }),
    getWords(locale),
  ]);
  const { entered, problem } = session.outcomeFor('staff/capacity') ?? { entered: {}, problem: null };
  const wrongPlaces = problem?.fields?.find(({ field }) => field === 'places');
  return (
    <Table
      id={`places-${port}`}
      caption={portName(tPort, port)}
      isDense
      head={[{ title: t('capacity.time') }, { title: t('capacity.taken') }, { title: t('capacity.places') }]}
      rows={slots.map(({ slot, places, taken }) => {
        const names = { port: portName(tPort, port), time: words.slotTime(slot) };
        const isWrong = problem !== null && entered['port'] === port && entered['slot'] === slot;
        return {
          key: slot,
          cells: [
            names.time,
            words.number(taken),
            can(session.role, 'set-capacity') ? (
              <PlacesForm
                key="form"
                locale={locale}
                page={`staff/capacity?day=${day}`}
                port={port}
                slot={slot}
                value={isWrong ? (entered['places'] ?? '') : String(places)}
                isWrong={isWrong}
                problem={isWrong && wrongPlaces ? fieldText(tProblem, wrongPlaces) : undefined}
                texts={{
                  label: t('capacity.placesFor', names),
                  button: t('capacity.button'),
                  spoken: t('capacity.buttonFor', names),
                }}
              />
            ) : (
              words.number(places)
            ),
          ],
        };
      })}
    />
  );
}
