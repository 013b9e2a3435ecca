import { expect, test } from 'vitest';
import { fromHex, toHex } from '#core/draw/hash.ts';
import { goesOnFrom, registrationLeaf } from '#core/draw/registration-log.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { hour, makeTown, must, type Town } from '#tests/support/town.ts';
import { afternoon, drawDay } from '#tests/support/town-acts.ts';

type Days = { readonly days: readonly { readonly day: LocalDay; readonly root: string; readonly size: number }[] };

const leavesOf = async ({ services }: Town, day: LocalDay) => {
  const { text } = must(await services.drawFile({ day, name: 'registrations.tsv', isWitness: true }));
  return text.split('\n').slice(0, -1);
};

eachDatabase((_name, open) => {
  test('each close adds who registered since, under a root that goes on from the day before; nothing is taken out', async () => {
    const town = await makeTown(await open(), afternoon);
    const db = town.tools.db.kysely;
    const [one, two] = [await town.registered('one'), await town.registered('two')];
    await town.wait(20 * hour);
    const registration = await findRegistrationOf(db, one.accountId);
    const registered = new Date(registration?.registeredAt ?? 0).toISOString();
    const before = await leavesOf(town, drawDay);
    expect(before).toHaveLength(2);
    expect(before).toContain(toHex(registrationLeaf(registration?.id ?? '', registered)));

    must(await town.services.deleteAccount({ accountId: two.accountId, fields: { delete: 'yes' } }));
    await town.registered('three');
    await town.wait(hour);
    await town.wait(23 * hour);
    const after = await leavesOf(town, '2027-03-12' as LocalDay);
    expect(after.slice(0, 2)).toEqual(before);
    expect(after).toHaveLength(3);
    const { days } = JSON.parse((await town.services.seasonFile('registrations.json'))?.text ?? '') as Days;
    expect(days.map(({ day, size }) => [day, size])).toEqual([
      [drawDay, 2],
      ['2027-03-12', 3],
    ]);
    for (const { root, size } of days) expect(goesOnFrom(after.map(fromHex), { root, count: size })).toBe(true);
  });
});
