import { describe, expect, test } from 'vitest';
import type { PortCode } from '#core/ids.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import type { Database } from '#server/db/database.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { hour, makeTown, minute, must } from '#tests/support/town.ts';
import { drawPool } from './draw-pool.ts';
import { keepTime } from './keep-time.ts';

/** Three in the afternoon, Eastern: the pool of 11 March is open until 11:00 the next morning. */
const afternoon = '2027-03-10T15:00:00-05:00';

eachDatabase((_name, open) => {
  const begin = async () => makeTown(await open(), afternoon);

  describe('the schedule', () => {
    test('sweeps the embedded database once an hour', async () => {
      const town = await begin();
      let swept = 0;
      const db: Database = { ...town.tools.db, maintain: async () => void (swept += 1) };
      for (const passed of [0, 29, 30, 31, 59, 90]) {
        await keepTime({ ...town.tools, db, now: () => (town.tools.now() + passed * minute) as Instant });
      }
      expect(swept).toBe(2);
    });

    test('goes by the policy that the pool was opened with, not by the one of the day', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      must(await town.ask(person));
      await town.tools.db.kysely.updateTable('pools').set({ policy: '2026-12' }).execute();
      const { services } = town;
      const asking = [
        () => services.openPool(),
        () => services.drawView(),
        () => town.standing(person),
        () => town.wait(20 * hour),
      ];
      for (const ask of asking) await expect(ask()).rejects.toThrow(/policy named 2026-12/);
    });

    test('a pool that nobody could close for days takes its requests along, instead of being drawn for past slots', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      must(await town.ask(person));
      await town.wait(12 * 24 * hour);
      expect(await town.standing(person)).toMatchObject({ step: 'waiting', day: '2027-03-23' });
      await town.wait(20 * hour);
      const found = await town.standing(person);
      if (found.step !== 'offered') throw new Error(found.step);
      expect(found.offer.slot.slice(0, 10)).toBe('2027-04-02');
    });

    test('a pool that was closed and not drawn in time is postponed: its people are in the next one with their dates, and told', async () => {
      const town = await begin();
      const { kysely } = town.tools.db;
      const [person, gone] = [await town.registered('marie'), await town.registered('gone')];
      for (const one of [person, gone]) must(await town.ask(one));
      const before = await town.standing(person);
      if (before.step !== 'waiting') throw new Error(before.step);
      must(await town.services.closePool({ actor: 'schedule' }));
      must(await town.services.deleteAccount({ accountId: gone.accountId, fields: { delete: 'yes' } }));
      const after = { ...town.tools, now: () => (town.tools.now() + 12 * 24 * hour) as Instant };
      expect(await drawPool(after, { actor: 'schedule' })).toEqual({ ok: false, error: { kind: 'pool-too-late' } });
      expect(await town.standing(person)).toMatchObject({ step: 'closed' });

      await town.wait(12 * 24 * hour);
      const { registeredAt, askedAt, ports } = before;
      const moved = { step: 'waiting', day: '2027-03-23', registeredAt, askedAt, ports };
      expect(await town.standing(person)).toMatchObject(moved);
      expect(await town.services.drawView()).toMatchObject({ pool: { requests: 1 }, postponedDay: '2027-03-11' });
      const told = await kysely.selectFrom('outbox').select(['kind', 'registrationId']).execute();
      expect(told.filter(({ kind }) => kind === 'postponed')).toHaveLength(1);
      expect(told.map(({ kind }) => kind)).not.toContain('not-chosen');
      const kinds = (await town.services.timeline(person.accountId)).map(({ kind }) => kind);
      expect(kinds).toEqual(['postponed', 'in-draw', 'asked', 'registered']);
      const states = await kysely.selectFrom('requests').select(['day', 'state']).orderBy('day').execute();
      expect(states.map(({ day, state }) => `${day} ${state}`)).toEqual([
        '2027-03-11 postponed',
        '2027-03-11 postponed',
        '2027-03-23 waiting',
      ]);

      await town.wait(minute);
      expect(await town.standing(person)).toMatchObject(moved);
      await town.wait(20 * hour);
      const found = await town.standing(person);
      if (found.step !== 'offered') throw new Error(found.step);
      expect(found.offer.slot.slice(0, 10)).toBe('2027-04-02');
      // Its number stays used up, and its secret is out: whoever asks can see what the postponed draw would have been.
      const draws = await kysely
        .selectFrom('draws')
        .select(['number', 'announcement', 'result'])
        .orderBy('number')
        .execute();
      expect(draws.map(({ number, result }) => [number, result !== null])).toEqual([
        [1, false],
        [2, true],
      ]);
    });

    test('a closed pool can be drawn up to the last minute in which its offers can be answered', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      must(await town.ask(person));
      must(await town.services.closePool({ actor: 'schedule' }));
      const midnight = Date.parse('2027-03-21T00:00:00-04:00');
      const at = (now: number) => ({ ...town.tools, now: () => now as Instant });
      expect(await drawPool(at(midnight - 23 * hour + 1), { actor: 'schedule' })).toMatchObject({ ok: false });
      expect(await drawPool(at(midnight - 23 * hour), { actor: 'schedule' })).toMatchObject({ ok: true });
    });

    test('a pool that is a few days late is drawn as it is', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      must(await town.ask(person));
      await town.wait(7 * 24 * hour);
      expect(await town.standing(person)).toMatchObject({ step: 'offered' });
    });

    test('a draw counts with the places that are left, where people were moved into its slots before', async () => {
      const town = await begin();
      must(await town.ask(await town.registered('marie', 'laredo')));
      const { kysely } = town.tools.db;
      await kysely
        .updateTable('slots')
        .set({ taken: 1 })
        .where('port', '=', 'laredo' as PortCode)
        .execute();
      const before = await town.services.slots('2027-03-21' as LocalDay);
      must(await town.services.closePool({ actor: 'schedule' }));
      const draw = await kysely.selectFrom('draws').select('capacity').executeTakeFirstOrThrow();
      const capacity = JSON.parse(draw.capacity) as {
        ports: { port: string; slots: { slot: string; places: number }[] }[];
      };
      const announced = capacity.ports.find(({ port }) => port === 'laredo')?.slots ?? [];
      expect(announced).toEqual(
        before.filter(({ port }) => port === 'laredo').map(({ slot, places }) => ({ slot, places: places - 1 })),
      );
    });

    test('draws no pool that has its result already', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      must(await town.ask(person));
      await town.wait(20 * hour);
      const { kysely } = town.tools.db;
      await kysely.deleteFrom('offers').execute();
      await kysely.updateTable('requests').set({ state: 'closed', outcome: null }).execute();
      await kysely.updateTable('pools').set({ state: 'closed', drawnAt: null }).execute();
      await expect(town.services.drawPool({ actor: 'schedule' })).rejects.toThrow(/found it drawn/);
      expect(await kysely.selectFrom('offers').selectAll().execute()).toEqual([]);
    });

    test('lets offers lapse and forgets what it has to, though a draw differs from its announcement', async () => {
      const town = await begin();
      const { kysely } = town.tools.db;
      const [first, second] = [await town.registered('first'), await town.registered('second')];
      must(await town.ask(first));
      await town.wait(20 * hour);
      await town.wait(hour);
      must(await town.ask(second));
      must(await town.services.closePool({ actor: 'schedule' }));
      await kysely.updateTable('draws').set({ capacity: '{}' }).where('drawnAt', 'is', null).execute();

      await expect(town.wait(23 * hour + minute)).rejects.toThrow(/draw of 2027-03-12 differs/);
      expect(await town.standing(first)).toMatchObject({ step: 'registered', last: { how: 'lapsed' } });
      await expect(town.wait(2 * hour)).rejects.toThrow(/draw of 2027-03-12 differs/);
      expect(await kysely.selectFrom('coarsePlaces').selectAll().execute()).toEqual([]);
    });
  });
});
