import { isDeepStrictEqual } from 'node:util';
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
import { add, countRise, isRefusal, nameOf, type Tally, timesTried } from './tally.ts';
import type { StandingView, TownView } from './view.ts';

/** Three in the afternoon, Eastern: the pool of 11 March is open until 11:00 the next morning. */
const afternoon = '2027-03-10T15:00:00-05:00';
const daysWithSlots = 600;

/** What broke, and the acts up to it that did something or were refused. */
export class Broken extends Error {
  readonly acts: readonly Act[];
  constructor(message: string, { acts, cause }: { readonly acts: readonly Act[]; readonly cause: unknown }) {
    super(message, { cause });
    this.acts = acts;
  }
}

/** `count`: of the acts, those that changed something or were refused. */
export type Played = { readonly setting: Setting; readonly acts: readonly Act[]; readonly count: number };

/** Acts that are looked through for the one that was tried least. */
const choice = 24;

/** What others wait for happens more often than they; what ends much for everybody, less. By name, or by kind. */
const share: Readonly<Record<string, number>> = {
  'wait hours': 5,
  'wait days': 1,
  'wait weeks': 1,
  rush: 3,
  ask: 2,
  confirm: 3,
  cancel: 1.5,
  move: 2,
  'still-waiting': 1.5,
  'ask-for-help confirm': 2,
  decide: 0.5,
  'accept-terms': 0.5,
  leave: 0.5,
  'change-terms': 0.3,
  delete: 0.3,
  withdraw: 0.5,
};

/**
 * Plays the acts on an empty database and in the model; after each the two have to agree. Throws `Broken`. With `enough`,
 * until so many changed something or were refused (what there was nothing for counts for nothing), and of the next few
 * each time the one of the kind that was tried least: what can be done seldom is done when it can be.
 */
export async function play(
  database: Database,
  acts: readonly Act[],
  { seed, enough, reserve = 6 }: { readonly seed: number; readonly enough?: number; readonly reserve?: number },
): Promise<Played> {
  const setting = await begin(database, seed, reserve);
  const coming = [...acts];
  const played: Act[] = [];
  let count = 0;
  while (coming.length > 0 && count < (enough ?? Infinity)) {
    const one = enough === undefined ? coming.shift() : takeRarest(setting, coming);
    if (!one) continue;
    const did = await step(setting, one).catch((cause: unknown) => {
      const words = cause instanceof Error ? cause.message : String(cause);
      const until = [...played, one];
      throw new Broken(`after act ${until.length}, ${inWords(one)}: ${words}`, { acts: until, cause });
    });
    if (did !== 'idle') played.push(one);
    if (did === 'something') count += 1;
  }
  return { setting, acts: played, count };
}

/** Of the next few that there is something for, the one whose kind was tried least; the others are thrown away. */
function takeRarest({ model, tally }: Setting, coming: Act[]): Act | undefined {
  const next = coming.splice(0, choice).flatMap((meant) => {
    const one = aimed(model, meant);
    if (isIdle(model, one)) return [];
    const name = nameOf(model, one);
    return [{ meant, times: timesTried(tally, name) / (share[name] ?? share[one.kind] ?? 1) }];
  });
  const least = Math.min(...next.map(({ times }) => times));
  return next.find(({ times }) => times === least)?.meant;
}

/** `idle`: not tried, since there is nothing that it could be about. `nothing`: taken, and all is as it was. */
type Did = 'idle' | 'nothing' | 'something';

export async function step(setting: Setting, meant: Act): Promise<Did> {
  const { town, model, applicants, tally } = setting;
  if (meant.kind === 'rush') return rush(setting, meant);
  const one = aimed(model, meant);
  if (isIdle(model, one)) return 'idle';
  const name = nameOf(model, one);
  const before = remembered(model);
  const { answer, learned } = await perform(setting, one);
  const seen = await look(town, model);
  expect(answer, 'the answer').toBe(apply(model, one, { seen, learned }));
  const isRefused = isRefusal(answer);
  // Nobody else's page shows a telephone number, and the model holds none.
  const isChanged = one.kind === 'edit' || !isDeepStrictEqual(before, remembered(model));
  await learnRequests(town, model);
  const found = await readTown(town, applicants, model);
  expect(found).toEqual(asShown(expectedView(model, [...applicants.keys()]), found));
  countRise(tally, setting.shown, found);
  setting.shown = found;
  const did = isRefused || isChanged ? 'something' : 'nothing';
  add(tally, `${name} ${did === 'nothing' ? did : answer}`);
  return did;
}

/** Everybody who can asks. */
async function rush(setting: Setting, { isStanding }: Extract<Act, { kind: 'rush' }>): Promise<Did> {
  const all = askers(setting.model);
  for (const who of all) await step(setting, { kind: 'ask', who, pick: 0, isStanding, isInside: true });
  add(setting.tally, 'rush ok');
  return 'something';
}

/** The model as it is now; of its thousands of slots, those that people have places in. */
function remembered({ slots, ...rest }: Model): object {
  return structuredClone({ ...rest, slots: [...slots.values()].filter(({ taken: people }) => people > 0) });
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

async function begin(database: Database, seed: number, reserve: number): Promise<Setting> {
  const town = await makeTown(database, afternoon, { randomBytes: bytesFrom(seed + lots) });
  const model = emptyModel(town.tools.now());
  await layOutFewPlaces(database, model, reserve);
  const { day } = (await town.services.openPool()) ?? {};
  if (!day) throw new Error('expected an open pool at the beginning');
  model.pools.push({ day, state: 'open', drawnAt: null, room: new Map(), log: [] });
  const tally: Tally = new Map();
  const setting: Setting = { town, model, applicants: new Map(), tally, shown: null };
  for (const [index, who] of heads.entries()) {
    const ports = index % 2 === 0 ? twoPorts : twoPorts.toReversed();
    await step(setting, { kind: 'register', who, pick: 0, ports: index === 0 ? ports.slice(0, 1) : ports });
    await step(setting, { kind: 'wait', milliseconds: 60_000 });
  }
  for (const who of everybody) if (!model.accounts.has(who)) await step(setting, { kind: 'sign-in', who, pick: 0 });
  // Of what the acts do, none was done yet.
  tally.clear();
  return setting;
}

/** Days of few places, so that somebody is left out, and a reserve that moves and newborns can use up. */
async function layOutFewPlaces(database: Database, model: Model, reserve: number): Promise<void> {
  const db = database.kysely;
  await sql`delete from slots`.execute(db);
  const first = dayIn(model.now, zone);
  const days = Array.from({ length: daysWithSlots }, (_, index) => addDays(first, index));
  const slots = days.flatMap((day) =>
    ports
      .filter(({ code }) => twoPorts.includes(code))
      .flatMap(({ code: port }) => [
        ...(port === 'laredo' ? [{ port, slotLocal: minuteOf(day, '08:00'), places: 1, reserve }] : []),
        { port, slotLocal: minuteOf(day, '09:00'), places: 1, reserve },
      ]),
  );
  for (let from = 0; from < slots.length; from += 1000) await addSlots(db, slots.slice(from, from + 1000));
  for (const { port, slotLocal: slot, places, reserve } of slots)
    model.slots.set(`${port} ${slot}`, { port, slot, places, reserve, taken: 0 });
}

/** Whatever asks for bytes earlier changes all lots: then another one here, with which the usual acts come to everything. */
const lots = 7;

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
