/** The protocol's name, which is part of every input. */
export const protocol = 'puente-draw-1';

/** 32 bytes in lower-case hex: ids, tickets, hashes, tips. */
export function isHex32(value: unknown): value is string {
  return isHex(value, 32);
}

/** So many bytes in lower-case hex. */
export function isHex(value: unknown, bytes: number): value is string {
  return typeof value === 'string' && value.length === 2 * bytes && /^[0-9a-f]*$/.test(value);
}

/** An integer in decimal, without sign or leading zeros. */
export function isDecimal(text: string): boolean {
  return /^(0|[1-9][0-9]*)$/.test(text);
}

/** Integers beyond 2^53 − 1 are not exact in JSON (RFC 7493, 2.2). */
export function isIntegerBetween(value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
}

export function isPortCode(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9-]+$/.test(value);
}

/** `YYYY-MM-DD`, and a day that exists. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** `YYYY-MM-DDTHH:MM`, local at the port. */
export function isSlot(value: unknown): value is string {
  return typeof value === 'string' && /T([01]\d|2[0-3]):[0-5]\d$/.test(value) && isDay(value.slice(0, -6));
}

/** RFC 3339 in UTC: `YYYY-MM-DDTHH:MM:SSZ`, with a fraction of a second or without. */
export function isTime(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^.{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?Z$/.test(value) &&
    isDay(value.slice(0, 10))
  );
}

/** Text that UTF-8 can write: a lone surrogate would silently become another character (RFC 8785, 3.2.2.2). */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && !/\p{Surrogate}/u.test(value);
}

function daysInMonth(year: number, month: number): number {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeapYear ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
