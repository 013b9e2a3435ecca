import type { AccountId } from '#core/ids.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { findCutOffs } from '#server/db/repositories/draws.ts';
import { countRequests } from '#server/db/repositories/pools.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import { type PastRequest, requestsOf } from '#server/db/repositories/requests.ts';
import type { DrawLine } from '#server/services/pool.ts';
import type { Tools } from './tools.ts';

/**
 * Her own line in words: which number the lot gave her, and how far the numbers and dates reached at her ports. Of the last
 * draw that she was in, and null where that gave her a place. All of it follows from what is published at once (protocol,
 * section 5) and her own ticket.
 */
export async function drawLine(tools: Tools, accountId: AccountId): Promise<DrawLine | null> {
  const db = tools.db.kysely;
  const registration = await findRegistrationOf(db, accountId);
  const requests = registration ? await requestsOf(db, registration.id) : [];
  const last = requests
    .filter(({ ticketPosition }) => ticketPosition !== null)
    .toSorted((one, other) => (one.day < other.day ? 1 : -1))[0];
  if (last?.state !== 'not-chosen' || last.ticketPosition === null || last.band === null) return null;
  const draw = await findCutOffs(db, last.day);
  if (!draw?.lastPositions) return null;
  const { withdrawn: _left, ...drawn } = await countRequests(db, last.day);
  const { bands } = JSON.parse(draw.announcement) as { readonly bands: readonly string[] };
  return {
    day: last.day,
    position: last.ticketPosition,
    total: Object.values(drawn).reduce((sum, count) => sum + count, 0),
    ports: linesAt(last, { bands, lastPositions: draw.lastPositions }),
  };
}

/** `bands`: the times at which band 1, 2, … begin, as announced. */
export function linesAt(
  request: Pick<PastRequest, 'ports' | 'band'>,
  { bands, lastPositions }: { readonly bands: readonly string[]; readonly lastPositions: LastPositionsOf },
): DrawLine['ports'] {
  return request.ports.flatMap((port) => {
    const { oldest, shuffled } = lastPositions[port] ?? { oldest: null, shuffled: null };
    // Who was not chosen was turned away by both lists of each of her ports.
    if (oldest === null || shuffled === null) return [];
    const isReached = oldest.band === request.band;
    const end = bands[oldest.band];
    return [
      {
        port,
        before: isReached || end === undefined ? null : utcDay(end),
        belowByDate: isReached ? oldest.position : null,
        belowByLot: shuffled,
      },
    ];
  });
}

type LastPositionsOf = NonNullable<NonNullable<Awaited<ReturnType<typeof findCutOffs>>>['lastPositions']>;

/** Bands are cut at midnights, UTC (decision 0008). */
function utcDay(time: string): LocalDay {
  return new Date(Date.parse(time)).toISOString().slice(0, 10) as LocalDay;
}
