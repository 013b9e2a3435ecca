import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '#server/db/database.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { type Act, act, inWords } from '#tests/support/model/acts.ts';
import { logsRecompute } from '#tests/support/model/logs.ts';
import { Broken, play, step } from '#tests/support/model/play.ts';
import { shorten } from '#tests/support/model/shorten.ts';

// `SEED=… npx vitest run random-acts` plays the same acts again; so does the title of a test that failed.
const isFull = process.env['PUENTE_FULL'] === '1';
// New acts are for the full test: what they come across is older than the change that is being tested.
const usual = 36_140_630;
const seed = Number(process.env['SEED'] ?? (isFull ? randomInt(2 ** 31) : usual));
const runs = isFull ? 10 : 1;
const actsARun = 200;
/** Milliseconds to look for fewer acts that fail as well. */
const patience = isFull ? 600_000 : 120_000;
const day = 24 * 3_600_000;

eachDatabase((_name, open) => {
  for (const own of Array.from({ length: runs }, (_, index) => seed + index)) {
    test(`200 random acts of people, officers and the clock leave everybody where the model says, SEED=${own}`, {
      timeout: patience + 120_000,
    }, async () => {
      const [acts = []] = fc.sample(fc.array(act, { minLength: actsARun, maxLength: actsARun, size: 'max' }), {
        seed: own,
        numRuns: 1,
      });
      const run = async (some: readonly Act[]) => playToTheEnd(await open(), some, own);
      const broken = await breaks(run, acts);
      if (!broken) return;
      const needed = await shorten(
        acts.slice(0, broken.index + 1),
        async (some) => (await breaks(run, some))?.index ?? null,
        patience,
      );
      const last = (await breaks(run, needed)) ?? broken;
      throw new Error(`SEED=${own}: ${last.message}\nafter these acts:\n${needed.map(inWords).join('\n')}`, {
        cause: last.cause,
      });
    });
  }
});

async function breaks(run: (acts: readonly Act[]) => Promise<void>, acts: readonly Act[]): Promise<Broken | null> {
  try {
    await run(acts);
    return null;
  } catch (error) {
    if (error instanceof Broken) return error;
    return new Broken(String(error), { index: acts.length - 1, cause: error });
  }
}

/** And then left alone for long enough: every state has a way out, and what was published can be recomputed. */
async function playToTheEnd(database: Database, acts: readonly Act[], own: number): Promise<void> {
  const setting = await play(database, acts, own);
  await step(setting, { kind: 'wait', milliseconds: 40 * day });
  await step(setting, { kind: 'wait', milliseconds: 60_000 });
  for (const person of setting.applicants.values())
    expect(['offered', 'held', 'closed']).not.toContain((await setting.town.standing(person)).step);
  await logsRecompute(database);
}
