import { sql } from 'kysely';
import { expect } from 'vitest';
import { ports } from '#core/policy/ports.ts';
import { addDays, minuteOf } from '#core/time/day.ts';
import { dayIn } from '#core/time/zone.ts';
import type { Database } from '#server/db/database.ts';
import { addSlots } from '#server/db/repositories/slots.ts';
import { makeTown } from '../town.ts';
import { type Act, everybody, heads, inWords } from './acts.ts';
import { apply } from './apply.ts';
import { aimed, askers, isIdle, twoPorts } from './choose.ts';
import { expectedView } from './expected.ts';
import { emptyModel, type Model } from './model.ts';
import { perform, type Setting } from './perform.ts';
import { zone } from './places.ts';
import { readTown } from './read-town.ts';
import { learnRequests, look } from './seen.ts';
import type { StandingView, TownView } from './view.ts';

/** Three in the afternoon, Eastern: the pool of 11 March is open until 11:00 the next morning. */
const afternoon = '2027-03-10T15:00:00-05:00';
const daysWithSlots = 600;

/** What broke, and at which of the acts. */
export class Broken extends Error {
  readonly index: number;
  constructor(message: string, { index, cause }: { readonly index: number; readonly cause: unknown }) {
    super(message, { cause });
    this.index = index;
  }
}

/** Plays the acts on an empty database and in the model; after each the two have to agree. Throws `Broken`. */
export async function play(database: Database, acts: readonly Act[], seed: number): Promise<Setting> {
  const setting = await begin(database, seed);
  for (const [index, one] of acts.entries()) {
    try {
      await step(setting, one);
    } catch (cause) {
      const words = cause instanceof Error ? cause.message : String(cause);
      throw new Broken(`after act ${index + 1}, ${inWords(one)}: ${words}`, { index, cause });
    }
  }
  return setting;
}

export async function step(setting: Setting, meant: Act): Promise<void> {
  const { town, model, applicants } = setting;
  if (meant.kind === 'rush') {
    const { isStanding, pick } = meant;
    for (const who of askers(model))
      await step(setting, { kind: 'ask', who, pick: 8 * pick, isStanding, isInside: true });
    return;
  }
  const one = aimed(model, meant);
  if (isIdle(model, one)) return;
  const { answer, learned } = await perform(setting, one);
  const seen = await look(town, model);
  expect(answer, 'the answer').toBe(apply(model, one, { seen, learned }));
  await learnRequests(town, model);
  const found = await readTown(town, applicants, model);
  expect(found).toEqual(asShown(expectedView(model, [...applicants.keys()]), found));
}

/** Where several ends of a request are of the same instant, each of them may be shown as the last. */
function asShown(expected: TownView, found: TownView): TownView {
  const standing = Object.entries(expected.standing).map(([name, view]): [string, StandingView] => {
    const shown = found.standing[name];
    if (view.step !== 'registered' || shown?.step !== 'registered') return [name, view];
    const isOne = view.last.some((one) => JSON.stringify(one) === JSON.stringify(shown.last[0]));
    return [name, isOne ? { ...view, last: shown.last } : view];
  });
  return { ...expected, standing: Object.fromEntries(standing) };
}

async function begin(database: Database, seed: number): Promise<Setting> {
  const town = await makeTown(database, afternoon, { randomBytes: bytesFrom(seed) });
  const model = emptyModel(town.tools.now());
  await layOutFewPlaces(database, model);
  const { day } = (await town.services.openPool()) ?? {};
  if (!day) throw new Error('expected an open pool at the beginning');
  model.pools.push({ day, state: 'open', drawnAt: null, room: new Map(), log: [] });
  const setting: Setting = { town, model, applicants: new Map() };
  for (const [index, who] of heads.entries()) {
    const ports = index % 2 === 0 ? twoPorts : twoPorts.toReversed();
    await step(setting, { kind: 'register', who, pick: 0, ports: index === 0 ? ports.slice(0, 1) : ports });
    await step(setting, { kind: 'wait', milliseconds: 60_000 });
  }
  for (const who of everybody) if (!model.accounts.has(who)) await step(setting, { kind: 'sign-in', who, pick: 0 });
  return setting;
}

/** Days of few places, so that somebody is left out, and a reserve that moves and newborns can use up. */
async function layOutFewPlaces(database: Database, model: Model): Promise<void> {
  const db = database.kysely;
  await sql`delete from slots`.execute(db);
  const first = dayIn(model.now, zone);
  const days = Array.from({ length: daysWithSlots }, (_, index) => addDays(first, index));
  const slots = days.flatMap((day) =>
    ports
      .filter(({ code }) => twoPorts.includes(code))
      .flatMap(({ code: port }) => [
        { port, slotLocal: minuteOf(day, '08:00'), places: 1, reserve: 6 },
        { port, slotLocal: minuteOf(day, '09:00'), places: 1, reserve: 6 },
      ]),
  );
  for (let from = 0; from < slots.length; from += 1000) await addSlots(db, slots.slice(from, from + 1000));
  for (const { port, slotLocal: slot, places, reserve } of slots)
    model.slots.set(`${port} ${slot}`, { port, slot, places, reserve, taken: 0 });
}

/** The same bytes for the same seed, so that a draw chooses the same people again (mulberry32). */
function bytesFrom(seed: number): (count: number) => Uint8Array {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    const again = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
    return (again ^ (again >>> 14)) & 0xff;
  };
  return (count) => Uint8Array.from({ length: count }, next);
}
