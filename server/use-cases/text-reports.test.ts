import { describe, expect, test } from 'vitest';
import { eachDatabase } from '#tests/support/databases.ts';
import { makeTown, must } from '#tests/support/town.ts';
import { keepTime } from './keep-time.ts';
import { textReports } from './text-reports.ts';

const fields = { screen: 'register/name', chosen: 'Kijan ou rele?', words: '', remark: 'Se « Ki jan » nan zòn mwen' };
const minute = 60_000;
const day = 24 * 60 * minute;

eachDatabase((_name, open) => {
  const begin = async () => {
    const town = await makeTown(await open(), '2027-03-10T15:00:00-05:00');
    const report = (change = {}, locale = 'ht', network: string | null = null) =>
      town.services.reportText({
        fields: { ...fields, ...change },
        locale,
        isScreen: (text) => text === 'register/name' || text === 'help',
        network,
      });
    return { town, report, list: (most?: number) => textReports(town.tools, most) };
  };

  describe('a report of wrong words', () => {
    test('is read by translators by language and page, and lies sealed', async () => {
      const { town, report, list } = await begin();
      must(await report());
      must(await report({ screen: 'help', chosen: '', words: 'Èd' }));
      must(await report({}, 'es'));
      expect(await list()).toMatchObject([
        { locale: 'es', screen: 'register/name' },
        { locale: 'ht', screen: 'help', words: ['Èd'] },
        { locale: 'ht', screen: 'register/name', words: ['Kijan ou rele?'], remark: fields.remark, times: 1 },
      ]);
      const rows = await town.tools.db.kysely.selectFrom('textReports').selectAll().execute();
      const stored = rows.map(({ sealed }) => Buffer.from(sealed).toString('latin1')).join();
      expect(stored).not.toMatch(/Kijan|Ki jan/);
    });

    test('told again within ten minutes is the same click, later somebody else’s', async () => {
      const { town, report, list } = await begin();
      must(await report());
      await town.wait(9 * minute);
      must(await report());
      expect(await list()).toMatchObject([{ times: 1 }]);
      await town.wait(minute);
      must(await report());
      expect(await list()).toMatchObject([{ times: 2, at: town.tools.now() }]);
    });

    test('of very many is listed when it is among those told last', async () => {
      const { town, report, list } = await begin();
      must(await report({}, 'ar'));
      await town.wait(minute);
      must(await report({}, 'ru'));
      await town.wait(minute);
      must(await report({}, 'ht'));
      expect(await list(2)).toMatchObject([{ locale: 'ht' }, { locale: 'ru' }]);
    });

    test('keeps nothing of who told it: no column could hold it', async () => {
      const { town, report } = await begin();
      must(await report({}, 'ht', '192.0.2.7'));
      const [row] = await town.tools.db.kysely.selectFrom('textReports').selectAll().execute();
      expect(Object.keys(row ?? {}).toSorted()).toEqual(['at', 'id', 'locale', 'screen', 'sealed', 'times', 'token']);
    });

    test('goes 180 days after it was told last', async () => {
      const { town, report, list } = await begin();
      must(await report());
      await town.wait(180 * day);
      await keepTime(town.tools);
      expect(await list()).toHaveLength(1);
      await town.wait(1);
      await keepTime(town.tools);
      expect(await list()).toEqual([]);
    });

    test('from one network has to wait after many, and what is wrong with it is told before', async () => {
      const { report, list } = await begin();
      for (let told = 0; told < 30; told += 1) must(await report({ remark: String(told) }, 'ht', '192.0.2.7'));
      expect(await report({}, 'ht', '192.0.2.7')).toMatchObject({ error: { kind: 'too-many-tries' } });
      expect(await report({ screen: 'x' }, 'ht', '192.0.2.7')).toMatchObject({ error: { kind: 'fields' } });
      must(await report({}, 'ht', '198.51.100.7'));
      expect(await list()).toHaveLength(31);
    });
  });
});
