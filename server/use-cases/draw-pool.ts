import { randomUUID } from 'node:crypto';
import { toHex } from '#core/draw/hash.ts';
import { positionsIn } from '#core/draw/last-positions.ts';
import { runDraw } from '#core/draw/run-draw.ts';
import type { Chosen } from '#core/draw/slots.ts';
import { writeSummary } from '#core/draw/summary.ts';
import type { OfferId, PortCode } from '#core/ids.ts';
import { newOffer } from '#core/offer/offer.ts';
import { policyNamed } from '#core/policy/policy.ts';
import { isTooLate } from '#core/pool/window.ts';
import { err, ok } from '#core/result.ts';
import type { Instant, LocalDay, LocalMinute } from '#core/time/instant.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import { type Draw, findDraw, recordResult } from '#server/db/repositories/draws.ts';
import { addOffers, type NewOffer } from '#server/db/repositories/offers.ts';
import { addMessages } from '#server/db/repositories/outbox.ts';
import { lockClosedPool, markDrawn } from '#server/db/repositories/pools.ts';
import { type ClosedRequest, closedRequests, settleRequests } from '#server/db/repositories/requests.ts';
import { keepAct, lockParties } from '#server/db/repositories/rounds.ts';
import { takeAllPlaces } from '#server/db/repositories/slots.ts';
import { stillToEnter } from '#server/db/repositories/standing-requests.ts';
import type { Trx } from '#server/db/schema.ts';
import type { Actor, Outcome } from '#server/services.ts';
import { giveBack } from './give-back.ts';
import { nodeHash } from './hash.ts';
import { operatorKey } from './operator-key.ts';
import { roundOf } from './round.ts';
import { signOnceReleased } from './sign-once-released.ts';
import type { Tools } from './tools.ts';

/**
 * Recomputes everything from the announced files and what all parties revealed, and turns the result into offers and
 * notices, all in one transaction: a crash leaves a closed pool, whose draw gives the same result again.
 * Kinds: `pool-not-closed`, `pool-too-late` (its slots are past or too soon: the schedule postpones it), `draw-not-released`
 * (too few supervisors), `draw-waits` (a party has not signed, or a secret is missing: never a draw without it).
 */
export async function drawPool(
  tools: Tools,
  input: { readonly actor: Actor },
): Outcome<{ readonly day: LocalDay; readonly chosen: number }> {
  const now = tools.now();
  return tools.db.transaction(async (trx) => {
    const pool = await lockClosedPool(trx);
    if (!pool) return err({ kind: 'pool-not-closed' });
    const policy = policyNamed(pool.policy, tools.policies);
    if (isTooLate(pool.day, now, policy)) return err({ kind: 'pool-too-late' });
    const frozen = await findDraw(trx, pool.day);
    if (!frozen) throw new Error(`the pool of ${pool.day} is closed, but was never announced`);
    if (!(await signOnceReleased(tools, trx, pool))) return err({ kind: 'draw-not-released' });
    const parties = await lockParties(trx, pool.day);
    if (['cosigning', 'revealing'].includes(roundOf(frozen, parties).step)) return err({ kind: 'draw-waits' });
    const slotKey = openSlotKey(tools, frozen);
    const reveals = parties.flatMap(({ reveal }) => reveal ?? []);
    const { drandSignature } = frozen;

    const draw = runDraw({ ...frozen, reveals, drandSignature, slotKey }, nodeHash);
    // What was announced can't be drawn: somebody changed a file or a secret. Nothing is drawn until a person looks.
    if (!draw.ok)
      throw new Error(`the draw of ${pool.day} differs from its announcement: ${JSON.stringify(draw.error)}`);

    const requests = await closedRequests(trx, pool.day);
    const byDailyId = new Map(requests.map((request) => [request.dailyId, request]));
    const { deadlineAt } = newOffer(now, policy);
    const offers = draw.value.chosen.map((chosen) => {
      const request = byDailyId.get(chosen.id);
      if (!request) throw new Error(`the draw of ${pool.day} chose ${chosen.id}, which is no request of its pool`);
      return {
        ...offerPlace(chosen),
        id: randomUUID() as OfferId,
        requestId: request.id,
        registrationId: request.registrationId,
        day: pool.day,
        madeAt: now,
        deadlineAt,
      };
    });
    const { positions, lastPositions } = positionsIn(draw.value.result, draw.value.cutOffs);
    const outcomes = new Map(draw.value.chosen.map((chosen) => [chosen.id, `${chosen.port} ${chosen.list}`]));

    const settled = await settleRequests(
      trx,
      requests.map((request) => ({
        requestId: request.id,
        outcome: outcomes.get(request.dailyId) ?? '-',
        ticketPosition: positions.get(request.dailyId) ?? 0,
      })),
      now,
    );
    if (settled !== requests.length)
      throw new Error(`expected to settle ${requests.length} requests of ${pool.day}, settled ${settled}`);
    await takeAllPlaces(trx, offers);
    await addOffers(trx, offers);
    await addMessages(
      trx,
      requests
        .filter(({ isOwnerless }) => !isOwnerless)
        .map(({ registrationId, dailyId }) => ({
          kind: outcomes.has(dailyId) ? 'offer' : 'not-chosen',
          registrationId,
          detail: { day: pool.day },
          now,
        })),
    );
    await stillToEnter(
      trx,
      pool.day,
      requests.map(({ registrationId }) => registrationId),
    );
    const { seed, result, resultHash, slots, slotRoot, cutOffs } = draw.value;
    const summary = writeSummary(
      { ...draw.value, announcement: frozen.announcement, reveals, drandSignature },
      nodeHash,
    );
    const [reveal = ''] = reveals;
    const texts = { reveal, seed, result, resultHash, slots, slotRoot, summary };
    const isRecorded = await recordResult(trx, pool.day, { ...texts, cutoffs: cutOffs, lastPositions, now });
    // There is never another result: the transaction takes back what was done above.
    if (!isRecorded || !(await markDrawn(trx, pool.day, now)))
      throw new Error(`expected the pool of ${pool.day} to wait for its draw, found it drawn`);
    const { sign } = await operatorKey(tools, trx);
    await keepAct(trx, { day: pool.day, ordinal: 0 }, { summarySignature: sign(summary) });
    await giveBackOwnerless(trx, { offers, requests, now });
    await recordAct(trx, { now, actor: input.actor, action: 'draw-pool', detail: { day: pool.day, resultHash } });
    return ok({ day: pool.day, chosen: offers.length });
  });
}

/**
 * Nobody can confirm for somebody who has deleted everything since the pool closed. The draw is as announced, and her
 * places are free in the moment in which they are given.
 */
async function giveBackOwnerless(
  trx: Trx,
  drawn: { readonly offers: readonly NewOffer[]; readonly requests: readonly ClosedRequest[]; readonly now: Instant },
): Promise<void> {
  const ownerless = new Set(drawn.requests.flatMap(({ id, isOwnerless }) => (isOwnerless ? [id] : [])));
  for (const offer of drawn.offers.filter(({ requestId }) => ownerless.has(requestId)))
    await giveBack(trx, offer, drawn.now);
}

export function openSlotKey({ vault }: Pick<Tools, 'vault'>, draw: Pick<Draw, 'day' | 'slotKeySealed'>): string {
  return toHex(vault.open(draw.slotKeySealed, { table: 'draws', column: 'slot_key_sealed', row: draw.day }));
}

function offerPlace(chosen: Chosen) {
  return {
    port: chosen.port as PortCode,
    slotLocal: chosen.slot as LocalMinute,
    list: chosen.list,
    size: chosen.size,
  };
}
