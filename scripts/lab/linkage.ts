import { bandOf, cutBands } from '#core/draw/bands.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { grouped } from '../catalogs/grouped.ts';
import type { Seeker } from './seeker.ts';
import { registrationTimes } from './todays-draw.ts';

/** Who was in a day's pool. */
export type PublishedDay = { readonly day: number; readonly seekers: readonly Seeker[] };

/** What the published lists would say under a policy: bands of at least so many requests, the first so many ports. */
export type Publication = { readonly bandSize: number; readonly ports: number };

/** `found`: chance of a right guess. `certain`: share of lines with a single candidate. */
export type Found = { readonly found: number; readonly certain: number };

/**
 * How well a stranger finds a line of the first list again in a later one, by size, ports and band alone. `knowing`: the
 * most that anybody could reach who even knew each line's day of registration. `bands` of the first list.
 */
export type Linkage = Publication & {
  readonly lists: number;
  readonly bands: number;
  readonly nextDay: Found;
  readonly lastDay: Found & { readonly knowing: number };
  readonly bySize: readonly (Found & { readonly size: string; readonly lines: number })[];
};

/** The attack on lists of successive days. */
export function linkageOf(days: readonly PublishedDay[], publication: Publication, firstDay: LocalDay): Linkage {
  const lookOf = looksBy(publication.ports);
  const lists = days.map((day) => publish(day, { lookOf, bandSize: publication.bandSize, firstDay }));
  const [first] = lists;
  if (!first || lists.length < 2) throw new Error(`expected at least two published days, found ${lists.length}`);
  const nextDay = follow(lists.slice(0, 2), lookOf);
  const lastDay = follow(lists, lookOf);
  return {
    ...publication,
    lists: lists.length,
    bands: 1 + Math.max(...first.bandOfArrival),
    nextDay: foundIn(nextDay),
    lastDay: { ...foundIn(lastDay), knowing: mean(lastDay, ({ sameDay }) => 1 / sameDay) },
    bySize: [...grouped(lastDay, ({ size }) => sizeClass(size))]
      .sort(([one], [other]) => Number.parseInt(one, 10) - Number.parseInt(other, 10))
      .map(([size, lines]) => ({ size, lines: lines.length, ...foundIn(lines) })),
  };
}

type LookOf = (seeker: Seeker) => number;

/** A list as an attacker reads it. `alike`: by look, how many lines of each day of registration there are. */
type List = {
  readonly seekers: readonly Seeker[];
  readonly bandOfArrival: readonly number[];
  readonly alike: ReadonlyMap<number, Uint32Array>;
  /** By look, how many lines of each band there are: this is all that is published. */
  readonly alikeInBand: ReadonlyMap<number, Uint32Array>;
};

type Followed = { readonly size: number; readonly candidates: number; readonly sameDay: number };

/** A number for each size and list of ports that looks the same. */
function looksBy(portsShown: number): LookOf {
  const numbers = new Map<string, number>();
  const known = new Map<readonly string[], number>();
  const numberOf = (ports: readonly string[]): number => {
    const text = ports.slice(0, portsShown).join();
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    known.set(ports, number);
    return number;
  };
  return ({ size, ports }) => 100 * (known.get(ports) ?? numberOf(ports)) + size;
}

type How = { readonly lookOf: LookOf; readonly bandSize: number; readonly firstDay: LocalDay };

function publish({ day, seekers }: PublishedDay, { lookOf, bandSize, firstDay }: How): List {
  const registered = registrationTimes(firstDay, day);
  const bounds = cutBands(
    seekers.map(({ group }) => registered[group.arrival] ?? 0),
    bandSize,
  );
  const bandOfArrival = registered.map((time) => bandOf(time, bounds));
  const alike = new Map<number, Uint32Array>();
  const alikeInBand = new Map<number, Uint32Array>();
  for (const seeker of seekers) {
    const look = lookOf(seeker);
    const { arrival } = seeker.group;
    countAt(alike, look, { at: arrival, room: day + 1 });
    countAt(alikeInBand, look, { at: bandOfArrival[arrival] ?? 0, room: bounds.length + 1 });
  }
  return { seekers, bandOfArrival, alike, alikeInBand };
}

function countAt(
  counts: Map<number, Uint32Array>,
  look: number,
  { at, room }: { readonly at: number; readonly room: number },
): void {
  const found = counts.get(look) ?? new Uint32Array(room);
  found[at] = (found[at] ?? 0) + 1;
  counts.set(look, found);
}

/** For each line of the first list that is in all of them: how many lines of the last it may be. */
function follow(lists: readonly List[], lookOf: LookOf): readonly Followed[] {
  const [first, last] = [lists[0], lists.at(-1)];
  if (!first || !last) return [];
  let stayed = first.seekers;
  for (const { seekers } of lists.slice(1)) {
    const there = new Set(seekers);
    stayed = stayed.filter((seeker) => there.has(seeker));
  }
  const known = new Map<string, number>();
  return stayed.map((seeker) => {
    const { arrival } = seeker.group;
    const look = lookOf(seeker);
    const band = first.bandOfArrival[arrival] ?? 0;
    const key = `${look} ${band}`;
    const candidates = known.get(key) ?? candidatesFor(look, band, lists);
    known.set(key, candidates);
    return { size: seeker.size, candidates, sameDay: last.alike.get(look)?.[arrival] ?? 0 };
  });
}

/**
 * Lines of the last list that look alike and lie in a band with a day of registration that is possible: one of the first
 * line's band, at which each list between has a line that looks alike.
 */
function candidatesFor(look: number, band: number, lists: readonly List[]): number {
  const [first, last] = [lists[0], lists.at(-1)];
  if (!first || !last) return 0;
  const bands = new Set<number>();
  for (const [arrival, itsBand] of first.bandOfArrival.entries()) {
    if (itsBand !== band) continue;
    const isPossible = lists.every(
      ({ alikeInBand, bandOfArrival }) => (alikeInBand.get(look)?.[bandOfArrival[arrival] ?? 0] ?? 0) > 0,
    );
    if (isPossible) bands.add(last.bandOfArrival[arrival] ?? 0);
  }
  return [...bands].reduce((sum, one) => sum + (last.alikeInBand.get(look)?.[one] ?? 0), 0);
}

function foundIn(lines: readonly Followed[]): Found {
  return {
    found: mean(lines, ({ candidates }) => 1 / candidates),
    certain: mean(lines, ({ candidates }) => (candidates === 1 ? 1 : 0)),
  };
}

function sizeClass(size: number): string {
  if (size <= 4) return String(size);
  return size <= 6 ? '5 to 6' : '7 or more';
}

function mean(lines: readonly Followed[], value: (line: Followed) => number): number {
  if (lines.length === 0) return 0;
  return Number((lines.reduce((sum, line) => sum + value(line), 0) / lines.length).toPrecision(3));
}
