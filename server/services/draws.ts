import type { PortCounts } from '#core/draw/counts.ts';
import type { CutOffs } from '#core/draw/cut-offs.ts';
import type { OwnLine } from '#core/draw/own-line.ts';
import type { AccountId } from '#core/ids.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';

/**
 * Where an announced draw stands. `cosigning`: it waits for the parties' signatures of the announcement; `revealing`: for
 * what they reveal; `drawn`: for their signatures of the result; `cosigned-result`: all is signed; `released`: the last
 * slot is past, and every file is public; `postponed`: it came too late and is never made.
 */
export const drawStages = ['cosigning', 'revealing', 'drawn', 'cosigned-result', 'released', 'postponed'] as const;
export type DrawStage = (typeof drawStages)[number];

/** What is public of a draw. Hashes, roots and the seed are 64 hex. */
export type PublishedDraw = {
  readonly day: LocalDay;
  /** Its number in its season, from 1. */
  readonly draw: number;
  readonly stage: DrawStage;
  /** Names of the parties whose signature or reveal is missing, `drand` among them; none where nothing is waited for. */
  readonly waitsFor: readonly string[];
  readonly announcedAt: Instant;
  readonly announcementHash: string;
  /** Requests in the pool. */
  readonly count: number;
  readonly policy: string;
  /** The operator first, then the witnesses in the season's order. */
  readonly parties: readonly {
    readonly name: string;
    readonly hasSigned: boolean;
    readonly hasRevealed: boolean;
    readonly hasSignedResult: boolean;
  }[];
  /** Null until it is drawn. */
  readonly result: {
    readonly drawnAt: Instant;
    readonly seed: string;
    readonly resultHash: string;
    readonly slotRoot: string;
    readonly cutOffs: CutOffs;
    readonly counts: readonly PortCounts[];
  } | null;
  /** Names of its files that anybody can get now, below `/api/draws/<day>/`. */
  readonly files: readonly string[];
  /** When its last slot begins: from then on every file is public. */
  readonly releasedFrom: Instant;
};

/** What `/api/draws/now` says: of the draw that waits, else of the pool that is open, else of the last draw. */
export type DrawNow = {
  readonly day: LocalDay;
  /** Null for an open pool: it gets its number in the season when it closes. */
  readonly draw: number | null;
  readonly stage: DrawStage | 'open';
  readonly waitsFor: readonly string[];
};

/** Draws in public, and what each person gets of hers. */
export type DrawsServices = {
  /** All that were announced, the latest first. */
  publishedDraws(): Promise<readonly PublishedDraw[]>;
  publishedDraw(day: LocalDay): Promise<PublishedDraw | null>;
  /** Null before the first pool. */
  drawNow(): Promise<DrawNow | null>;
  /** Her promise, path and outcome, of her latest request; null where she has none. */
  ownLine(accountId: AccountId): Promise<OwnLine | null>;
};
