import type { PortCounts } from '#core/draw/counts.ts';
import type { CutOffs } from '#core/draw/cut-offs.ts';
import type { PortCode } from '#core/ids.ts';
import { portOf } from '#core/policy/ports.ts';
import { addHours } from '#core/time/day.ts';
import type { Instant, LocalDay, LocalMinute } from '#core/time/instant.ts';
import { instantAt } from '#core/time/zone.ts';
import { type AnnouncedDraw, announcedDraws, findAnnounced } from '#server/db/repositories/draws.ts';
import { findClosedPool, findOpenPool } from '#server/db/repositories/pools.ts';
import { type DrawParty, lastSeason, partiesOf, partiesOfDraws } from '#server/db/repositories/rounds.ts';
import {
  type DrawFile,
  type DrawNow,
  type DrawStage,
  drawFiles,
  type PublishedDraw,
  type SeasonView,
} from '#server/services/draws.ts';
import { announcementHash, announcementOf, type Round, roundOf } from './round.ts';
import type { Tools } from './tools.ts';

/** People are let in through the hour of a slot. */
const slotHours = 1;

export async function publishedDraws(tools: Tools): Promise<readonly PublishedDraw[]> {
  const db = tools.db.kysely;
  const draws = await announcedDraws(db);
  const parties = await partiesOfDraws(
    db,
    draws.map(({ day }) => day),
  );
  const byDay = new Map<LocalDay, DrawParty[]>();
  for (const party of parties) byDay.set(party.day, [...(byDay.get(party.day) ?? []), party]);
  return draws.map((draw) => publish(draw, byDay.get(draw.day) ?? [], tools.now()));
}

export async function publishedDraw(tools: Tools, day: LocalDay): Promise<PublishedDraw | null> {
  const db = tools.db.kysely;
  const draw = await findAnnounced(db, day);
  return draw ? publish(draw, await partiesOf(db, day), tools.now()) : null;
}

/**
 * Of the draw that waits for its parties (a postponed one, too, while the next can't be announced without its secrets),
 * else of the open pool, else of the last draw.
 */
export async function drawNow(tools: Tools): Promise<DrawNow | null> {
  const db = tools.db.kysely;
  const closed = await findClosedPool(db);
  const last = (closed && (await findAnnounced(db, closed.day))) ?? (await announcedDraws(db))[0];
  const round = last && roundOf(last, await partiesOf(db, last.day));
  const awaited = last && round && step(last, round);
  if (awaited) return { day: last.day, draw: last.draw, ...awaited };
  const open = await findOpenPool(db);
  if (open) return { day: open.day, draw: null, stage: 'open', waitsFor: [] };
  return last && round
    ? { day: last.day, draw: last.draw, stage: stageOf(last, round, tools.now()), waitsFor: round.waitsFor }
    : null;
}

/** What is still to be done before the next pool can close; null: nothing. */
function step(draw: AnnouncedDraw, round: Round): Pick<DrawNow, 'stage' | 'waitsFor'> | null {
  if (round.step === 'cosigning' || round.step === 'revealing') return { stage: round.step, waitsFor: round.waitsFor };
  // All secrets are there: the schedule draws within a minute.
  return draw.state === 'closed' ? { stage: 'revealing', waitsFor: [] } : null;
}

export async function season(tools: Tools): Promise<SeasonView | null> {
  const parties = await lastSeason(tools.db.kysely);
  const [operator] = parties;
  if (!operator) return null;
  return {
    season: operator.season,
    parties: parties.map(({ name, key, tip, escrow }) => ({ name, key, tip, escrow })),
  };
}

/** When its last slot is over, each by the clocks of its port. */
export function releasedFrom(capacity: string): Instant {
  const { ports } = JSON.parse(capacity) as {
    readonly ports: readonly { readonly port: PortCode; readonly slots: readonly { readonly slot: LocalMinute }[] }[];
  };
  const begins = ports.flatMap(({ port, slots }) => slots.map(({ slot }) => instantAt(slot, portOf(port).timeZone)));
  return addHours(Math.max(...begins) as Instant, slotHours);
}

function publish(draw: AnnouncedDraw, parties: readonly DrawParty[], now: Instant): PublishedDraw {
  const { count, policy } = announcementOf(draw.announcement);
  const round = roundOf(draw, parties);
  const stage = stageOf(draw, round, now);
  return {
    day: draw.day,
    draw: draw.draw,
    stage,
    waitsFor: stage === 'postponed' ? [] : round.waitsFor,
    announcedAt: draw.closedAt,
    announcementHash: announcementHash(draw),
    count,
    policy,
    parties: parties.map(({ name, announcementSignature, reveal, summarySignature }) => ({
      name,
      hasSigned: announcementSignature !== null,
      hasRevealed: reveal !== null,
      hasSignedResult: summarySignature !== null,
    })),
    result: resultOf(draw),
    files: drawFiles.filter((name) => isThere(name, draw, round) && isPublic(name, draw, now)),
    releasedFrom: releasedFrom(draw.capacity),
  };
}

function resultOf({ summary, drawnAt }: AnnouncedDraw): PublishedDraw['result'] {
  if (summary === null || drawnAt === null) return null;
  const said = JSON.parse(summary) as {
    readonly seed: string;
    readonly resultHash: string;
    readonly slotRoot: string;
    readonly cutOffs: CutOffs;
    readonly counts: readonly PortCounts[];
  };
  const { seed, resultHash, slotRoot, cutOffs, counts } = said;
  return { drawnAt, seed, resultHash, slotRoot, cutOffs, counts };
}

function stageOf(draw: AnnouncedDraw, { step: now }: Round, at: Instant): DrawStage {
  if (draw.state === 'postponed') return 'postponed';
  switch (now) {
    case 'cosigning':
    case 'revealing':
      return now;
    case 'drawing':
      return 'revealing';
    case 'cosigning-result':
    case 'done':
      if (at >= releasedFrom(draw.capacity)) return 'released';
      return now === 'done' ? 'cosigned-result' : 'drawn';
  }
}

/** Until the last slot is past, these are for witnesses; the registrations' leaves and the slot key for good. */
const later: readonly DrawFile[] = ['pool.tsv', 'capacity.json', 'result.tsv', 'freed.txt'];
const never: readonly DrawFile[] = ['slot-key', 'registrations.tsv'];

/** Of a draw that was postponed nobody got a slot: what was in it is the same people's as in the next one. */
export function isPublic(name: DrawFile, draw: Pick<AnnouncedDraw, 'capacity' | 'state'>, now: Instant): boolean {
  if (never.includes(name)) return false;
  return !later.includes(name) || now >= releasedFrom(draw.capacity);
}

/** Whether a file has come to be yet. */
export function isThere(name: DrawFile, draw: Pick<AnnouncedDraw, 'summary'>, { step: now }: Round): boolean {
  switch (name) {
    case 'cosignatures.json':
    case 'registrations.json':
    case 'reveals.json':
      return now !== 'cosigning';
    case 'summary.json':
    case 'draw.json':
    case 'result.tsv':
    case 'freed.txt':
    case 'slot-key':
      return draw.summary !== null;
    case 'pool.tsv':
    case 'capacity.json':
    case 'announcement.json':
    case 'registrations.tsv':
    case 'season.json':
    case 'draws.tsv':
      return true;
  }
}
