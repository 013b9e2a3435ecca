import { expect, test } from 'vitest';
import { isRoundSigned, timeOfRound } from '#core/beacon/drand.ts';
import { err } from '#core/result.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import type { Beacon } from '#server/beacon/contract.ts';
import { createSandboxBeacon } from '#server/beacon/sandbox.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { hour, makeTown, must, type Town } from '#tests/support/town.ts';
import { afternoon } from '#tests/support/town-acts.ts';
import { keepTime } from './keep-time.ts';

const day = '2027-03-11' as LocalDay;
const minute = hour / 60;

eachDatabase((_name, open) => {
  async function fileOf({ services }: Town, name: 'announcement.json' | 'summary.json') {
    return JSON.parse(must(await services.drawFile({ day, name, isWitness: false })).text) as Record<string, unknown>;
  }

  test("a draw waits for the announced round of drand's, and takes it into its seed", async () => {
    let now: () => Instant = () => 0 as Instant;
    let isDown = true;
    const sandbox = createSandboxBeacon(() => now());
    const beacon: Beacon = {
      ...sandbox,
      signatureOf: async (round) => (isDown ? err({ kind: 'beacon-unavailable' }) : sandbox.signatureOf(round)),
    };
    const town = await makeTown(await open(), afternoon, { beacon });
    now = town.tools.now;
    must(await town.ask(await town.registered('marie')));
    // The pool closes at 11:00.
    await town.wait(20 * hour);
    const { drandRound } = await fileOf(town, 'announcement.json');
    const out = timeOfRound(Number(drandRound), beacon.chain) - now();
    expect(out > 10 * minute && out < 16 * minute).toBe(true);
    const waiting = { day, stage: 'revealing', waitsFor: ['drand'] };
    expect(await town.services.drawNow()).toMatchObject(waiting);

    isDown = false;
    await town.wait(10 * minute);
    expect(await town.services.drawNow()).toMatchObject(waiting);
    isDown = true;
    await town.wait(10 * minute);
    expect(await town.services.drawNow()).toMatchObject(waiting);
    isDown = false;
    await town.wait(minute);

    const { drandSignature } = await fileOf(town, 'summary.json');
    expect(isRoundSigned(Number(drandRound), String(drandSignature), beacon.chain)).toBe(true);
  });

  test('one that waits for a round is told of where no beacon is set any more', async () => {
    let now: () => Instant = () => 0 as Instant;
    const town = await makeTown(await open(), afternoon, { beacon: createSandboxBeacon(() => now()) });
    now = town.tools.now;
    await town.wait(20 * hour);
    await expect(keepTime({ ...town.tools, beacon: null })).rejects.toThrow(/waits for drand's round \d+: set BEACON/);
  });
});
