import { randomUUID } from 'node:crypto';
import {
  appendFreed,
  type FreedLine,
  type FreedReason,
  type FreedStep,
  nobody,
  writeFreed,
} from '#core/draw/freed-log.ts';
import { nextInLine, openPorts, stateOfFreed } from '#core/draw/freed-places.ts';
import type { OfferId, PortCode } from '#core/ids.ts';
import { freedDeadline } from '#core/offer/freed-offer.ts';
import { policyNamed } from '#core/policy/policy.ts';
import { portOf } from '#core/policy/ports.ts';
import { slotDayOf } from '#core/pool/window.ts';
import { addDays } from '#core/time/day.ts';
import type { Instant, LocalDay, LocalMinute, TimeZone } from '#core/time/instant.ts';
import { dayIn, instantAt } from '#core/time/zone.ts';
import {
  addFreed,
  type Candidate,
  chooseFreed,
  daysWithFreed,
  drawnLine,
  type FreedPlace,
  freedLog,
  lockFreedLog,
  nextCandidates,
} from '#server/db/repositories/freed-places.ts';
import { addOffers, type Offer } from '#server/db/repositories/offers.ts';
import { addMessage } from '#server/db/repositories/outbox.ts';
import { findPool, shareUndrawnPools } from '#server/db/repositories/pools.ts';
import { freePlaces, type Slot, slotsOfDay, takePlaces } from '#server/db/repositories/slots.ts';
import type { Db, Trx } from '#server/db/schema.ts';
import { nodeHash } from './hash.ts';
import { policyNow, type Tools } from './tools.ts';

/** Looked at together; most are given to the first. */
const candidatesAtOnce = 50;

/**
 * Gives the places of an ended offer back to its slot and to the log, in the transaction that ends it. The log counts the
 * people that were drawn, so that whoever recomputes it finds them: a newborn who came since was never part of the draw.
 */
export async function freePlace(
  trx: Trx,
  held: Pick<Offer, 'day' | 'requestId' | 'port' | 'slotLocal' | 'size'>,
  { why, now }: { readonly why: FreedReason; readonly now: Instant },
): Promise<void> {
  const { day, port, slotLocal } = held;
  const { resultHash } = await lockFreedLog(trx, day);
  const { dailyId: id, size } = await drawnLine(trx, held.requestId);
  const last = linesOf(await freedLog(trx, day)).at(-1) ?? null;
  await write(trx, {
    day,
    slotLocal,
    now,
    line: appendFreed(last, { act: 'free', port, id, size, why }, at(resultHash)),
  });
  await freePlaces(trx, held);
}

/**
 * Gives what is free of a draw to those whose turn it is, a transaction each (protocol, section 7). While a pool is
 * closed and not drawn nothing is given: who is in it can't leave it, and shall not be passed over for that. Gives how
 * many got a place.
 */
export async function giveFreedPlaces(tools: Tools, day: LocalDay): Promise<number> {
  let given = 0;
  for (;;) {
    // Most of the time there is nothing to give, and no lock is needed to see it.
    if (openPorts(stateOfFreed(stepsOf(await freedLog(tools.db.kysely, day)))).length === 0) return given;
    const done = await tools.db.transaction((trx) => giveNext(tools, trx, day));
    if (done === 'nobody') return given;
    if (done === 'given') given += 1;
  }
}

/** Right after the place came back. What goes wrong is the schedule's, which tries again each minute and tells of it: her own answer stands. */
export async function giveNow(tools: Tools, day: LocalDay): Promise<void> {
  await giveFreedPlaces(tools, day).catch(() => undefined);
}

/** All draws whose slots are still to come: what nobody could give at once. */
export async function keepFreedPlaces(tools: Tools): Promise<void> {
  const policy = policyNow(tools);
  const today = dayIn(tools.now(), policy.requestWindow.timeZone as TimeZone);
  for (const day of await daysWithFreed(tools.db.kysely, addDays(today, -policy.leadDays)))
    await giveFreedPlaces(tools, day);
}

/** The log as its file `freed.txt`. */
export async function freedText(db: Db, day: LocalDay): Promise<string> {
  return writeFreed(linesOf(await freedLog(db, day)));
}

async function giveNext(tools: Tools, trx: Trx, day: LocalDay): Promise<'given' | 'passed' | 'nobody'> {
  const now = tools.now();
  const { resultHash, drawnAt } = await lockFreedLog(trx, day);
  const undrawn = await shareUndrawnPools(trx);
  if (undrawn.some((pool) => pool.state === 'closed')) return 'nobody';
  const rows = await freedLog(trx, day);
  const state = stateOfFreed(stepsOf(rows));
  const ports = openPorts(state);
  const candidates = await nextCandidates(trx, { day, ports, drawnAt, limit: candidatesAtOnce });
  const log = { rows, last: linesOf(rows).at(-1) ?? null };
  const append = async (step: FreedStep, slotLocal: LocalMinute | null) => {
    log.last = appendFreed(log.last, step, at(resultHash));
    await write(trx, { day, slotLocal, now, line: log.last });
  };
  for (const candidate of candidates) {
    const turn = nextInLine([{ id: candidate.dailyId, size: candidate.size, ports: candidate.ports }], state);
    // The line is in ticket order, and every one in it lists a port with a free place.
    if (!turn) throw new Error(`expected ${candidate.dailyId} of ${day} to list a port with a free place`);
    const { size } = candidate;
    const who = { port: turn.port, id: candidate.dailyId, size };
    if (!candidate.waits) {
      await append({ ...who, act: 'gone', why: 'not-waiting' }, null);
      continue;
    }
    const port = turn.port as PortCode;
    const found = await findSlot(tools, trx, { day, port, size, now, rows });
    if (typeof found === 'string') {
      await append({ act: 'shut', port, id: nobody, size: 0, why: found }, null);
      return 'passed';
    }
    await append({ ...who, act: 'give', why: 'next' }, found.slotLocal);
    await offer(trx, candidate, { ...found, day, port, now });
    return 'given';
  }
  return candidates.length === 0 ? 'nobody' : 'passed';
}

type Found = { readonly slotLocal: LocalMinute; readonly deadlineAt: Instant };

/** The slot that was freed last at this port, if there is room and time; else the earliest that has both. */
async function findSlot(
  tools: Pick<Tools, 'policies'>,
  trx: Trx,
  of: {
    readonly day: LocalDay;
    readonly port: PortCode;
    readonly size: number;
    readonly now: Instant;
    readonly rows: readonly FreedPlace[];
  },
): Promise<Found | 'too-late' | 'full'> {
  const pool = await findPool(trx, of.day);
  if (!pool) throw new Error(`expected the pool of ${of.day}, whose places came back, found none`);
  const policy = policyNamed(pool.policy, tools.policies);
  const { timeZone } = portOf(of.port);
  const slots = (await slotsOfDay(trx, slotDayOf(of.day, policy))).filter((slot) => slot.port === of.port);
  const inTime = slots.flatMap((slot) => {
    const deadlineAt = freedDeadline(of.now, instantAt(slot.slotLocal, timeZone), policy);
    return deadlineAt === null ? [] : [{ ...slot, deadlineAt }];
  });
  if (inTime.length === 0) return 'too-late';
  const roomy = inTime.filter((slot: Slot) => slot.taken + of.size <= slot.places + slot.reserve);
  const freed = of.rows.findLast((row) => row.act === 'free' && row.port === of.port)?.slotLocal;
  return roomy.find((slot) => slot.slotLocal === freed) ?? roomy[0] ?? 'full';
}

async function offer(
  trx: Trx,
  candidate: Candidate,
  place: Found & { readonly day: LocalDay; readonly port: PortCode; readonly now: Instant },
): Promise<void> {
  const { day, port, slotLocal, deadlineAt, now } = place;
  const { registrationId, size } = candidate;
  const isHers = await chooseFreed(trx, candidate, now);
  // The transaction takes back what was done; the next minute looks again.
  if (!isHers || !(await takePlaces(trx, { port, slotLocal, size })))
    throw new Error(`expected to give ${candidate.dailyId} of ${day} a place at ${port}, found it gone`);
  const made = {
    id: randomUUID() as OfferId,
    requestId: candidate.id,
    madeAt: now,
    deadlineAt,
    list: 'freed',
  } as const;
  await addOffers(trx, [{ ...made, day, registrationId, port, slotLocal, size }]);
  await addMessage(trx, { kind: 'offer', registrationId, detail: { day }, now });
}

async function write(
  trx: Trx,
  {
    line,
    ...where
  }: {
    readonly line: FreedLine;
    readonly day: LocalDay;
    readonly slotLocal: LocalMinute | null;
    readonly now: Instant;
  },
): Promise<void> {
  const { id: dailyId, port, ...rest } = line;
  await addFreed(trx, {
    ...rest,
    dailyId,
    port: port as PortCode,
    day: where.day,
    slotLocal: where.slotLocal,
    at: where.now,
  });
}

function linesOf(rows: readonly FreedPlace[]): readonly FreedLine[] {
  return rows.map(({ n, act, port, dailyId: id, size, why, link }) => ({ n, act, port, id, size, why, link }));
}

function stepsOf(rows: readonly FreedPlace[]): readonly FreedStep[] {
  return linesOf(rows);
}

function at(resultHash: string) {
  return { resultHash, hash: nodeHash };
}
