import { createHash } from 'node:crypto';
import { announce } from '#core/draw/announce.ts';
import { writeCapacity } from '#core/draw/capacity.ts';
import { chainSecret } from '#core/draw/chain.ts';
import { dailyId } from '#core/draw/daily-id.ts';
import { toHex } from '#core/draw/hash.ts';
import { type PoolRequest, poolLines, writePool } from '#core/draw/pool.ts';
import { runDraw } from '#core/draw/run-draw.ts';
import type { Policy } from '#core/policy/policy.ts';
import { nodeHash } from '../verify-draw/node-hash.ts';
import { drawOf } from './draw-of-day.ts';
import type { ClosedPool } from './todays-draw.ts';

/** `differs` names the first line of the whole protocol's result that the laboratory would have drawn otherwise. */
export type ExactDay = {
  readonly day: string;
  readonly requests: number;
  readonly chosen: number;
  readonly resultHash: string;
  readonly differs: string | null;
};

/**
 * One day of a season through all of `puente-draw-1`: ids, pool, capacity, announcement, reveals, seed, tickets, result. Then
 * the laboratory's own way with the protocol's tickets in place of its own numbers: both have to give the same to everybody.
 */
export function runExactly({ day, seekers, bounds, capacity }: ClosedPool, policy: Policy, seed: string): ExactDay {
  const secretOf = (name: string) => createHash('sha256').update(`puente-lab/${seed}/exact/${name}`).digest();
  const requests = seekers.map(
    ({ id, size, band, ports }): PoolRequest => ({
      id: dailyId(secretOf(`registration/${id}`), capacity.day, nodeHash),
      size,
      band,
      ports,
    }),
  );
  const pool = writePool(requests);
  const written = expected(writeCapacity(capacity), 'capacity');
  const slotKey = toHex(secretOf(`slots/${day}`));
  const draw = day + 1;
  const parties = ['operator', 'witness'].map((name) => {
    const chain = { last: secretOf(name), length: draw };
    const secret = (index: number) => toHex(expected(chainSecret(chain, index, nodeHash), 'chain'));
    return { name, tip: secret(draw - 1), reveal: secret(draw) };
  });
  const announcement = expected(
    announce(
      {
        pool,
        capacity: written,
        bands: bounds,
        draw,
        drandRound: null,
        policy: policy.name,
        parties,
        previousResult: null,
        slotKey,
      },
      nodeHash,
    ),
    'announcement',
  );
  const openings = { reveals: parties.map(({ reveal }) => reveal), drandSignature: null, slotKey };
  const drawn = expected(runDraw({ pool, capacity: written, announcement, ...openings }, nodeHash), 'draw');
  return {
    day: capacity.day,
    requests: requests.length,
    chosen: drawn.chosen.length,
    resultHash: drawn.resultHash,
    differs: firstDifference(requests, capacity, drawn.result),
  };
}

function firstDifference(
  requests: readonly PoolRequest[],
  capacity: ClosedPool['capacity'],
  result: string,
): string | null {
  const lines = poolLines(result).map((line) => line.split('\t'));
  const ticketOf = new Map(lines.map(([ticket = '', id = '']) => [id, ticket]));
  const tickets = Float64Array.from(
    requests,
    ({ id }) => Number.parseInt((ticketOf.get(id) ?? '').slice(0, 13), 16) / 2 ** 52,
  );
  const { line } = drawOf({ requests, tickets }, capacity, (position) => {
    return ticketOf.get(requests[position]?.id ?? '') ?? '';
  });
  const ours = new Map(line.map(({ entrant, place }) => [entrant.id, place ? `${place.port} ${place.list}` : '-']));
  const other = lines.find(([, id = '', outcome]) => (ours.get(id) ?? '-') !== outcome);
  return other ? `${other.join(' ')}: the laboratory gives ${ours.get(other[1] ?? '') ?? '-'}` : null;
}

function expected<Value>(
  result:
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly error: { readonly kind: string } },
  what: string,
): Value {
  if (!result.ok)
    throw new Error(`expected a ${what} of the season to be sound, found ${JSON.stringify(result.error)}`);
  return result.value;
}
