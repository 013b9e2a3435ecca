import { ports } from '#core/policy/ports.ts';
import type { Instant, TimeZone } from '#core/time/instant.ts';
import { fieldsIn, isTimeZone } from '#core/time/zone.ts';
import { kilometersBetween, type Place } from '../place.ts';
import type { Sighting, Signal } from './signal.ts';

/** Minutes. Slow networks and badly set clocks are ordinary. */
const clockTolerance = 15;
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

export function clockOff({ report, now }: Sighting): readonly Signal[] {
  if (typeof report.clock !== 'number' || !Number.isFinite(report.clock)) return [];
  const minutes = Math.round((report.clock - now) / 60_000);
  return Math.abs(minutes) > clockTolerance ? [{ kind: 'clock-off', detail: { minutes } }] : [];
}

/** A zone that there is not, whose clocks differ from the phone's, or that nobody has where the phone says it is. */
export function zoneOdd({ report, place, now }: Sighting): readonly Signal[] {
  const { timeZone, offsetMinutes } = report;
  if (typeof timeZone !== 'string') return [];
  if (!isTimeZone(timeZone)) return [{ kind: 'zone-unknown', detail: {} }];
  const offset = fieldsIn(now, timeZone).offsetMinutes;
  const signals: Signal[] = [];
  if (typeof offsetMinutes === 'number' && offsetMinutes !== offset) {
    signals.push({ kind: 'offset-unlike-zone', detail: { timeZone, expected: offset, offsetMinutes } });
  }
  if (place && !offsetsAt(place, now).includes(offset)) {
    signals.push({ kind: 'zone-against-place', detail: { timeZone, offset } });
  }
  return signals;
}

function offsetsAt(place: Place, now: Instant): readonly number[] {
  const near = ports.filter((port) => kilometersBetween(port, place) <= nearPort);
  // A phone at the border catches the networks of both sides.
  const zones = near.length > 0 ? near.flatMap((port) => [port.timeZone, port.across.timeZone]) : zonesOfMexico;
  return zones.map((zone) => fieldsIn(now, zone).offsetMinutes);
}
