import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '#server/db/database.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { type Act, act, inWords } from '#tests/support/model/acts.ts';
import { tooSeldom } from '#tests/support/model/floors.ts';
import { logsRecompute } from '#tests/support/model/logs.ts';
import { Broken, type Played, play, step } from '#tests/support/model/play.ts';
import { shorten } from '#tests/support/model/shorten.ts';

// `SEED=… npx vitest run random-acts` plays the same acts again; so does the title of a test that failed.
const isFull = process.env['PUENTE_FULL'] === '1';
// New acts are for the full test: what they come across is older than the change that is being tested.
const usual = 3002;
const seed = Number(process.env['SEED'] ?? (isFull ? randomInt(2 ** 31) : usual));
const runs = isFull ? 10 : 1;
/** Of those that changed something or were refused. */
const actsARun = 200;
/** Enough to find those among, whatever there is nothing for. */
const actsToTry = 10_000;
/** Milliseconds to look for fewer acts that fail as well. */
const patience = isFull ? 600_000 : 120_000;
const day = 24 * 3_600_000;

eachDatabase((_name, open) => {
  for (const own of Array.from({ length: runs }, (_, index) => seed + index)) {
    test(`200 random acts of people, officers and the clock leave everybody where the model says, SEED=${own}`, {
      timeout: patience + 120_000,
    }, async () => {
      const [acts = []] = fc.sample(fc.array(act, { minLength: actsToTry, maxLength: actsToTry, size: 'max' }), {
        seed: own,
        numRuns: 1,
      });
      const played = await tried(async () => playToTheEnd(await open(), acts, { seed: own, enough: actsARun }));
      // Those that were done are done again, one after the other: none is thrown away for another.
      const run = async (some: readonly Act[]) => playToTheEnd(await open(), some, { seed: own });
      if (!(played instanceof Broken)) {
        expect(played.count).toBe(actsARun);
        // Other seeds do other things: only of these acts is it known what has to happen.
        if (own === usual) expect(tooSeldom(played.setting.tally)).toEqual([]);
        return;
      }
      const needed = await shorten(
        played.acts,
        async (some) => {
          const again = await tried(() => run(some));
          return again instanceof Broken ? again.acts : null;
        },
        patience,
      );
      const last = await tried(() => run(needed));
      const { message, cause } = last instanceof Broken ? last : played;
      throw new Error(`SEED=${own}: ${message}\nafter these acts:\n${needed.map(inWords).join('\n')}`, { cause });
    });
  }
});

async function tried(run: () => Promise<Played>): Promise<Played | Broken> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Broken) return error;
    throw error;
  }
}

/** And then left alone for long enough: every state has a way out, and what was published can be recomputed. */
async function playToTheEnd(
  database: Database,
  acts: readonly Act[],
  how: Parameters<typeof play>[2],
): Promise<Played> {
  const played = await play(database, acts, how);
  const { setting } = played;
  try {
    await step(setting, { kind: 'wait', milliseconds: 40 * day });
    await step(setting, { kind: 'wait', milliseconds: 60_000 });
    for (const person of setting.applicants.values())
      expect(['offered', 'held', 'closed']).not.toContain((await setting.town.standing(person)).step);
    await logsRecompute(database);
  } catch (cause) {
    throw new Broken(String(cause), { acts: played.acts, cause });
  }
  return played;
}
