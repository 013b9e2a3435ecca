import { isRoundSigned } from '#core/beacon/drand.ts';
import { parseAnnouncement } from '#core/draw/announcement.ts';
import { parseCosignatures, type Signed, signedBy } from '#core/draw/cosignatures.ts';
import { parseDrawLog } from '#core/draw/draws-log.ts';
import { parseFreed } from '#core/draw/freed-log.ts';
import type { Hash } from '#core/draw/hash.ts';
import { type Draw, type PublicDraw, runDraw, runPublicDraw } from '#core/draw/run-draw.ts';
import { parseSeason } from '#core/draw/season.ts';
import { writeSummary } from '#core/draw/summary.ts';
import { firstDifference } from './first-difference.ts';
import { type Files, type Published, readPublished } from './published.ts';
import type { Finding } from './report.ts';
import { freedDifference, logDifference, seasonDifference } from './season-difference.ts';

/** What was found, and the signatures that are left to check by whoever can (Node at once, a browser in its own time). */
export type Recomputed = {
  readonly finding: Finding;
  readonly signed: readonly Signed[];
  /** drand's, where a round was announced. */
  readonly drand: DrandRound | null;
};

export type DrandRound = { readonly round: number; readonly signature: string };

/**
 * Reads, recomputes, compares. What is malformed is refused before anything is compared; of differences the first is
 * told, in the order in which one follows from the other.
 */
export function recompute(files: Files, hash: Hash): Recomputed {
  const published = readPublished(files);
  if (!published.ok) return malformed(published.error);
  const { texts, draw: said } = published.value;

  const season = texts['season.json'] === undefined ? null : parseSeason(texts['season.json']);
  if (season && !season.ok) return malformed(season.error);
  const cosignatures = texts['cosignatures.json'] === undefined ? null : parseCosignatures(texts['cosignatures.json']);
  if (cosignatures && !cosignatures.ok) return malformed(cosignatures.error);
  const log = texts['draws.tsv'] === undefined ? null : parseDrawLog(texts['draws.tsv']);
  if (log && !log.ok) return malformed(log.error);
  const freed = texts['freed.txt'] === undefined ? null : parseFreed(texts['freed.txt']);
  if (freed && !freed.ok) return malformed(freed.error);

  const drawn = draw(published.value, hash);
  if (!drawn.ok) {
    return 'expected' in drawn.error ? differs(drawn.error) : malformed(drawn.error);
  }
  const summary = summaryOf(published.value, drawn.value, hash);
  const difference =
    firstDifference(drawn.value, published.value, summary) ??
    (season && seasonDifference(season.value, published.value, hash)) ??
    (log && logDifference(log.value, published.value, hash)) ??
    (freed && freedDifference(freed.value, published.value, hash));
  if (difference) return differs(difference);

  const finding: Finding = { verdict: 'same', resultHash: said.resultHash };
  if (!season) return { finding, signed: [], drand: null };
  const drand = drandOf(published.value);
  if (!cosignatures) return { finding, signed: [], drand };
  const signed = signedBy(season.value, cosignatures.value, { announcement: texts['announcement.json'], summary });
  return signed.ok ? { finding, signed: signed.value, drand } : malformed(signed.error);
}

/** The round of a season's draw. Without the season nothing says whose files these are: a vector's rounds are made up. */
function drandOf({ texts, draw: { drandSignature } }: Published): DrandRound | null {
  const announcement = parseAnnouncement(texts['announcement.json']);
  const round = announcement.ok ? announcement.value.drandRound : null;
  return round === null || drandSignature === null ? null : { round, signature: drandSignature };
}

/** A round that drand's quicknet did not sign, or undefined. Takes a pairing, so it comes when all else is right. */
export function notByDrand(drand: DrandRound | null): Finding | undefined {
  if (!drand || isRoundSigned(drand.round, drand.signature)) return undefined;
  const expected = `what drand's quicknet signed as round ${drand.round}`;
  return { verdict: 'differs', at: 'draw.json, drandSignature', expected, found: drand.signature };
}

/** A signature that isn't its party's over these bytes. */
export function notSigned({ at, party }: Signed): Finding {
  return {
    verdict: 'differs',
    at: `cosignatures.json, ${at}`,
    expected: `a signature by ${party}`,
    found: 'a signature of something else',
  };
}

function draw({ texts, draw: said }: Published, hash: Hash) {
  const given = {
    pool: texts['pool.tsv'],
    capacity: texts['capacity.json'],
    announcement: texts['announcement.json'],
    reveals: said.reveals,
    drandSignature: said.drandSignature,
  };
  const { slotKey } = said;
  return slotKey === null ? runPublicDraw({ ...given, slotKey }, hash) : runDraw({ ...given, slotKey }, hash);
}

function summaryOf({ texts, draw: said }: Published, drawn: PublicDraw | Draw, hash: Hash): string {
  const { seed, cutOffs, counts, resultHash } = drawn;
  const { reveals, drandSignature } = said;
  const slotRoot = 'slotRoot' in drawn ? drawn.slotRoot : said.slotRoot;
  const announcement = texts['announcement.json'];
  return writeSummary({ announcement, counts, seed, cutOffs, resultHash, slotRoot, reveals, drandSignature }, hash);
}

function malformed(error: Extract<Finding, { verdict: 'malformed' }>['error']): Recomputed {
  return { finding: { verdict: 'malformed', error }, signed: [], drand: null };
}

function differs({ at, expected, found }: Omit<Extract<Finding, { verdict: 'differs' }>, 'verdict'>): Recomputed {
  return { finding: { verdict: 'differs', at, expected, found }, signed: [], drand: null };
}
