import { type Selectable, sql } from 'kysely';
import type { PortCode } from '#core/ids.ts';
import type { LocalDay, LocalMinute } from '#core/time/instant.ts';
import type { Db, Schema, Trx } from '../schema.ts';

export type Port = Readonly<Selectable<Schema['ports']>>;
export type Slot = Readonly<Selectable<Schema['slots']>>;

export async function listPorts(db: Db): Promise<readonly Port[]> {
  return db.selectFrom('ports').selectAll().orderBy('ordinal').execute();
}

/** Those that are there already stay as they are. */
export async function addPorts(db: Db, ports: readonly Port[]): Promise<void> {
  if (ports.length === 0) return;
  await db
    .insertInto('ports')
    .values([...ports])
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
}

export type NewSlot = Pick<Slot, 'port' | 'slotLocal' | 'places' | 'reserve'>;

/** Those that are there already stay as they are. */
export async function addSlots(db: Db, slots: readonly NewSlot[]): Promise<void> {
  if (slots.length === 0) return;
  await db
    .insertInto('slots')
    .values(slots.map((slot) => ({ ...slot, day: dayOf(slot.slotLocal) })))
    .onConflict((conflict) => conflict.columns(['port', 'slotLocal']).doNothing())
    .execute();
}

/** Of all ports, by port and slot: what a draw's capacity is made from. */
export async function slotsOfDay(db: Db, day: LocalDay): Promise<readonly Slot[]> {
  return db.selectFrom('slots').selectAll().where('day', '=', day).orderBy('port').orderBy('slotLocal').execute();
}

/** Days that have slots, from `from` on, soonest first. */
export async function slotDays(db: Db, from: LocalDay): Promise<readonly LocalDay[]> {
  const rows = await db.selectFrom('slots').select('day').distinct().where('day', '>=', from).orderBy('day').execute();
  return rows.map((row) => row.day);
}

/**
 * Makes the slot or changes its places. `in-use`: more people are in it than the new places and reserve hold; before its
 * draw, also where they would leave no place for it.
 */
export async function setCapacity(
  db: Db,
  { isDrawn = true, ...slot }: NewSlot & { readonly isDrawn?: boolean },
): Promise<'set' | 'in-use'> {
  const { rows } = await sql`
    insert into slots (port, slot_local, day, places, reserve)
    values (${slot.port}, ${slot.slotLocal}, ${dayOf(slot.slotLocal)}, ${slot.places}, ${slot.reserve})
    on conflict (port, slot_local) do update set places = excluded.places, reserve = excluded.reserve
    where slots.taken <= excluded.places + ${isDrawn ? slot.reserve : -1}::int
    returning port`.execute(db);
  return rows.length === 1 ? 'set' : 'in-use';
}

/** A port's slots of a day, held until the transaction ends. */
export async function lockSlots(trx: Trx, port: PortCode, day: LocalDay): Promise<readonly Slot[]> {
  return trx.selectFrom('slots').selectAll().where('port', '=', port).where('day', '=', day).forUpdate().execute();
}

/** Only while nobody is in it. */
export async function removeSlot(db: Db, port: PortCode, slotLocal: LocalMinute): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('slots')
    .where('port', '=', port)
    .where('slotLocal', '=', slotLocal)
    .where('taken', '=', 0)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export type Places = { readonly port: PortCode; readonly slotLocal: LocalMinute; readonly size: number };

/** False, and nothing taken, if they don't fit into places and reserve. */
export async function takePlaces(db: Db, { port, slotLocal, size }: Places): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('slots')
    .set((eb) => ({ taken: eb('taken', '+', size) }))
    .where('port', '=', port)
    .where('slotLocal', '=', slotLocal)
    .where((eb) => eb(eb('taken', '+', size), '<=', eb('places', '+', eb.ref('reserve'))))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** For a whole draw at once. Throws if one slot would overflow: the draw was made from other places then. */
export async function takeAllPlaces(db: Db, places: readonly Places[]): Promise<void> {
  await sql`
    update slots set taken = taken + asked.size
    from (
      select port, slot_local, sum(size)::int as size
      from unnest(${places.map((one) => one.port)}::text[], ${places.map((one) => one.slotLocal)}::text[],
                  ${places.map((one) => one.size)}::int[]) as one (port, slot_local, size)
      group by port, slot_local
    ) asked
    where slots.port = asked.port and slots.slot_local = asked.slot_local`.execute(db);
}

/** When an offer is declined or lapses, an appointment is cancelled. */
export async function freePlaces(db: Db, { port, slotLocal, size }: Places): Promise<void> {
  await db
    .updateTable('slots')
    .set((eb) => ({ taken: eb('taken', '-', size) }))
    .where('port', '=', port)
    .where('slotLocal', '=', slotLocal)
    .execute();
}

function dayOf(slotLocal: LocalMinute): LocalDay {
  return slotLocal.slice(0, 10) as LocalDay;
}
