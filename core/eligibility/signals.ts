import { ports } from '#core/policy/ports.ts';
import type { Instant, TimeZone } from '#core/time/instant.ts';
import { fieldsIn, isTimeZone } from '#core/time/zone.ts';
import { kilometersBetween, type Place } from './place.ts';

/**
 * What looks odd about a phone, for people to look at. None of these refuses anything (DESIGN, rule 12): a phone set to
 * the clock of home is an honest one nearly always.
 */
export const signalKinds = [
  'automation',
  'clock-off',
  'zone-unknown',
  'offset-unlike-zone',
  'zone-unlike-place',
  'languages-missing',
  'accuracy-implausible',
  'visitor',
] as const;
export type SignalKind = (typeof signalKinds)[number];

export type Signal = {
  readonly kind: SignalKind;
  /** Why; no personal data and no place. */
  readonly detail: Readonly<Record<string, string | number | boolean>>;
};

/** What the phone reports of itself, all of it optional and none of it to be trusted. Unknown names are passed over. */
export type PhoneReport = {
  /** `navigator.webdriver` and the like. */
  readonly automation?: unknown;
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
};

/** Minutes. Slow networks and badly set clocks are ordinary. */
const clockTolerance = 15;
/** Metres. No phone knows its place better; programs that fake one often say 0 or less than 1. */
const bestAccuracy = 1;
/** Kilometres from a port within which the clocks of the city before it are expected. */
const nearPort = 50;

/** Every zone whose clocks an honest phone in Mexico can show by itself. */
const zonesOfMexico = [
  'America/Tijuana',
  'America/Hermosillo',
  'America/Mazatlan',
  'America/Chihuahua',
  'America/Mexico_City',
  'America/Monterrey',
  'America/Cancun',
] as readonly string[] as readonly TimeZone[];

/** The signals of one asking at `now`, in the order of `signalKinds`. */
export function signalsOf(report: PhoneReport, place: Place | undefined, now: Instant): readonly Signal[] {
  return [
    ...automationSignals(report),
    ...clockSignals(report, now),
    ...zoneSignals(report, place, now),
    ...phoneSignals(report, place),
  ];
}

function automationSignals(report: PhoneReport): readonly Signal[] {
  return report.automation === true ? [{ kind: 'automation', detail: {} }] : [];
}

function clockSignals(report: PhoneReport, now: Instant): readonly Signal[] {
  if (typeof report.clock !== 'number' || !Number.isFinite(report.clock)) return [];
  const minutes = Math.round((report.clock - now) / 60_000);
  return Math.abs(minutes) > clockTolerance ? [{ kind: 'clock-off', detail: { minutes } }] : [];
}

function zoneSignals(report: PhoneReport, place: Place | undefined, now: Instant): readonly Signal[] {
  const { timeZone, offsetMinutes } = report;
  if (typeof timeZone !== 'string') return [];
  if (!isTimeZone(timeZone)) return [{ kind: 'zone-unknown', detail: {} }];
  const offset = fieldsIn(now, timeZone).offsetMinutes;
  const signals: Signal[] = [];
  if (typeof offsetMinutes === 'number' && offsetMinutes !== offset) {
    signals.push({ kind: 'offset-unlike-zone', detail: { timeZone, expected: offset, offsetMinutes } });
  }
  if (place && !offsetsAt(place, now).includes(offset)) {
    signals.push({ kind: 'zone-unlike-place', detail: { timeZone, offset } });
  }
  return signals;
}

function phoneSignals(report: PhoneReport, place: Place | undefined): readonly Signal[] {
  const signals: Signal[] = [];
  // Every browser that a person uses names a language; bare automation often names none.
  if (report.languages === '') signals.push({ kind: 'languages-missing', detail: {} });
  if (place && place.accuracyMeters < bestAccuracy) {
    signals.push({ kind: 'accuracy-implausible', detail: { accuracyMeters: place.accuracyMeters } });
  }
  if (typeof report.visitorId === 'string' && /^[A-Za-z0-9]{8,64}$/.test(report.visitorId)) {
    signals.push({ kind: 'visitor', detail: { visitorId: report.visitorId } });
  }
  return signals;
}

function offsetsAt(place: Place, now: Instant): readonly number[] {
  const near = ports.filter((port) => kilometersBetween(port, place) <= nearPort);
  // A phone at the border catches the networks of both sides.
  const zones = near.length > 0 ? near.flatMap((port) => [port.timeZone, port.across.timeZone]) : zonesOfMexico;
  return zones.map((zone) => fieldsIn(now, zone).offsetMinutes);
}
