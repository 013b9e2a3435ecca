import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '#core/time/day.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { makeApiSetting } from '#server/http/api.testing.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { folderOf } from '#tests/support/round.ts';
import { hour, makeTown, minute, must, type Town } from '#tests/support/town.ts';
import { afternoon, drawDay } from '#tests/support/town-acts.ts';
import { lookOnce, openedWitness, scratchFolder } from '#tests/support/witness-folder.ts';
import { verifyFiles } from '../verify-draw/verify-folder.ts';
import { makeWitness } from './folder.ts';
import { httpOperator } from './http-operator.ts';
import { learnPolicies } from './learn-policies.ts';

const names = ['alpha', 'beta'];
let folder = '';
beforeEach(() => {
  folder = scratchFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The server's own API before a town, without the network between. */
function talkingTo({ services }: Town) {
  const { app } = makeApiSetting(services);
  const send = async (address: string, init: RequestInit) => app.request(address, init);
  return (name: string) => {
    const { key } = openedWitness(join(folder, name));
    return httpOperator('http://localhost:3000', { name, key }, { send, clock: Date.now });
  };
}

eachDatabase((_name, open) => {
  test('the witness and the server understand each other, on two days in a row', async () => {
    for (const name of names) {
      const wished = { name, length: 3, trustees: 2, threshold: 2 };
      must(await makeWitness(join(folder, name), wished));
    }
    const witnesses = names.map((name) => ({ name, key: openedWitness(join(folder, name)).deposit.key }));
    const town = await makeTown(await open(), afternoon, { witnesses });
    const operatorOf = talkingTo(town);
    for (const name of names) {
      const { key, tip, length, threshold, trustees } = openedWitness(join(folder, name)).deposit;
      must(await operatorOf(name).join({ name, key, tip, length, escrow: { threshold, trustees } }));
    }
    const look = (name: string) =>
      lookOnce(openedWitness(join(folder, name)), operatorOf(name), { now: town.tools.now() });

    async function wholeDay(day: LocalDay, draw: number): Promise<void> {
      for (const kind of ['signed-announcement', 'revealed']) {
        for (const name of names) expect(await look(name)).toEqual({ kind, day, draw });
      }
      await town.wait(minute);
      for (const name of names) expect(await look(name)).toEqual({ kind: 'signed-result', day, draw });
      expect(await town.services.publishedDraw(day)).toMatchObject({ stage: 'cosigned-result', waitsFor: [] });
      expect(verifyFiles(await folderOf(town, day, true))).toMatchObject({ verdict: 'same' });
    }

    expect(await look('alpha')).toEqual({ kind: 'open', day: drawDay });
    const alpha = openedWitness(join(folder, 'alpha'));
    expect(await learnPolicies(alpha, operatorOf('alpha'), town.tools.now())).toEqual(town.tools.policies);
    must(await town.ask(await town.registered('marie', 'nogales', 'laredo')));
    await town.wait(20 * hour);
    await wholeDay(drawDay, 1);
    // The next window opens at noon and closes a day later.
    await town.wait(hour);
    must(await town.ask(await town.registered('anna', 'laredo')));
    await town.wait(23 * hour);
    await wholeDay(addDays(drawDay, 1), 2);
  });
});
