import { expect, test } from 'vitest';
import type { PortCode } from '#core/ids.ts';
import { askingEverything, shippedPolicies, withoutReleases } from '#core/policy/policies.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { jean, joinedBy } from '#tests/support/family.ts';
import { hour, makeTown, minute, must, operator } from '#tests/support/town.ts';
import { afternoon, officer, slotDay } from '#tests/support/town-acts.ts';

const elPaso = { port: 'el-paso' as PortCode, day: slotDay };

eachDatabase((_name, open) => {
  const bookedCouple = async () => {
    const town = await makeTown(await open(), afternoon, {
      policies: askingEverything(withoutReleases(shippedPolicies)),
    });
    const head = await town.registered('marie');
    await joinedBy(town, head, jean);
    must(await town.ask(head));
    await town.wait(20 * hour);
    must(await town.confirm(head));
    return { town, head };
  };

  test('an officer sees of each who comes what the questions promise, of a number its end only', async () => {
    const { town } = await bookedCouple();
    const [entry] = await town.services.portDay({ ...elPaso, actor: officer });
    const document = { kind: 'passport', country: 'HT', lastFour: '4567' };
    expect(entry?.people).toEqual([
      {
        id: expect.any(String) as unknown,
        name: 'Marie-Flore Désir',
        languages: ['ht', 'fr', 'wo'],
        needs: { kinds: ['wheelchair', 'interpreter'], text: 'Una rampa' },
        document,
      },
      { id: expect.any(String) as unknown, name: 'Jean Désir', languages: [], needs: null, document },
    ]);
    expect(JSON.stringify(entry)).not.toContain('1234567');
  });

  test('each reading of the answers is in the audit trail, and a list that nobody reads has none in it', async () => {
    const { town } = await bookedCouple();
    expect(await town.services.portDay(elPaso)).toMatchObject([{ name: 'Marie-Flore Désir', size: 2, people: [] }]);
    const acts = town.tools.db.kysely
      .selectFrom('audit')
      .select(['actor', 'detail'])
      .where('action', '=', 'see-port-day');
    expect(await acts.execute()).toEqual([]);
    await town.services.portDay({ ...elPaso, actor: officer });
    expect(await acts.execute()).toEqual([{ actor: officer, detail: elPaso }]);
  });

  test('of who gave the place back, nothing but the name is left on the list', async () => {
    const { town, head } = await bookedCouple();
    must(await town.services.cancelAppointment({ applicant: head }));
    expect(await town.services.portDay({ ...elPaso, actor: officer })).toMatchObject([
      { name: 'Marie-Flore Désir', state: 'cancelled', people: [] },
    ]);
  });

  test('who is moved stands in the list of a day once: where she is now, or that she is elsewhere', async () => {
    const { town } = await bookedCouple();
    const listed = async () =>
      (await town.services.portDay({ ...elPaso, actor: officer })).map(({ slot, state }) => [slot, state]);
    let from: string = (await listed())[0]?.[0] ?? '';
    for (const [to, shown] of [
      ['2027-03-21T15:00', ['2027-03-21T15:00', 'booked']],
      ['2027-03-21T08:00', ['2027-03-21T08:00', 'booked']],
      ['2027-03-21T15:00', ['2027-03-21T15:00', 'booked']],
      ['2027-03-22T09:00', ['2027-03-21T15:00', 'moved']],
      ['2027-03-21T08:00', ['2027-03-21T08:00', 'booked']],
    ] as const) {
      await town.wait(minute);
      must(await town.services.moveSlot({ actor: operator, fields: { port: elPaso.port, from, to } }));
      expect(await listed()).toEqual([shown]);
      from = to;
    }
  });
});
