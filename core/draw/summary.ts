import { canonicalJson } from './canonical-json.ts';
import type { PublicOpenings } from './commitments.ts';
import type { PortCounts } from './counts.ts';
import type { CutOffs } from './cut-offs.ts';
import { protocol } from './forms.ts';
import { type Hash, nobleHash, toHex, utf8 } from './hash.ts';

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
