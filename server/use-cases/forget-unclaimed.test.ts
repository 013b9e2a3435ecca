import { describe, expect, test } from 'vitest';
import { readDocument } from '#server/documents.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { jean, joinedBy, tiJo } from '#tests/support/family.ts';
import { hour, makeTown, minute, must } from '#tests/support/town.ts';
import { afternoon } from '#tests/support/town-acts.ts';

const day = 24 * hour;

eachDatabase((_name, open) => {
  /** Jean has left Marie's group with Ti Jo, and has a code that nobody has brought yet. */
  async function parted() {
    const town = await makeTown(await open(), afternoon);
    const { services } = town;
    const marie = await town.registered('marie');
    const husband = await joinedBy(town, marie, jean);
    const son = await joinedBy(town, marie, { ...tiJo, guardian: husband });
    const { code } = must(await services.splitGroup({ applicant: marie, people: [husband, son] }));
    const people = () =>
      town.tools.db.kysely
        .selectFrom('people')
        .select('id')
        .execute()
        .then((rows) => rows.length);
    const gone = async () => (await services.group(marie.accountId))?.gone ?? [];
    return { town, marie, husband, code, people, gone };
  }

  describe('people who were split off, and for whom nobody brings the code', () => {
    test('are deleted after 90 days with all of theirs, as their former head was told', async () => {
      const { town, marie, husband, people, gone } = await parted();
      const until = town.tools.now() + 90 * day;
      expect(await gone()).toEqual([{ id: husband, name: 'Jean Désir', keptUntil: until }]);
      await town.wait(90 * day);
      expect(await people()).toBe(3);
      await town.wait(minute);
      expect(await people()).toBe(1);
      expect(await gone()).toEqual([]);
      const left = await town.tools.db.kysely.selectFrom('registrations').select('accountId').execute();
      expect(left).toEqual([{ accountId: marie.accountId }]);
      const acts = town.tools.db.kysely.selectFrom('audit').select(['actor', 'detail']);
      expect(await acts.where('action', '=', 'forget-unclaimed').execute()).toEqual([
        { actor: 'schedule', detail: {} },
      ]);
      expect(await town.services.renewHandOver({ applicant: marie, person: husband })).toMatchObject({ ok: false });
    });

    test('are kept for 90 days more with each new code', async () => {
      const { town, marie, husband, people, gone } = await parted();
      await town.wait(80 * day);
      const { code } = must(await town.services.renewHandOver({ applicant: marie, person: husband }));
      expect(await gone()).toMatchObject([{ keptUntil: town.tools.now() + 90 * day }]);
      await town.wait(29 * day);
      expect(await people()).toBe(3);
      const other = await town.newcomer('jean');
      must(await town.services.enterGroupCode({ applicant: other, fields: { code } }));
    });

    test('are nobody’s to delete once somebody has brought it', async () => {
      const { town, code, people } = await parted();
      const other = await town.newcomer('jean');
      must(await town.services.enterGroupCode({ applicant: other, fields: { code } }));
      await town.wait(200 * day);
      expect(await people()).toBe(3);
    });
  });
});

test('privacy says how long, in the line before the phone’s rough place', async () => {
  const { markdown } = await readDocument('en', 'privacy');
  expect(markdown).toMatch(/people who left a group, .*: 90 days after the last code\.\n- The rough location/);
});
