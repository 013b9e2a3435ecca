import type { PortCode } from '#core/ids.ts';
import type { Instant, LocalDay, LocalMinute } from '#core/time/instant.ts';

export type LastView = { readonly day: LocalDay; readonly how: string };

/** What a person's pages show of where she stands. */
export type StandingView =
  | { readonly step: 'registering' }
  | { readonly step: 'joined'; readonly since: Instant }
  | {
      readonly step: 'registered';
      readonly since: Instant;
      readonly people: number;
      readonly ports: readonly PortCode[];
      readonly isStanding: boolean;
      /** The project shows one of these. */
      readonly last: readonly (LastView | null)[];
    }
  | {
      readonly step: 'waiting' | 'closed';
      readonly since: Instant;
      readonly people: number;
      readonly day: LocalDay;
      readonly ports: readonly PortCode[];
      readonly isStanding: boolean;
    }
  | {
      readonly step: 'offered' | 'held';
      readonly since: Instant;
      readonly port: PortCode;
      readonly slot: LocalMinute;
      readonly people: number;
      readonly deadlineAt: Instant;
      readonly canExtend: boolean;
      readonly misses: number;
    }
  | {
      readonly step: 'booked';
      readonly since: Instant;
      readonly port: PortCode;
      readonly slot: LocalMinute;
      readonly people: number;
    };

/** All that the model and the project are compared by, in lines that a person can read. */
export type TownView = {
  readonly standing: Readonly<Record<string, StandingView>>;
  readonly pools: readonly string[];
  /** People that hold a place: `port slot people`. */
  readonly taken: readonly string[];
  /** Messages owed: `who kind`. */
  readonly told: readonly string[];
  /** Asking each day: `who state reason`. */
  readonly wishes: readonly string[];
  /** Who waits for a person: `who step`. */
  readonly helps: readonly string[];
  /** Places that came back and to whom they went: `day n act port who people why`. */
  readonly logs: readonly string[];
};
