import { expect, test } from 'vitest';
import { eachDatabase } from '#tests/support/databases.ts';
import { hour, makeTown, minute, must } from '#tests/support/town.ts';

eachDatabase((_, open) => {
  test('what a confirmation says is her own group’s: appointment, proof and names; others have none', async () => {
    const town = await makeTown(await open(), '2027-03-10T09:00:00-05:00');
    const [marie, boris] = [await town.registered('marie', 'laredo'), await town.registered('boris', 'laredo')];
    must(await town.ask(marie));
    expect(await town.services.confirmation(marie.accountId)).toBeNull();
    await town.wait(3 * hour);
    must(await town.confirm(marie));

    const standing = await town.standing(marie);
    const found = await town.services.confirmation(marie.accountId);
    expect(found?.appointment).toEqual(standing.step === 'booked' ? standing.appointment : null);
    expect(found?.people).toEqual([
      { givenNames: 'Marie-Flore', familyNames: 'Désir', nativeGivenNames: '', nativeFamilyNames: '' },
    ]);
    const [draw] = await town.services.publishedDraws();
    expect(found?.announcementHash).toBe(draw?.announcementHash);
    expect(await town.services.confirmation(boris.accountId)).toBeNull();
  });

  test('ten papers can be made at once, then one a minute and later; each session has its own ten', async () => {
    const town = await makeTown(await open(), '2027-03-10T09:00:00-05:00');
    const take = (sessionHash: string) => town.services.takePaper({ sessionHash });
    for (let paper = 0; paper < 10; paper += 1) must(await take('one'));
    expect(await take('one')).toEqual({ ok: false, error: { kind: 'download-limit', numbers: { minutes: 1 } } });
    must(await take('other'));
    await town.wait(minute);
    must(await take('one'));
    expect(await take('one')).toMatchObject({ error: { kind: 'download-limit' } });
    await town.wait(hour);
    for (let paper = 0; paper < 5; paper += 1) must(await take('one'));
  });

  test('somebody who never registered has none', async () => {
    const town = await makeTown(await open(), '2027-03-10T09:00:00-05:00');
    expect(await town.services.confirmation((await town.newcomer('nadia')).accountId)).toBeNull();
  });
});
