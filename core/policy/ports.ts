import type { PortCode } from '#core/ids.ts';
import type { TimeZone } from '#core/time/instant.ts';
import file from './ports.json' with { type: 'json' };

/** A port of entry. Its name is a proper name, the same in every language; sorted by code. */
export type Port = {
  readonly code: PortCode;
  readonly name: string;
  readonly state: string;
  /** Of the crossing, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  /** In which its slots are named. */
  readonly timeZone: TimeZone;
  /** The city before it, where people wait: its clocks can differ from the port's. */
  readonly across: { readonly city: string; readonly timeZone: TimeZone };
  /** Where to go. Latin letters, as on a sign; `isMadeUp` is said wherever it is shown. */
  readonly address: { readonly text: string; readonly isMadeUp: boolean };
  /** People a day in the demonstration; a real day's places are what its operator sets. */
  readonly dailyPlaces: number;
};

export const ports: readonly Port[] = file.ports.map((port) => ({
  code: port.code as PortCode,
  name: port.name,
  state: port.state,
  latitude: port.latitude,
  longitude: port.longitude,
  timeZone: port.timeZone as TimeZone,
  across: { city: port.across.city, timeZone: port.across.timeZone as TimeZone },
  address: port.address,
  dailyPlaces: port.dailyPlaces,
}));

export const portCodes: readonly PortCode[] = ports.map((port) => port.code);

export function isPortCode(text: string): text is PortCode {
  return (portCodes as readonly string[]).includes(text);
}

/** The port of that code. Throws for a code that isn't one: what comes from outside goes through `isPortCode` first. */
export function portOf(code: PortCode): Port {
  const port = ports.find((candidate) => candidate.code === code);
  if (!port) throw new Error(`expected one of the ports ${portCodes.join(', ')}, found ${code}`);
  return port;
}
