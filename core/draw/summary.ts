import { canonicalJson, exactMembers, parseJson } from './canonical-json.ts';
import type { PublicOpenings } from './commitments.ts';
import type { PortCounts } from './counts.ts';
import type { CutOffs, PortCutOffs } from './cut-offs.ts';
import { isHex32, isIntegerBetween, isPortCode, protocol } from './forms.ts';
import { type Hash, nobleHash, toHex, utf8 } from './hash.ts';
import { err, ok, type Result } from './result.ts';

export type SummaryParts = Pick<PublicOpenings, 'reveals' | 'drandSignature'> & {
  /** The announcement's text: its hash says which draw this is. */
  readonly announcement: string;
  readonly counts: readonly PortCounts[];
  readonly seed: string;
  readonly cutOffs: CutOffs;
  readonly resultHash: string;
  readonly slotRoot: string;
};

/**
 * Section 5, what is public at once and cosigned, in canonical JSON. With it everybody can check her own outcome, long
 * before pool and result are published.
 */
export function writeSummary(parts: SummaryParts, hash: Hash = nobleHash): string {
  const { announcement, reveals, drandSignature, seed, cutOffs, resultHash, slotRoot } = parts;
  const announcementHash = toHex(hash.sha256(utf8(announcement)));
  const counts = parts.counts.map(({ port, requests, people }) => ({ port, requests, people }));
  return canonicalJson({
    announcementHash,
    counts,
    cutOffs,
    drandSignature,
    protocol,
    resultHash,
    reveals,
    seed,
    slotRoot,
  });
}

/** What was published: all but the announcement's text, whose hash stands in it. */
export type Summary = Omit<SummaryParts, 'announcement'> & { readonly announcementHash: string };

export type SummaryError = {
  readonly kind: 'summary-not-json' | 'summary-not-canonical' | 'summary-members' | 'summary-protocol' | 'summary-form';
  /** Names the member. */
  readonly at: string;
};

const names = [
  'announcementHash',
  'counts',
  'cutOffs',
  'drandSignature',
  'protocol',
  'resultHash',
  'reveals',
  'seed',
  'slotRoot',
] as const;

export function parseSummary(text: string): Result<Summary, SummaryError> {
  const json = parseJson(text);
  if (json === undefined) return err({ kind: 'summary-not-json', at: '' });
  const top = exactMembers(json, names);
  if (!top) return err({ kind: 'summary-members', at: '' });
  if (top.protocol !== protocol) return err({ kind: 'summary-protocol', at: 'protocol' });
  const { announcementHash, counts, cutOffs, drandSignature, resultHash, reveals, seed, slotRoot } = top;
  if (!isHex32(announcementHash)) return err({ kind: 'summary-form', at: 'announcementHash' });
  if (!isHex32(resultHash)) return err({ kind: 'summary-form', at: 'resultHash' });
  if (!isHex32(seed)) return err({ kind: 'summary-form', at: 'seed' });
  if (!isHex32(slotRoot)) return err({ kind: 'summary-form', at: 'slotRoot' });
  if (!isSignature(drandSignature)) return err({ kind: 'summary-form', at: 'drandSignature' });
  if (!isListOf(reveals, isHex32)) return err({ kind: 'summary-form', at: 'reveals' });
  if (!isListOf(counts, isCounts)) return err({ kind: 'summary-form', at: 'counts' });
  if (!isCutOffs(cutOffs)) return err({ kind: 'summary-form', at: 'cutOffs' });
  const read = { announcementHash, counts, cutOffs, drandSignature, resultHash, reveals, seed, slotRoot };
  return canonicalJson({ ...read, protocol }) === text ? ok(read) : err({ kind: 'summary-not-canonical', at: '' });
}

function isListOf<One>(value: unknown, isOne: (one: unknown) => one is One): value is readonly One[] {
  return Array.isArray(value) && value.every(isOne);
}

function isSignature(value: unknown): value is string | null {
  return value === null || (typeof value === 'string' && /^([0-9a-f]{2})+$/.test(value));
}

function isCounts(value: unknown): value is PortCounts {
  const counts = exactMembers(value, ['people', 'port', 'requests']);
  return counts !== undefined && isPortCode(counts.port) && isCount(counts.people) && isCount(counts.requests);
}

function isCount(value: unknown): boolean {
  return value === null || isIntegerBetween(value, 0);
}

function isCutOffs(value: unknown): value is CutOffs {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([port, lists]) => isPortCode(port) && isPortCutOffs(lists));
}

function isPortCutOffs(value: unknown): value is PortCutOffs {
  const lists = exactMembers(value, ['oldest', 'shuffled']);
  return lists !== undefined && isKey(lists.oldest, /^\d+ [0-9a-f]{64}$/) && isKey(lists.shuffled, /^[0-9a-f]{64}$/);
}

function isKey(value: unknown, form: RegExp): boolean {
  return value === null || (typeof value === 'string' && form.test(value));
}
