import { type Announcement, type AnnouncementError, type Party, writeAnnouncement } from './announcement.ts';
import { type CapacityError, parseCapacity } from './capacity.ts';
import { protocol } from './forms.ts';
import { fromHex, type Hash, nobleHash, toHex, utf8 } from './hash.ts';
import { merkleRoot } from './merkle-tree.ts';
import { type PoolError, parsePool } from './pool.ts';
import type { Result } from './result.ts';

/** What is announced at the close. `slotKey` (64 hex) stays secret: only its hash goes in. */
export type AnnounceInput = Pick<Announcement, 'bands' | 'draw' | 'drandRound' | 'policy'> & {
  readonly pool: string;
  readonly capacity: string;
  readonly parties: readonly Party[];
  /** `resultHash` of the season's draw before, or null for the first. */
  readonly previousResult: string | null;
  readonly slotKey: string;
};

export type AnnounceError = AnnouncementError | CapacityError | PoolError;

const noResult = '0'.repeat(64);

/** The announcement's text for a frozen pool and capacity; refuses what would make the draw malformed. */
export function announce(input: AnnounceInput, hash: Hash = nobleHash): Result<string, AnnounceError> {
  const { bands, draw, drandRound, parties, policy } = input;
  const capacity = parseCapacity(input.capacity);
  if (!capacity.ok) return capacity;
  const requests = parsePool(input.pool, { capacity: capacity.value, bounds: bands.length });
  if (!requests.ok) return requests;
  return writeAnnouncement({
    bands,
    capacityHash: toHex(hash.sha256(utf8(input.capacity))),
    count: requests.value.length,
    day: capacity.value.day,
    draw,
    drandRound,
    parties: parties.map(({ name, tip }) => ({ name, tip })),
    policy,
    poolRoot: merkleRoot(requests.value.lines, hash),
    previousResult: input.previousResult ?? noResult,
    protocol,
    slotKeyHash: toHex(hash.sha256(fromHex(input.slotKey))),
  });
}
