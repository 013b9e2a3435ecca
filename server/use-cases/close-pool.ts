import { announce } from '#core/draw/announce.ts';
import { bandOf, cutBands } from '#core/draw/bands.ts';
import { writeCapacity } from '#core/draw/capacity.ts';
import { dailyId } from '#core/draw/daily-id.ts';
import { fromHex, toHex } from '#core/draw/hash.ts';
import { type PoolRequest, writePool } from '#core/draw/pool.ts';
import { logRoot } from '#core/draw/registration-log.ts';
import { policyNamed } from '#core/policy/policy.ts';
import { slotDayOf } from '#core/pool/window.ts';
import { err, ok } from '#core/result.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import { announceDraw, lastDrawOfSeason } from '#server/db/repositories/draws.ts';
import { closePool as closePoolRow, findOpenPool } from '#server/db/repositories/pools.ts';
import { appendRegistrations, logLeaves } from '#server/db/repositories/registration-log.ts';
import { freezeRequests, lockWaiting } from '#server/db/repositories/requests.ts';
import { addParties, isHeldUp, partiesOf } from '#server/db/repositories/rounds.ts';
import { type Slot, slotsOfDay } from '#server/db/repositories/slots.ts';
import type { Trx } from '#server/db/schema.ts';
import type { Actor, Outcome } from '#server/services.ts';
import { nodeHash } from './hash.ts';
import { operatorSecret } from './operator-chain.ts';
import { type Season, seasonToDraw } from './season.ts';
import { signOnceReleased } from './sign-once-released.ts';
import type { Tools } from './tools.ts';

/**
 * Freezes the open pool: nobody comes in or goes out any more, each request gets its id of the day and its band, and the
 * announcement binds pool, capacity and slot key before any secret is revealed (protocol, sections 1 and 2.2).
 * Kinds: `pool-not-open`; `draw-waits`: no later pool closes while an announced draw is not made. Everything in one
 * transaction: a crash leaves an open pool or an announced one.
 */
export async function closePool(tools: Tools, input: { readonly actor: Actor }): Outcome<{ readonly day: LocalDay }> {
  const now = tools.now();
  return tools.db.transaction(async (trx) => {
    const pool = await findOpenPool(trx);
    if (pool && (await isHeldUp(trx))) return err({ kind: 'draw-waits' });
    if (!pool || !(await closePoolRow(trx, pool.day, now))) return err({ kind: 'pool-not-open' });
    const policy = policyNamed(pool.policy, tools.policies);

    const entries = await lockWaiting(trx, pool.day);
    const bands = cutBands(
      entries.map((entry) => entry.registeredAt),
      policy.bandSize,
    );
    const frozen = entries.map((entry) => {
      const secret = tools.vault.open(entry.secretSealed, {
        table: 'registrations',
        column: 'secret_sealed',
        row: entry.registrationId,
      });
      return {
        ...entry,
        requestId: entry.id,
        dailyId: dailyId(secret, pool.day, nodeHash),
        band: bandOf(entry.registeredAt, bands),
      };
    });
    const count = await freezeRequests(trx, pool.day, frozen);
    if (count !== frozen.length)
      throw new Error(`expected to freeze ${frozen.length} requests of ${pool.day}, froze ${count}`);

    const slotKey = tools.randomBytes(32);
    const capacity = capacityText({
      day: pool.day,
      maxGroup: policy.maxGroup,
      oldestShare: policy.oldestShare,
      slots: await slotsOfDay(trx, slotDayOf(pool.day, policy)),
    });
    const poolText = writePool(
      frozen.map(({ dailyId: id, size, band, ports }): PoolRequest => ({ id, size, band, ports })),
    );
    const season = await seasonToDraw(tools, trx);
    const { draw, previousResult, parties } = await nextDraw(tools, trx, season);
    const announcement = announce(
      {
        pool: poolText,
        capacity,
        bands,
        draw,
        drandRound: tools.beacon?.roundToAnnounce(now) ?? null,
        policy: policy.name,
        parties,
        previousResult,
        slotKey: toHex(slotKey),
      },
      nodeHash,
    );
    // The tables' constraints and the checks at asking leave no way to a malformed pool: this is a bug, and rolls back.
    if (!announcement.ok)
      throw new Error(`the pool of ${pool.day} can't be announced: ${JSON.stringify(announcement.error)}`);

    await appendRegistrations(trx);
    const log = logRoot((await logLeaves(trx)).map(fromHex), nodeHash);
    await announceDraw(trx, {
      day: pool.day,
      season: season.number,
      draw,
      logSize: log.count,
      logRoot: log.root,
      number: pool.drawNumber,
      announcement: announcement.value,
      capacity,
      pool: poolText,
      previousResult: previousResult ?? '0'.repeat(64),
      slotKeySealed: tools.vault.seal(slotKey, { table: 'draws', column: 'slot_key_sealed', row: pool.day }),
    });
    await addParties(
      trx,
      pool.day,
      parties.map(({ name }) => name),
    );
    await signOnceReleased(tools, trx, pool);
    await recordAct(trx, {
      now,
      actor: input.actor,
      action: 'close-pool',
      detail: { day: pool.day, requests: frozen.length },
    });
    return ok({ day: pool.day });
  });
}

/** The season's next draw: its number, the result before it (none where that was postponed), and what each party is bound to. */
async function nextDraw(tools: Tools, trx: Trx, { number: season, parties }: Season) {
  const before = await lastDrawOfSeason(trx, season);
  const revealed = before ? await partiesOf(trx, before.day) : [];
  const draw = (before?.draw ?? 0) + 1;
  const own = await operatorSecret(tools, trx, { season, index: draw - 1 });
  const tips = parties.map(({ name, tip, ordinal }) => {
    if (ordinal === 0) return { name, tip: own };
    const secret = before ? revealed[ordinal]?.reveal : tip;
    if (!secret) throw new Error(`expected ${name} to have revealed its secret of ${before?.day}`);
    return { name, tip: secret };
  });
  return { draw, previousResult: before?.resultHash ?? null, parties: tips };
}

type Layout = {
  readonly day: LocalDay;
  readonly maxGroup: number;
  readonly oldestShare: number;
  readonly slots: readonly Slot[];
};

function capacityText({ day, maxGroup, oldestShare, slots }: Layout): string {
  const codes = [...new Set(slots.map((slot) => slot.port))];
  const ports = codes.map((port) => ({
    port,
    slots: roomOf(slots.filter((slot) => slot.port === port)),
  }));
  const text = writeCapacity({ day, maxGroup, oldestShare, ports });
  if (!text.ok) throw new Error(`the capacity for the draw of ${day} is malformed: ${JSON.stringify(text.error)}`);
  return text.value;
}

/**
 * What a port's slots have left: people moved there by the port are in some already. A port that has nothing left still
 * stands in the capacity with one place out of its reserve, since requests name it.
 */
function roomOf(slots: readonly Slot[]): readonly { readonly slot: string; readonly places: number }[] {
  const left = slots.map(({ slotLocal, places, taken }) => ({ slot: slotLocal, places: places - taken }));
  const roomy = left.filter(({ places }) => places >= 1);
  if (roomy.length > 0) return roomy;
  const emptiest = left.toSorted((one, other) => other.places - one.places)[0];
  return emptiest ? [{ ...emptiest, places: 1 }] : [];
}
