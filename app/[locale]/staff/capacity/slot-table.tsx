import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Table } from '#app/_ui/table/table.tsx';
import type { Locale } from '#core/language/locales.ts';
import { can } from '#core/staff/permissions.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { services } from '#server/services.ts';
import type { PageSession } from '#server/session-for-pages.ts';
import { portName } from '../../_way/port-name.ts';
import { PlacesForm } from './places-form.tsx';

type Props = { readonly locale: Locale; readonly day: LocalDay; readonly session: PageSession };

/** The places of one day, a row for each port and time, each with its own form. */
export async function SlotTable({ locale, day, session }: Props) {
  const [t, port, words, slots] = await Promise.all([
    getTranslations({ locale, namespace: 'staff' }),
    getTranslations({ locale, namespace: 'port' }),
    getWords(locale),
    services().slots(day),
  ]);
  if (slots.length === 0) return <p>{t('capacity.none')}</p>;
  const outcome = session.outcomeFor('staff/capacity');
  const maySet = can(session.role, 'set-capacity');
  return (
    <Table
      caption={words.day(day)}
      head={[t('capacity.port'), t('capacity.time'), t('capacity.taken'), t('capacity.places')]}
      rows={slots.map((slot) => {
        const names = { port: portName(port, slot.port), time: words.slotTime(slot.slot) };
        const isEntered = outcome?.problem && outcome.entered['port'] === slot.port && outcome.entered['slot'] === slot.slot;
        return {
          key: `${slot.port} ${slot.slot}`,
          cells: [
            names.port,
            names.time,
            words.number(slot.taken),
            maySet ? (
              <PlacesForm
                key="form"
                locale={locale}
                page={`staff/capacity?day=${day}`}
                slot={slot}
                value={isEntered ? (outcome.entered['places'] ?? '') : String(slot.places)}
                isWrong={Boolean(isEntered)}
                texts={{
                  label: t('capacity.placesFor', names),
                  button: t('capacity.button'),
                  spoken: t('capacity.buttonFor', names),
                }}
              />
            ) : (
              words.number(slot.places)
            ),
          ],
        };
      })}
    />
  );
}
