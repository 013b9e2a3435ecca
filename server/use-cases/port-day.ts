import type { AccountId, PortCode } from '#core/ids.ts';
import type { AppointmentState } from '#core/offer/appointment.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { type PortDayEntry, portDay as portDayRows } from '#server/db/repositories/appointments.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import type { DayEntry, PersonAtPort } from '#server/services/port-day.ts';
import { countingOf, nameOf } from './group-record.ts';
import { type PersonRecord, readGroups } from './person-record.ts';
import type { Tools } from './tools.ts';

/** She is to come, or came: for who gave the place back or never came, nobody gets anything ready. */
const isExpected: Readonly<Record<AppointmentState, boolean>> = {
  booked: true,
  'checked-in': true,
  cancelled: false,
  missed: false,
  moved: false,
};

/** Who comes to a port on a day; opens the few records that the list needs, and writes down who read the answers. */
export async function portDay(
  tools: Tools,
  { actor, port, day }: { readonly actor?: AccountId; readonly port: PortCode; readonly day: LocalDay },
): Promise<readonly DayEntry[]> {
  const db = tools.db.kysely;
  if (actor) await recordAct(db, { actor, action: 'see-port-day', detail: { port, day }, now: tools.now() });
  const rows = whereTheyAre(await portDayRows(db, port, day));
  const groups = await readGroups(
    tools,
    db,
    rows.map(({ registrationId }) => registrationId),
  );
  return rows.flatMap(({ slotLocal: slot, size, code, state, registrationId }) => {
    const coming = countingOf(groups.get(registrationId) ?? []);
    const [first] = coming;
    // Whose group was deleted or is in another's: the appointment is over, and nobody is left to name.
    if (!first) return [];
    const people = actor && isExpected[state] ? coming.map(atPort) : [];
    return [{ slot, name: nameOf(first.answers), size, code, state, people }];
  });
}

/** A move keeps the code: who was moved within the day, or out of it and back, stands where she is now, and once. */
function whereTheyAre(rows: readonly PortDayEntry[]): readonly PortDayEntry[] {
  const isLater = (one: PortDayEntry, other: PortDayEntry) =>
    (one.state === 'moved') === (other.state === 'moved') ? one.bookedAt > other.bookedAt : other.state === 'moved';
  const last = new Map<string, PortDayEntry>();
  for (const row of rows) {
    const other = last.get(row.code);
    if (!other || isLater(row, other)) last.set(row.code, row);
  }
  return rows.filter((row) => last.get(row.code) === row);
}

function atPort({ id, answers }: PersonRecord): PersonAtPort {
  const { primaryLanguage, languages, needs, document } = answers;
  return {
    id,
    name: nameOf(answers),
    languages: [...(primaryLanguage ? [primaryLanguage] : []), ...(languages ?? [])],
    needs: needs ?? null,
    document: document ? { kind: document.kind, country: document.country, lastFour: document.number.slice(-4) } : null,
  };
}
