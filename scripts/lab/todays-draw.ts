import { bandOf, cutBands } from '#core/draw/bands.ts';
import type { Capacity } from '#core/draw/capacity.ts';
import { protocol } from '#core/draw/forms.ts';
import type { PortCode } from '#core/ids.ts';
import type { Policy } from '#core/policy/policy.ts';
import { closesAt, slotDayOf } from '#core/pool/window.ts';
import { addDays, addHours, minuteOf } from '#core/time/day.ts';
import type { Instant, LocalDay, TimeZone } from '#core/time/instant.ts';
import { instantAt } from '#core/time/zone.ts';
import { drawOf } from './draw-of-day.ts';
import { type OfferCounts, Offers } from './offers.ts';
import type { DayOfPhase } from './rush.ts';
import { bestOf, type Seeker, wantsPlace } from './seeker.ts';

/** A closed pool, as the draw sees it. `bounds` are the bands' of the announcement. */
export type ClosedPool = {
  readonly day: number;
  readonly seekers: readonly Seeker[];
  readonly bounds: readonly string[];
  readonly capacity: Capacity;
};

export type TodaysRules = {
  readonly policy: Policy;
  /** Of the season. */
  readonly firstDay: LocalDay;
  readonly watch?: ((pool: ClosedPool) => void) | undefined;
};

/** A season by today's rules. Each day: what lapsed goes on, the standing requests ask, the pool closes, the draw, the offers. */
export class TodaysDraw {
  readonly #rules: TodaysRules;
  readonly #offers: Offers;

  constructor(rules: TodaysRules) {
    this.#rules = rules;
    this.#offers = new Offers(rules);
  }

  get offers(): OfferCounts {
    return this.#offers.counts;
  }

  play({ day, seekers, places, random }: DayOfPhase): void {
    const { policy, firstDay, watch } = this.#rules;
    const poolDay = addDays(firstDay, day);
    const now = closesAt(poolDay, policy.requestWindow);
    this.#offers.settle(now, random);
    for (const seeker of seekers)
      if (seeker.state === 'paused' && day >= seeker.resumesOn && wantsPlace(seeker, day)) seeker.state = 'waiting';

    const pool = seekers.filter((seeker) => isInPool(seeker, day, policy));
    const registered = registrationTimes(firstDay, day);
    const bounds = cutBands(
      pool.map(({ group }) => registered[group.arrival] ?? 0),
      policy.bandSize,
    );
    const bands = registered.map((time) => bandOf(time, bounds));
    for (const seeker of pool) seeker.band = bands[seeker.group.arrival] ?? 0;

    const capacity = capacityOf(poolDay, places, policy);
    watch?.({ day, seekers: pool, bounds, capacity });
    const tickets = Float64Array.from(pool, ({ chances }) => bestOf(chances, random.unit()));
    const { line } = drawOf({ requests: pool, tickets }, capacity);
    const startsAt = instantAt(
      minuteOf(slotDayOf(poolDay, policy), '12:00'),
      policy.requestWindow.timeZone as TimeZone,
    );
    this.#offers.drawn({
      day,
      now,
      startsAt,
      random,
      line: line.flatMap(({ position, entrant, place }) => {
        const seeker = pool[position];
        return seeker ? [{ seeker, entrant, place }] : [];
      }),
    });
  }

  /** After the last day: what is still open is answered, or not. */
  end(random: DayOfPhase['random']): void {
    this.#offers.settle(Number.POSITIVE_INFINITY as Instant, random);
  }
}

/** A standing request goes on for a while after the last sign of life. A group that is too large can't ask. */
export function isInPool({ state, size, group }: Seeker, day: number, policy: Policy): boolean {
  return state === 'waiting' && size <= policy.maxGroup && day < group.arrival + group.patience + policy.signOfLifeDays;
}

/** By day of arrival, up to `day`. Any time of the day will do: bands are cut at midnights. */
export function registrationTimes(firstDay: LocalDay, day: number): readonly Instant[] {
  const first = Date.parse(`${firstDay}T12:00:00Z`) as Instant;
  return Array.from({ length: day + 1 }, (_, arrival) => addHours(first, 24 * arrival));
}

function capacityOf(poolDay: LocalDay, places: ReadonlyMap<PortCode, number>, policy: Policy): Capacity {
  const { maxGroup, oldestShare } = policy;
  const slot = minuteOf(slotDayOf(poolDay, policy), '12:00');
  const ports = [...places].map(([port, people]) => ({ port, slots: [{ places: people, slot }] }));
  return { day: poolDay, maxGroup, oldestShare, ports, protocol };
}
