import { describe, expect, test } from 'vitest';
import type { LocalDay } from '#core/time/instant.ts';
import { findDraw } from '#server/db/repositories/draws.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { hour, makeTown, must, operator } from '#tests/support/town.ts';
import { afternoon, onePlaceAt } from '#tests/support/town-acts.ts';

eachDatabase((_name, open) => {
  const begin = async () => makeTown(await open(), afternoon);

  describe('the operator', () => {
    test('closes and draws by hand; no later pool opens before that draw', async () => {
      const town = await begin();
      must(await town.ask(await town.registered('marie')));
      expect(await town.services.drawPool({ actor: operator })).toMatchObject({ error: { kind: 'pool-not-closed' } });
      must(await town.services.closePool({ actor: operator }));
      expect(await town.services.closePool({ actor: operator })).toMatchObject({ error: { kind: 'pool-not-open' } });
      expect(await town.services.openNextPool({ actor: operator })).toMatchObject({
        error: { kind: 'pool-already-open' },
      });
      expect(must(await town.services.drawPool({ actor: operator }))).toEqual({ day: '2027-03-11', chosen: 1 });
      expect(must(await town.services.openNextPool({ actor: operator }))).toEqual({ day: '2027-03-12' });
    });

    test('each draw names the one before and reveals what the one before committed to', async () => {
      const town = await begin();
      for (let draw = 0; draw < 2; draw += 1) {
        must(await town.services.closePool({ actor: operator }));
        must(await town.services.drawPool({ actor: operator }));
        if (draw === 0) must(await town.services.openNextPool({ actor: operator }));
      }
      const db = town.tools.db.kysely;
      const [first, second] = [
        await findDraw(db, '2027-03-11' as LocalDay),
        await findDraw(db, '2027-03-12' as LocalDay),
      ];
      expect(second?.previousResult).toBe(first?.resultHash);
      expect(JSON.parse(second?.announcement ?? '{}')).toMatchObject({
        draw: 2,
        previousResult: first?.resultHash,
        parties: [{ name: 'operator', tip: first?.reveal }],
      });
    });

    test('can close every slot of a port but the last one, and none that the announced draw counts with', async () => {
      const town = await begin();
      await onePlaceAt(town, 'laredo');
      const close = (slot: string) =>
        town.services.setCapacity({ actor: operator, fields: { port: 'laredo', slot, places: '0' } });
      expect(await close('2027-03-21T08:00')).toMatchObject({
        error: { kind: 'fields', fields: [{ field: 'places', kind: 'too-small', limit: 1 }] },
      });
      must(await town.ask(await town.registered('marie', 'laredo')));
      must(await town.services.closePool({ actor: operator }));
      const fields = { port: 'laredo', slot: '2027-03-21T08:00', places: '9' };
      expect(await town.services.setCapacity({ actor: operator, fields })).toMatchObject({
        error: { kind: 'capacity-announced' },
      });
      must(await town.services.drawPool({ actor: operator }));
      must(await town.services.setCapacity({ actor: operator, fields }));
      expect(await close('2027-03-21T08:00')).toMatchObject({ ok: false });
    });

    test('a slot that was closed before its pool opened stays closed', async () => {
      const town = await begin();
      const slot = '2027-03-22T08:00';
      must(await town.services.setCapacity({ actor: operator, fields: { port: 'laredo', slot, places: '0' } }));
      const slots = async () => (await town.services.slots('2027-03-22' as LocalDay)).length;
      const before = await slots();
      await town.wait(21 * hour);
      expect(await town.services.openPool()).toMatchObject({ day: '2027-03-12' });
      expect(await slots()).toBe(before);
    });

    test.each([
      [{ port: 'laredo', slot: '2027-03-21T08:00', places: '' }, 'places', 'missing'],
      [{ port: 'laredo', slot: '2027-03-21T08:00', places: 'many' }, 'places', 'not-a-number'],
      [{ port: 'laredo', slot: '2027-03-21T08:00', places: '999999' }, 'places', 'too-large'],
      [{ port: 'atlantis', slot: '2027-03-21T08:00', places: '5' }, 'port', 'not-in-list'],
      [{ port: 'laredo', slot: '2027-02-30T08:00', places: '5' }, 'slot', 'not-a-date'],
    ])('is told what is wrong with the places %j', async (fields, field, kind) => {
      const town = await begin();
      const refused = await town.services.setCapacity({ actor: operator, fields });
      expect(refused).toMatchObject({ error: { kind: 'fields', fields: [{ field, kind }] } });
    });
  });
});
