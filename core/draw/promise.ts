import type { Announcement } from './announcement.ts';
import { type AuditPath, isInTree } from './audit-path.ts';
import { bandOf } from './bands.ts';
import { canonicalJson, exactMembers, parseJson } from './canonical-json.ts';
import { isDay, isHex32, isIntegerBetween, isPortCode, isTime, protocol } from './forms.ts';
import { type Hash, nobleHash } from './hash.ts';
import { maxPorts, poolLine } from './pool.ts';
import { err, ok, type Result } from './result.ts';

/**
 * Section 6, on asking: what the operator signs (Ed25519 over its canonical JSON). Whoever changes her group or her ports
 * gets a new one; the last before the close counts.
 */
export type PoolPromise = {
  readonly day: string;
  /** The request's id of the day. */
  readonly id: string;
  /** Hash of the last announcement that was public then, or 64 zeros: nobody can be shown another season (section 8). */
  readonly lastAnnouncement: string;
  readonly ports: readonly string[];
  readonly protocol: typeof protocol;
  /** RFC 3339 in UTC: what her band follows from. */
  readonly registered: string;
  readonly size: number;
  /** RFC 3339 in UTC: when it was promised. */
  readonly time: string;
};

/** `at` names the member. */
export type PromiseError = { readonly kind: PromiseErrorKind; readonly at: string };

type PromiseErrorKind =
  | 'promise-not-json'
  | 'promise-not-canonical'
  | 'promise-members'
  | 'promise-protocol'
  | 'promise-day'
  | 'promise-id'
  | 'promise-announcement'
  | 'promise-ports'
  | 'promise-time'
  | 'promise-size';

const names = ['day', 'id', 'lastAnnouncement', 'ports', 'protocol', 'registered', 'size', 'time'] as const;

export function parsePromise(text: string): Result<PoolPromise, PromiseError> {
  const json = parseJson(text);
  if (json === undefined) return err({ kind: 'promise-not-json', at: '' });
  const promise = checkForm(json);
  if (promise.ok && canonicalJson(promise.value) !== text) return err({ kind: 'promise-not-canonical', at: '' });
  return promise;
}

/** The bytes to be signed, as text. */
export function writePromise(promise: Omit<PoolPromise, 'protocol'>): Result<string, PromiseError> {
  const checked = checkForm({ ...promise, protocol });
  return checked.ok ? ok(canonicalJson(checked.value)) : checked;
}

/** What she gets at the close: her line, with the announcement and her line's path in its pool. */
export type Kept = { readonly line: string; readonly path: AuditPath; readonly announcement: Announcement };

export type PromiseBroken = {
  readonly kind: 'promise-other-day' | 'promise-not-in-pool' | 'promise-other-line';
  readonly expected: string;
  readonly found: string;
};

/** That the pool kept the promise: her line is in it, and is as promised, band and all. */
export function checkPromise(
  promise: PoolPromise,
  { line, path, announcement }: Kept,
  hash: Hash = nobleHash,
): Result<null, PromiseBroken> {
  const { id, size, ports, day, registered } = promise;
  if (announcement.day !== day) return err({ kind: 'promise-other-day', expected: day, found: announcement.day });
  const band = bandOf(Date.parse(registered), announcement.bands);
  const expected = poolLine({ id, size, band, ports });
  if (line !== expected) return err({ kind: 'promise-other-line', expected, found: line });
  const root = announcement.poolRoot;
  const isIn = path.count === announcement.count && isInTree({ line, path, root }, hash);
  return isIn ? ok(null) : err({ kind: 'promise-not-in-pool', expected: root, found: 'a path that leads elsewhere' });
}

function checkForm(json: unknown): Result<PoolPromise, PromiseError> {
  const top = exactMembers(json, names);
  if (!top) return err({ kind: 'promise-members', at: '' });
  const { day, id, lastAnnouncement, ports, registered, size, time } = top;
  if (top.protocol !== protocol) return err({ kind: 'promise-protocol', at: 'protocol' });
  if (!isDay(day)) return err({ kind: 'promise-day', at: 'day' });
  if (!isHex32(id)) return err({ kind: 'promise-id', at: 'id' });
  if (!isHex32(lastAnnouncement)) return err({ kind: 'promise-announcement', at: 'lastAnnouncement' });
  if (!isPortList(ports)) return err({ kind: 'promise-ports', at: 'ports' });
  if (!isTime(registered)) return err({ kind: 'promise-time', at: 'registered' });
  if (!isIntegerBetween(size, 1)) return err({ kind: 'promise-size', at: 'size' });
  if (!isTime(time)) return err({ kind: 'promise-time', at: 'time' });
  return ok({ day, id, lastAnnouncement, ports, protocol, registered, size, time });
}

function isPortList(value: unknown): value is readonly string[] {
  if (!Array.isArray(value) || value.length < 1 || value.length > maxPorts) return false;
  return value.every(isPortCode) && new Set(value).size === value.length;
}
