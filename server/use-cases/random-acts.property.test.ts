import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { parseFreed } from '#core/draw/freed-log.ts';
import { firstFreedDifference } from '#core/draw/freed-places.ts';
import { parseInputs } from '#core/draw/inputs.ts';
import { findDraw } from '#server/db/repositories/draws.ts';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { decideFor, hour, makeTown, minute, operator, type Town } from '#tests/support/town.ts';
import { freedText } from './freed-places.ts';

const afternoon = '2027-03-10T15:00:00-05:00';
const people = 6;
const ports = ['laredo', 'nogales'] as const;

/** What people, officers and the clock can do. `who` is one of the people. */
const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('ask' as const), who: fc.nat(people - 1), isStanding: fc.boolean() }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'decline' as const,
        'extend' as const,
        'confirm' as const,
        'cancel' as const,
        'help' as const,
      ),
      who: fc.nat(people - 1),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('withdraw' as const, 'stop' as const, 'alive' as const),
      who: fc.nat(people - 1),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('missed' as const, 'helped' as const, 'move' as const),
      pick: fc.nat(99),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('close' as const, 'draw' as const, 'open' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      milliseconds: fc.constantFrom(minute, hour, 5 * hour, 23 * hour, 40 * hour, 6 * 24 * hour),
    }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

/** Whatever an act answers is fine, as long as it is an answer: a bug throws. */
async function perform(town: Town, all: readonly Applicant[], one: Act): Promise<unknown> {
  const { services } = town;
  if (one.kind === 'wait') return town.wait(one.milliseconds);
  if (one.kind === 'close') return await services.closePool({ actor: operator });
  if (one.kind === 'draw') return await services.drawPool({ actor: operator });
  if (one.kind === 'open') return await services.openNextPool({ actor: operator });
  if (one.kind === 'helped') {
    const waiting = await services.reviews(null);
    const found = waiting[one.pick % Math.max(1, waiting.length)];
    return found && (await decideFor(town, found.code));
  }
  if (one.kind === 'missed' || one.kind === 'move') {
    const booked = await town.tools.db.kysely
      .selectFrom('appointments')
      .selectAll()
      .where('state', '=', 'booked')
      .execute();
    const found = booked[one.pick % Math.max(1, booked.length)];
    if (!found) return null;
    const fields = {
      port: found.port,
      from: found.slotLocal,
      to: `${found.slotLocal.slice(0, 11)}0${8 + (one.pick % 2)}:00`,
    };
    return one.kind === 'missed'
      ? await services.markMissed({ actor: operator, code: found.code })
      : await services.moveSlot({ actor: operator, fields });
  }
  const applicant = 'who' in one ? all[one.who] : undefined;
  if (!applicant) return null;
  if (one.kind === 'ask') return await town.ask(applicant, { isStanding: one.isStanding });
  if (one.kind === 'withdraw') return await services.withdraw({ applicant, what: 'today' });
  if (one.kind === 'stop') return await services.withdraw({ applicant, what: 'all' });
  if (one.kind === 'alive') return await services.stillWaiting({ applicant });
  if (one.kind === 'cancel') return await services.cancelAppointment({ applicant });
  const standing = await town.standing(applicant);
  if (standing.step !== 'offered') return null;
  const input = { applicant, offerId: standing.offer.id };
  if (one.kind === 'confirm') return await town.confirm(applicant);
  if (one.kind === 'extend') return await services.extendOffer(input);
  if (one.kind === 'decline') return await services.declineOffer(input);
  return await services.requestAssistance({ applicant, step: 'confirm' });
}

/** What has to hold whatever happened. */
async function holds(town: Town, dates: ReadonlyMap<string, number>): Promise<void> {
  const db = town.tools.db.kysely;
  // Each slot counts exactly those who hold a place in it, and never beyond its reserve.
  const { rows: slots } = await sql<{ slot: string }>`
    select slots.port || ' ' || slots.slot_local as slot from slots
    left join lateral (
      select coalesce(sum(size), 0)::int as people from (
        select size from offers where offers.port = slots.port and offers.slot_local = slots.slot_local
          and state in ('open', 'extended')
        union all
        select size from appointments where appointments.port = slots.port
          and appointments.slot_local = slots.slot_local and state in ('booked', 'checked-in', 'missed')
      ) held
    ) held on true
    where taken <> held.people or taken > places + reserve`.execute(db);
  expect(slots).toEqual([]);
  // One thing at a time lives for a registration.
  const { rows: doubles } = await sql<{ id: string }>`
    select id from registrations where
      (select count(*) from requests where registration_id = registrations.id and state in ('waiting', 'closed', 'chosen'))
      + (select count(*) from appointments where registration_id = registrations.id and state = 'booked') > 1`.execute(
    db,
  );
  expect(doubles).toEqual([]);
  // A chosen request has its offer, and a live offer its chosen request.
  const { rows: torn } = await sql<{ id: string }>`
    select coalesce(chosen.id, live.id) as id
    from (select id from requests where state = 'chosen') chosen
    full join (select id, request_id from offers where state in ('open', 'extended')) live on live.request_id = chosen.id
    where chosen.id is null or live.id is null`.execute(db);
  expect(torn).toEqual([]);
  const registrations = await db.selectFrom('registrations').select(['id', 'registeredAt']).execute();
  expect(new Map(registrations.map(({ id, registeredAt }) => [id as string, Number(registeredAt)]))).toEqual(dates);
}

eachDatabase((_name, open) => {
  test('200 random acts of people, officers and the clock break no rule', { timeout: 180_000 }, async () => {
    const database = await open();
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 200, maxLength: 200, size: 'max' }), async (acts) => {
        await open();
        const town = await makeTown(database, afternoon);
        const all: Applicant[] = [];
        for (let index = 0; index < people; index += 1) {
          all.push(
            await town.registered(`p${index}`, ports[index % 2] ?? 'laredo', ports[(index + 1) % 2] ?? 'nogales'),
          );
        }
        // A day of few places, so that somebody is left out.
        await town.tools.db.kysely.updateTable('ports').set({ dailyPlaces: 1 }).execute();
        await sql`delete from slots where right(slot_local, 5) not in ('08:00', '09:00')`.execute(town.tools.db.kysely);
        await sql`update slots set places = 1`.execute(town.tools.db.kysely);
        const registrations = await town.tools.db.kysely
          .selectFrom('registrations')
          .select(['id', 'registeredAt'])
          .execute();
        const dates = new Map(registrations.map(({ id, registeredAt }) => [id as string, Number(registeredAt)]));
        for (const [index, one] of acts.entries()) {
          await perform(town, all, one);
          if (index % 10 === 9) await holds(town, dates);
        }
        await holds(town, dates);
        expect(await logsRecompute(town), 'steps in the logs of places that came back').toBeGreaterThan(3);
        // Every state has a way out: left alone for long enough, nobody is stuck in a draw or an offer.
        await town.wait(40 * 24 * hour);
        await town.wait(minute);
        for (const person of all)
          expect(['offered', 'held', 'closed']).not.toContain((await town.standing(person)).step);
      }),
      { numRuns: 1, seed: Number(process.env['PUENTE_SEED'] ?? 20_270_310), endOnFailure: true },
    );
  });
});

/** How many steps they have. */
async function logsRecompute(town: Town): Promise<number> {
  let steps = 0;
  const db = town.tools.db.kysely;
  const drawn = await db.selectFrom('draws').select('day').where('drawnAt', 'is not', null).execute();
  for (const { day } of drawn) {
    const { pool = '', capacity = '', announcement = '', result, resultHash } = (await findDraw(db, day)) ?? {};
    const inputs = parseInputs({ pool, capacity, announcement });
    const log = parseFreed(await freedText(db, day));
    if (!inputs.ok || !log.ok) throw new Error(`the draw of ${day} or its log is malformed`);
    const file = { requests: inputs.value.requests, result: result ?? '', resultHash: resultHash ?? '' };
    expect(firstFreedDifference(file, log.value), `the log of ${day}`).toBeUndefined();
    steps += log.value.length;
  }
  return steps;
}
