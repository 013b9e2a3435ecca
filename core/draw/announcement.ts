import { canonicalJson, exactMembers, parseJson } from './canonical-json.ts';
import { isDay, isHex32, isIntegerBetween, isText, isTime, protocol } from './forms.ts';
import { err, ok, type Result } from './result.ts';

/** Section 1. All hashes, roots and tips are 64 hex; `bands` are the times at which band 1, 2, … begin. */
export type Announcement = {
  readonly bands: readonly string[];
  readonly capacityHash: string;
  readonly count: number;
  readonly day: string;
  readonly draw: number;
  readonly drandRound: number | null;
  readonly parties: readonly Party[];
  readonly policy: string;
  readonly poolRoot: string;
  readonly previousResult: string;
  readonly protocol: typeof protocol;
  readonly slotKeyHash: string;
};

/** `tip` is the party's s_{i−1}: what its reveal s_i has to hash to. */
export type Party = { readonly name: string; readonly tip: string };

/** `at` names the place, such as `parties[0].tip`. */
export type AnnouncementError = { readonly kind: AnnouncementErrorKind; readonly at: string };

type AnnouncementErrorKind =
  | 'announcement-not-json'
  | 'announcement-not-canonical'
  | 'announcement-members'
  | 'announcement-protocol'
  | 'announcement-day'
  | 'announcement-count'
  | 'announcement-draw'
  | 'announcement-drand-round'
  | 'announcement-policy'
  | 'announcement-hash'
  | 'announcement-band-time'
  | 'announcement-bands-unsorted'
  | 'announcement-without-party'
  | 'announcement-party-name'
  | 'announcement-tip';

const names = [
  'bands',
  'capacityHash',
  'count',
  'day',
  'draw',
  'drandRound',
  'parties',
  'policy',
  'poolRoot',
  'previousResult',
  'protocol',
  'slotKeyHash',
] as const;

export function parseAnnouncement(text: string): Result<Announcement, AnnouncementError> {
  const json = parseJson(text);
  if (json === undefined) return err({ kind: 'announcement-not-json', at: '' });
  const announcement = checkAnnouncement(json);
  if (announcement.ok && canonicalJson(announcement.value) !== text) {
    return err({ kind: 'announcement-not-canonical', at: '' });
  }
  return announcement;
}

/** The announcement's bytes as text: what witnesses sign and the seed is bound to. */
export function writeAnnouncement(announcement: Announcement): Result<string, AnnouncementError> {
  const checked = checkAnnouncement(announcement);
  return checked.ok ? ok(canonicalJson(checked.value)) : checked;
}

function checkAnnouncement(json: unknown): Result<Announcement, AnnouncementError> {
  const top = exactMembers(json, names);
  if (!top) return err({ kind: 'announcement-members', at: '' });
  const { capacityHash, count, day, draw, drandRound, policy, poolRoot, previousResult, slotKeyHash } = top;
  if (top.protocol !== protocol) return err({ kind: 'announcement-protocol', at: 'protocol' });
  if (!isDay(day)) return err({ kind: 'announcement-day', at: 'day' });
  if (!isIntegerBetween(count, 0)) return err({ kind: 'announcement-count', at: 'count' });
  if (!isIntegerBetween(draw, 1)) return err({ kind: 'announcement-draw', at: 'draw' });
  if (drandRound !== null && !isIntegerBetween(drandRound, 1)) {
    return err({ kind: 'announcement-drand-round', at: 'drandRound' });
  }
  if (!isText(policy)) return err({ kind: 'announcement-policy', at: 'policy' });
  if (!isHex32(capacityHash)) return err({ kind: 'announcement-hash', at: 'capacityHash' });
  if (!isHex32(poolRoot)) return err({ kind: 'announcement-hash', at: 'poolRoot' });
  if (!isHex32(previousResult)) return err({ kind: 'announcement-hash', at: 'previousResult' });
  if (!isHex32(slotKeyHash)) return err({ kind: 'announcement-hash', at: 'slotKeyHash' });
  const bands = checkBands(top.bands);
  if (!bands.ok) return bands;
  const parties = checkParties(top.parties);
  if (!parties.ok) return parties;
  return ok({
    bands: bands.value,
    capacityHash,
    count,
    day,
    draw,
    drandRound,
    parties: parties.value,
    policy,
    poolRoot,
    previousResult,
    protocol,
    slotKeyHash,
  });
}

function checkBands(value: unknown): Result<readonly string[], AnnouncementError> {
  if (!Array.isArray(value)) return err({ kind: 'announcement-members', at: 'bands' });
  const bands: string[] = [];
  for (const [index, time] of value.entries()) {
    if (!isTime(time)) return err({ kind: 'announcement-band-time', at: `bands[${index}]` });
    const before = bands.at(-1);
    if (before !== undefined && sortable(time) <= sortable(before)) {
      return err({ kind: 'announcement-bands-unsorted', at: `bands[${index}]` });
    }
    bands.push(time);
  }
  return ok(bands);
}

function checkParties(value: unknown): Result<readonly Party[], AnnouncementError> {
  if (!Array.isArray(value)) return err({ kind: 'announcement-members', at: 'parties' });
  if (value.length === 0) return err({ kind: 'announcement-without-party', at: 'parties' });
  const parties: Party[] = [];
  for (const [index, entry] of value.entries()) {
    const party = exactMembers(entry, ['name', 'tip']);
    if (!party) return err({ kind: 'announcement-members', at: `parties[${index}]` });
    const { name, tip } = party;
    if (!isText(name)) return err({ kind: 'announcement-party-name', at: `parties[${index}].name` });
    if (!isHex32(tip)) return err({ kind: 'announcement-tip', at: `parties[${index}].tip` });
    parties.push({ name, tip });
  }
  return ok(parties);
}

/** As text, `…:00.5Z` would sort before `…:00Z`: without the Z and the fraction's last zeros, it doesn't. */
function sortable(time: string): string {
  return time.slice(0, -1).replace(/\.0+$|(\.\d*?)0+$/, '$1');
}
