import { describe, expect, test } from 'vitest';
import { eachDatabase } from '#tests/support/databases.ts';
import { makeTown, must } from '#tests/support/town.ts';

const afternoon = '2027-03-10T15:00:00-05:00';
const fields = { act: 'asked-money', where: 'Calle 16, Juárez\n+52 656 123 4567', contact: 'ana@puente.example' };

eachDatabase((_name, open) => {
  const begin = async () => {
    const town = await makeTown(await open(), afternoon);
    const report = (change = {}, captchaAnswer: string | undefined = 'sandbox-pass') =>
      town.services.reportSeller({ fields: { ...fields, ...change }, network: null, captchaAnswer });
    return { town, report };
  };

  describe('a report of a seller', () => {
    test('is read by staff as it was written, the latest first, and lies sealed', async () => {
      const { town, report } = await begin();
      must(await report({ where: 'first' }));
      await town.wait(1);
      must(await report());
      const { count, latest } = await town.services.sellerReports();
      expect([count, await town.services.countSellerReports()]).toEqual([2, 2]);
      expect(latest).toMatchObject([{ ...fields, at: town.tools.now() }, { where: 'first' }]);
      const rows = await town.tools.db.kysely.selectFrom('sellerReports').selectAll().execute();
      const stored = rows.map(({ sealed }) => Buffer.from(sealed).toString('latin1')).join();
      expect(stored).not.toMatch(/Calle|656|ana@/);
    });

    test('needs the check against robots, which is not used up by what is wrong with the rest', async () => {
      const { town, report } = await begin();
      expect(await report({}, '')).toMatchObject({ error: { kind: 'captcha-missing' } });
      expect(await report({ where: '' }, '')).toMatchObject({ error: { kind: 'fields' } });
      expect(await town.services.sellerReports()).toEqual({ count: 0, latest: [] });
    });
  });
});
