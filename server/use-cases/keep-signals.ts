import { randomUUID } from 'node:crypto';
import { cellOf, isPlace, type Place } from '#core/eligibility/place.ts';
import { readSequence } from '#core/eligibility/signals/script.ts';
import type { Signal } from '#core/eligibility/signals/signal.ts';
import { signalsOf } from '#core/eligibility/signals.ts';
import type { RegistrationId } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Registration } from '#server/db/repositories/registrations.ts';
import { addRhythm } from '#server/db/repositories/rhythms.ts';
import { addCoarsePlace, addSignals, recentPlaces } from '#server/db/repositories/signals.ts';
import type { PhoneMarks, ReportedPlace } from '#server/services.ts';
import type { Tools } from './tools.ts';

const day = 24 * 3_600_000;

type Seen = {
  readonly registration: Pick<Registration, 'id' | 'primaryLanguage'>;
  readonly place: ReportedPlace | undefined;
  readonly marks: PhoneMarks;
  /** The language of her screens. */
  readonly locale: string;
};

/**
 * Writes down what looks odd, for people to look at; nothing is decided by it. Of a place its coarse cell is kept, sealed,
 * and a keyed token by which the very same place is known again, both for 24 hours; of the rest, kinds and reasons.
 */
export async function keepSignals(tools: Tools, { registration, place: reported, marks, locale }: Seen): Promise<void> {
  const now = tools.now();
  const { id: registrationId } = registration;
  const place = reported && isPlace(reported) ? reported : undefined;
  const placeToken = place ? tokenOf(tools, registrationId, place) : null;
  const recent = await recentPlaces(tools.db.kysely, registrationId, (now - day) as Instant);
  const rhythm = readSequence(marks);
  const sameSequences = rhythm
    ? await addRhythm(tools.db.kysely, { token: tools.vault.token('rhythm', rhythm), registrationId, now })
    : 0;
  const signals = signalsOf({
    report: marks,
    place,
    now,
    earlier: recent.map(({ id, sealed, at, placeToken: earlier }) => ({
      cell: String(openCell(tools, id, sealed)),
      at,
      isSame: placeToken !== null && earlier === placeToken,
    })),
    languages: [locale, ...(registration.primaryLanguage ? [registration.primaryLanguage] : [])],
    sameSequences,
  });
  if (place) {
    const id = randomUUID();
    const sealed = tools.vault.sealJson(cellOf(place), { table: 'coarse_places', column: 'sealed', row: id });
    await addCoarsePlace(tools.db.kysely, { id, registrationId, sealed, placeToken, now });
  }
  await addSignals(
    tools.db.kysely,
    signals.map((signal) => ({ ...withoutRaw(tools, signal), registrationId, now })),
  );
}

/** Of this registration alone: the same place of two people is not to be seen by it. */
function tokenOf(tools: Tools, registrationId: RegistrationId, { latitude, longitude }: Place): string {
  return tools.vault.token('place', `${registrationId} ${latitude} ${longitude}`);
}

function openCell(tools: Tools, row: string, sealed: Uint8Array): unknown {
  return tools.vault.openJson(sealed, { table: 'coarse_places', column: 'sealed', row });
}

/** A visitor id is compared, never read. */
function withoutRaw(tools: Tools, signal: Signal): Signal {
  const { visitorId } = signal.detail;
  return typeof visitorId === 'string'
    ? { kind: signal.kind, detail: { visitor: tools.vault.token('visitor', visitorId) } }
    : signal;
}
