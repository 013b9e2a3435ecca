import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { LocalDay } from '#core/time/instant.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { hour, makeTown, minute, must, operator, type Town } from '#tests/support/town.ts';
import { afternoon, drawDay } from '#tests/support/town-acts.ts';

/** Forty who were in that draw: 28 chosen for Laredo, of whom 12 confirmed, and all that can be told of them. */
async function fortyInDraw({ tools: { db } }: Town): Promise<void> {
  const statements = [
    sql`insert into accounts (subject_token, email_token, email_sealed, locale, created_at)
      select 'forty-' || n, 'forty-' || n, '\\x01', 'ht', now() from generate_series(1, 40) n`,
    sql`insert into registrations (account_id, state, primary_language, started_at, registered_at, secret_sealed)
      select id, 'registered', case when n <= 21 then 'ht' when n <= 34 then 'pt-BR' else 'quc' end,
        draws.drawn_at - interval '400 days',
        draws.drawn_at - case when n <= 14 then interval '400 days' else interval '40 days' end, '\\x01'
      from (select id, split_part(subject_token, '-', 2)::int as n from accounts where subject_token like 'forty-%') forty
      cross join draws where day = ${drawDay}`,
    sql`insert into requests
        (registration_id, day, state, ports, size, registered_at, asked_at, ended_at, daily_id, band, outcome)
      select registrations.id, ${drawDay}, case when n <= 28 then 'released' else 'not-chosen' end,
        case when n <= 29 then '{laredo,nogales}'::text[] else '{nogales}'::text[] end,
        case when n = 1 then 12 when n <= 15 then 2 else 1 end, registered_at, now(), now(),
        lpad(to_hex(n), 64, '0'), 0, case when n <= 28 then 'laredo oldest' else '-' end
      from registrations
      join (select id, split_part(subject_token, '-', 2)::int as n from accounts where subject_token like 'forty-%') forty
        on forty.id = registrations.account_id`,
    sql`insert into offers
        (request_id, day, registration_id, port, slot_local, list, size, state, made_at, deadline_at, ended_at)
      select id, day, registration_id, 'laredo', '2027-03-21T08:00', 'oldest', size,
        case when row_number() over (order by daily_id) <= 12 then 'confirmed' else 'lapsed' end, now(), now() + interval '1 hour', now()
      from requests where day = ${drawDay} and outcome <> '-'`,
  ];
  for (const statement of statements) await statement.execute(db.kysely);
}

const shown = async (town: Town) => (await town.services.statistics(drawDay)).shown;
const listOf = async (town: Town, name: string) => {
  const list = (await shown(town))?.lists.find((one) => one.name === name);
  return list && [list.total, list.cells && Object.fromEntries(list.cells.map(({ key, count }) => [key, count]))];
};

eachDatabase((_name, open) => {
  const drawn = async () => {
    const town = await makeTown(await open(), afternoon);
    must(await town.services.closePool({ actor: operator }));
    must(await town.services.drawPool({ actor: operator }));
    return town;
  };

  describe('statistics', () => {
    test('of a draw come right after it, without a count of ten or fewer, and never change', async () => {
      const town = await drawn();
      expect(await town.services.statistics(null)).toEqual({ days: [], shown: null });
      await fortyInDraw(town);
      await town.wait(minute);
      expect(await town.services.statistics(null)).toMatchObject({ days: [drawDay], shown: { policy: '2027-01' } });
      expect(await shown(town)).toMatchObject({ requests: 40 });
      expect(await listOf(town, 'outcome')).toEqual([40, { chosen: 28, 'not-chosen': 12 }]);
      expect(await listOf(town, 'first-port')).toMatchObject([40, { laredo: 29, nogales: 11, 'el-paso': 0 }]);
      // One group of twelve people: hidden, and the next smallest with it.
      expect(await listOf(town, 'group-size')).toEqual([40, { '1': 25, '2': null, '3': 0, '4': 0, '5': null }]);
      expect(await listOf(town, 'language')).toMatchObject([40, { ht: 21, pt: null, other: null, es: 0 }]);
      expect(await listOf(town, 'wait')).toMatchObject([28, { longer: 14, quarter: 14, year: 0 }]);
      expect(await listOf(town, 'port-given')).toMatchObject([28, { laredo: 28 }]);
      expect(await listOf(town, 'answer')).toBeUndefined();
      expect(await town.services.statisticsFile()).toContain(
        `${drawDay},language,ht,21\r\n${drawDay},language,ru,0\r\n`,
      );

      const before = await town.services.statisticsFile();
      await sql`update registrations set primary_language = 'ru'`.execute(town.tools.db.kysely);
      await town.wait(hour);
      expect(await town.services.statisticsFile()).toBe(before);
    });

    test('tell what came of the places once a port can write nothing down any more', async () => {
      const town = await drawn();
      await fortyInDraw(town);
      await town.wait(minute);
      const before = await shown(town);
      await town.wait(24 * 24 * hour);
      expect(await listOf(town, 'answer')).toBeUndefined();
      await town.wait(2 * 24 * hour);
      expect(await listOf(town, 'answer')).toEqual([28, { confirmed: 12, declined: 0, lapsed: 16 }]);
      // Whoever confirmed and has no other word from the port is taken to have come.
      expect(await listOf(town, 'appointment')).toEqual([12, { kept: 12, cancelled: 0, missed: 0 }]);
      expect((await shown(town))?.lists.slice(0, before?.lists.length)).toEqual(before?.lists);
    });

    test('of a draw of few people say no more than that', async () => {
      const town = await makeTown(await open(), afternoon);
      must(await town.ask(await town.registered('marie')));
      await town.wait(20 * hour);
      await town.wait(minute);
      expect(await town.services.statistics('2027-01-01' as LocalDay)).toMatchObject({
        shown: { day: drawDay, requests: null, lists: [] },
      });
      expect(await town.services.statisticsFile()).toContain(`${drawDay},requests,*,\r\n`);
    });
  });
});
