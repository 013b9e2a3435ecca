import { describe, expect, test } from 'vitest';
import { eachDatabase } from '#tests/support/databases.ts';
import { makeTown, must, operator } from '#tests/support/town.ts';

/** Three in the afternoon, Eastern: the pool of 11 March is open until 11:00 the next morning. */
const afternoon = '2027-03-10T15:00:00-05:00';

eachDatabase((_name, open) => {
  const begin = async () => makeTown(await open(), afternoon);

  describe('at the same moment', () => {
    test('staff and the schedule of every process draw: one does, the others find it done', async () => {
      const town = await begin();
      must(await town.ask(await town.registered('marie')));
      must(await town.services.closePool({ actor: operator }));
      const draws = await Promise.all([1, 2, 3].map(() => town.services.drawPool({ actor: operator })));
      expect(draws.filter((draw) => draw.ok)).toHaveLength(1);
      expect(draws.find((draw) => !draw.ok)).toMatchObject({ error: { kind: 'pool-not-closed' } });
    });
  });
});
