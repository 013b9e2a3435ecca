import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Button } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Table } from '#app/_ui/table/table.tsx';
import type { AccountId, PortCode } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import type { AppointmentState } from '#core/offer/appointment.ts';
import { showCode } from '#core/offer/code.ts';
import { portOf } from '#core/policy/ports.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { instantAt } from '#core/time/zone.ts';
import type { DayEntry } from '#server/services/port-day.ts';
import { services } from '#server/services.ts';
import { portName } from '../../_way/port-name.ts';
import { Conversation, hasAnswers } from './conversation.tsx';

type Props = {
  readonly locale: Locale;
  /** Who reads: answers are opened only for somebody. */
  readonly actor: AccountId;
  readonly port: PortCode;
  readonly day: LocalDay;
};

/** Who comes to a port on a day. */
export async function DayTable({ locale, actor, port, day }: Props) {
  const [t, ports, words, entries] = await Promise.all([
    getTranslations({ locale, namespace: 'staff' }),
    getTranslations({ locale, namespace: 'port' }),
    getWords(locale),
    services().portDay({ actor, port, day }),
  ]);
  const heading = t('day.heading', { port: portName(ports, port), day: words.day(day) });
  const now = services().now();
  /** Somebody has to write down whether they came. */
  const isUnwritten = ({ slot, state }: DayEntry) =>
    state === 'booked' && instantAt(slot, portOf(port).timeZone) <= now;
  if (entries.length === 0) {
    return (
      <>
        <h2>{heading}</h2>
        <p>{t('day.none')}</p>
      </>
    );
  }
  return (
    <Table
      id="day-list"
      caption={heading}
      head={[
        { title: t('day.time') },
        { title: t('day.name') },
        { title: t('day.people') },
        { title: t('day.code') },
        { title: t('day.stateLabel') },
        { title: t('day.conversation') },
        { title: t('day.act'), isBare: true },
      ]}
      rows={entries.map((entry) => ({
        key: entry.code,
        cells: [
          words.slotTime(entry.slot),
          <bdi key="name">{entry.name}</bdi>,
          words.number(entry.size),
          <bdi key="code" dir="ltr">
            {showCode(entry.code)}
          </bdi>,
          // The appointment's state in the database, one of the core's.
          isUnwritten(entry) ? t('day.unwritten') : t(`day.state.${entry.state as AppointmentState}`),
          hasAnswers(entry.people) ? <Conversation key="conversation" locale={locale} people={entry.people} /> : '',
          isUnwritten(entry) ? (
            <PageForm
              key="missed"
              locale={locale}
              page={`staff/day?port=${port}&day=${day}`}
              action="/api/staff/missed"
              hidden={{ code: entry.code }}
            >
              <Button look="second" aria-label={t('day.missedFor', { code: showCode(entry.code) })}>
                {t('day.missed')}
              </Button>
            </PageForm>
          ) : (
            ''
          ),
        ],
      }))}
    />
  );
}
