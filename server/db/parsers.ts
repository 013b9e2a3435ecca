import type { Instant } from '#core/time/instant.ts';

/** Type numbers of PostgreSQL's catalog (pg_type.dat): the same on every server and on PGlite. */
export const typeIds = { bytea: 17, int8: 20, date: 1082, timestamptz: 1184 } as const;

/** How the two drivers are made to read alike; each left alone gives strings, Dates or BigInts of its own choice. */
export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [typeIds.int8]: parseInt8,
  [typeIds.bytea]: parseBytea,
  [typeIds.date]: (text) => text,
  [typeIds.timestamptz]: parseTimestamp,
};

export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`expected an int8 within 2^53, found ${text}: cast it to text`);
  return value;
}

/** PostgreSQL's hex form, `\x00ff`. */
export function parseBytea(text: string): Uint8Array {
  if (!text.startsWith('\\x')) throw new Error('expected bytea in hex form: bytea_output must be hex');
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'));
}

const timestamp = /^(\d{4,6}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?([+-]\d{2})(?::(\d{2}))?$/;

/** `2027-01-05 17:00:00.123456+00` in DateStyle ISO. What is below the millisecond is cut off. */
export function parseTimestamp(text: string): Instant {
  const match = timestamp.exec(text);
  if (!match) throw new Error(`expected a timestamptz in DateStyle ISO, found ${text}`);
  const [, day, time, fraction = '', hours, minutes = '00'] = match;
  return Date.parse(`${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}${hours}:${minutes}`) as Instant;
}
