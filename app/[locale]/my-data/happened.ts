import type { Translator } from '#app/_i18n/translator.ts';
import { signalKinds } from '#core/eligibility/signals/signal.ts';
import type { PortCode } from '#core/ids.ts';
import { appointmentStates } from '#core/offer/appointment.ts';
import { offerStates } from '#core/offer/offer.ts';
import { requestStates } from '#core/pool/request.ts';
import type { Instant } from '#core/time/instant.ts';
import type { MyData, StoredRow } from '#server/services/my-data.ts';
import { portName } from '../_way/port-name.ts';

export type Happened = { readonly what: string; readonly at: Instant };

type Translators = { readonly t: Translator<'myData'>; readonly port: Translator<'port'> };

/** What happened, as sentences with their moments, oldest first. What isn't told here is in the file. */
export function happened({ registration, records }: MyData, { t, port }: Translators): readonly Happened[] {
  const rows = (table: string) => records[table] ?? [];
  const all = [
    ...(registration?.registeredAt ? [{ what: t('way.registered'), at: registration.registeredAt }] : []),
    ...rows('acceptances').map((row) => told(t('way.terms', { version: text(row, 'version') }), row, 'accepted_at')),
    ...rows('requests').flatMap((row) => {
      const state = requestStates.find((one) => one === row['state']);
      return state ? [told(t(`request.${state}`), row, 'ended_at', 'asked_at')] : [];
    }),
    ...rows('offers').flatMap((row) => {
      const state = offerStates.find((one) => one === row['state']);
      return state ? [told(t(`offer.${state}`), row, 'ended_at', 'extended_at', 'made_at')] : [];
    }),
    ...rows('appointments').flatMap((row) => {
      const state = appointmentStates.find((one) => one === row['state']);
      if (!state) return [];
      const at = portName(port, text(row, 'port') as PortCode);
      return [told(t(`appointment.${state}`, { port: at }), row, 'ended_at', 'booked_at')];
    }),
    ...rows('assistance').map((row) => told(t('way.help'), row, 'asked_at')),
    ...rows('outbox').map((row) => told(t('way.message'), row, 'sent_at', 'created_at')),
  ];
  return all.toSorted((one, other) => one.at - other.at);
}

/** The first moment that the row has. */
function told(what: string, row: StoredRow, ...names: readonly string[]): Happened {
  const found = names.map((name) => row[name]).find((value) => typeof value === 'string');
  return { what, at: Date.parse(String(found)) as Instant };
}

function text(row: StoredRow, name: string): string {
  const value = row[name];
  return typeof value === 'string' ? value : '';
}

/** Each kind of mark once, in her words. */
export function noticed({ records }: MyData, t: Translator<'myData'>): readonly string[] {
  const kinds = new Set((records['signals'] ?? []).map((row) => text(row, 'kind')));
  return signalKinds.filter((kind) => kinds.has(kind)).map((kind) => t(`seen.${kind}`));
}
