import type { Translator } from '#app/_i18n/translator.ts';
import { signalKinds } from '#core/eligibility/signals/signal.ts';
import type { PortCode } from '#core/ids.ts';
import { appointmentStates } from '#core/offer/appointment.ts';
import { offerStates } from '#core/offer/offer.ts';
import { requestStates } from '#core/pool/request.ts';
import { decisionReasons, decisions } from '#core/review/decision.ts';
import type { Instant } from '#core/time/instant.ts';
import type { MyData, StoredRow } from '#server/services/my-data.ts';
import { portName } from '../_way/port-name.ts';

export type Happened = {
  readonly what: string;
  readonly at: Instant;
  /** Why, and what somebody wrote; null: it speaks for itself. */
  readonly said: readonly { readonly label: string | null; readonly text: string }[];
};

type Translators = {
  readonly t: Translator<'myData'>;
  readonly port: Translator<'port'>;
  readonly review: Translator<'review'>;
};

/** What happened, as sentences with their moments, oldest first. What isn't told here is in the file. */
export function happened({ registration, records }: MyData, { t, port, review }: Translators): readonly Happened[] {
  const rows = (table: string) => records[table] ?? [];
  const all = [
    ...(registration?.registeredAt ? [{ what: t('way.registered'), at: registration.registeredAt, said: [] }] : []),
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
    ...rows('assistance').flatMap((row) => helped(row, { t, review })),
    ...rows('outbox').map((row) => told(t('way.message'), row, 'sent_at', 'created_at')),
  ];
  return all.toSorted((one, other) => one.at - other.at);
}

/** That she asked a person, in her words; and what was decided, with the reason and the note of who decided. */
function helped(
  row: StoredRow,
  { t, review }: { readonly t: Translator<'myData'>; readonly review: Translator<'review'> },
): readonly Happened[] {
  const said = (label: string, name: string) => (text(row, name) === '' ? [] : [{ label, text: text(row, name) }]);
  const asked = { ...told(t('way.help'), row, 'asked_at'), said: said(t('way.said'), 'statement') };
  const decision = decisions.find((one) => one === row['decision']);
  if (!decision) return [asked];
  const reason = decisionReasons.find((one) => one === row['decision_reason']);
  const why = reason ? [{ label: null, text: review(`told.${reason}`) }] : [];
  const decided = told(review(`told.${decision}`), row, 'done_at');
  return [asked, { ...decided, said: [...why, ...said(t('way.note'), 'note')] }];
}

/** The first moment that the row has. */
function told(what: string, row: StoredRow, ...names: readonly string[]): Happened {
  const found = names.map((name) => row[name]).find((value) => typeof value === 'string');
  return { what, at: Date.parse(String(found)) as Instant, said: [] };
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
