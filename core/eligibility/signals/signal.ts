import type { Instant } from '#core/time/instant.ts';
import type { Place } from '../place.ts';

/**
 * What looks odd about a phone, for people to look at. None of these refuses anything (DESIGN, rule 12): a phone set to
 * the clock of home is an honest one nearly always.
 */
export const signalKinds = [
  'automation',
  'software-renderer',
  'missing-sensors',
  'clock-off',
  'zone-unknown',
  'offset-unlike-zone',
  'zone-against-place',
  'languages-missing',
  'language-against-place',
  'accuracy-too-good',
  'frozen-place',
  'still-place',
  'impossible-travel',
  'filled-too-fast',
  'repeated-sequence',
  'visitor',
] as const;
export type SignalKind = (typeof signalKinds)[number];

export type Signal = {
  readonly kind: SignalKind;
  /** Why, in numbers and codes; no personal data and no place. */
  readonly detail: Readonly<Record<string, string | number | boolean>>;
};

/** What the phone reports of itself, all of it optional and none of it to be trusted. Unknown names are passed over. */
export type PhoneReport = {
  /** `navigator.webdriver` and the like. */
  readonly automation?: unknown;
  /** What draws its pictures, as WebGL names it. */
  readonly renderer?: unknown;
  /** Whether its user agent says that it is a phone. */
  readonly phone?: unknown;
  /** Fingers that its screen can tell apart. */
  readonly touch?: unknown;
  /** Whether a motion was felt while the page was open; left out where the browser asks her first. */
  readonly motion?: unknown;
  /** The IANA name that the browser gives. */
  readonly timeZone?: unknown;
  /** Minutes east of Greenwich: the negative of `getTimezoneOffset()`. */
  readonly offsetMinutes?: unknown;
  /** The phone's clock when it sent, epoch milliseconds. */
  readonly clock?: unknown;
  /** FingerprintJS's visitor id: identical cheap phones share one. */
  readonly visitorId?: unknown;
  /** The browser's languages, joined by `,`. */
  readonly languages?: unknown;
  /** How often in a row the phone found exactly the same place, each time anew; see app/_ui/place-check/fixes.ts. */
  readonly sameFixes?: unknown;
  /** Milliseconds from opening the page to sending it. */
  readonly openMilliseconds?: unknown;
};

/** One asking or confirming, and what is known of those before it. */
export type Sighting = {
  readonly report: PhoneReport;
  readonly place: Place | undefined;
  readonly now: Instant;
  /** Coarse cells of this registration's last 24 hours, oldest first, see `cellOf`. */
  readonly earlier: readonly {
    readonly cell: string;
    readonly at: Instant;
    /** From the very same coordinates as now. */
    readonly isSame: boolean;
  }[];
  /** What she reads and speaks: BCP 47, such as `ht`. */
  readonly languages: readonly string[];
  /** Other registrations whose hands moved in the same rhythm. */
  readonly sameSequences: number;
};

export type SignalRule = (sighting: Sighting) => readonly Signal[];
