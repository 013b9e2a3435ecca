import type { PortCounts } from '#core/draw/counts.ts';
import type { CutOffs } from '#core/draw/cut-offs.ts';
import type { OwnLine } from '#core/draw/own-line.ts';
import type { AccountId } from '#core/ids.ts';
import type { ProgramProblem } from '#core/problem/kinds.ts';
import type { Result } from '#core/result.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';

/**
 * Where an announced draw stands. `cosigning`: it waits for the parties' signatures of the announcement; `revealing`: for
 * what they reveal; `drawn`: for their signatures of the result; `cosigned-result`: all is signed; `released`: the last
 * slot is past, and every file is public; `postponed`: it came too late and is never made.
 */
export const drawStages = ['cosigning', 'revealing', 'drawn', 'cosigned-result', 'released', 'postponed'] as const;
export type DrawStage = (typeof drawStages)[number];

export const seasonFiles = ['season.json', 'draws.tsv', 'registrations.json'] as const;
export type SeasonFile = (typeof seasonFiles)[number];

/** In the order in which they come to be. */
export const drawFiles = [
  'pool.tsv',
  'capacity.json',
  'announcement.json',
  'registrations.json',
  'registrations.tsv',
  'cosignatures.json',
  'reveals.json',
  'draw.json',
  'summary.json',
  'result.tsv',
  'freed.txt',
  'slot-key',
  'season.json',
  'draws.tsv',
] as const;
export type DrawFile = (typeof drawFiles)[number];

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

/** Each secret of a witness's chain is shared among so many trustees, so many of whom recover it. */
export type Escrow = { readonly threshold: number; readonly trustees: number };

/** The parties of the season that runs, or of the next one before its first draw. `key` and `tip` (s_0) are 64 hex. */
export type SeasonView = {
  readonly season: number;
  readonly parties: readonly {
    readonly name: string;
    readonly key: string;
    readonly tip: string;
    readonly escrow: Escrow | null;
  }[];
};

/** A witness that the operator lists: what it sends is signed by this key (64 hex). */
export type KnownWitness = { readonly name: string; readonly key: string };

/** What is told to programs alone, as kinds. */
export type RoundOutcome = Promise<Result<null, ProgramProblem>>;

/** What a program asks for by name. `isFinal`: it never changes again. */
export type PublishedFile = { readonly text: string; readonly isFinal: boolean };

/** What witnesses do (docs/decisions/0048-witnesses.md). `by`: who signed the request; null: nobody. */
export type WitnessServices = {
  /** The key that a witness of that name signs its requests by: of the list, or of a season that it is in. */
  witnessKeys(name: string): Promise<readonly string[]>;
  /** Kinds: `witness-unknown`, `tip-used`. The same again is well. */
  joinSeason(input: {
    readonly by: KnownWitness;
    readonly tip: string;
    readonly length: number;
    readonly escrow: Escrow | null;
  }): RoundOutcome;
  /** Kinds: `draw-unknown`, `not-a-party`, `signature-wrong`. */
  signAnnouncement(input: {
    readonly by: KnownWitness;
    readonly day: LocalDay;
    readonly signature: string;
    readonly registrationsSignature: string;
  }): RoundOutcome;
  /** By anybody: it proves itself by its hash. Kinds: `draw-unknown`, `too-early`, `reveal-wrong`. */
  revealSecret(input: { readonly day: LocalDay; readonly reveal: string }): RoundOutcome;
  /** Kinds: `draw-unknown`, `not-a-party`, `too-early`, `signature-wrong`. */
  signSummary(input: { readonly by: KnownWitness; readonly day: LocalDay; readonly signature: string }): RoundOutcome;
};

/** Draws in public, and what each person gets of hers. */
export type DrawsServices = WitnessServices & {
  /** All that were announced, the latest first. */
  publishedDraws(): Promise<readonly PublishedDraw[]>;
  publishedDraw(day: LocalDay): Promise<PublishedDraw | null>;
  /** Null before the first pool. */
  drawNow(): Promise<DrawNow | null>;
  /** Null before the first season. */
  season(): Promise<SeasonView | null>;
  /** A file of all draws: `season.json`, `draws.tsv`. Null: there is none yet. */
  seasonFile(name: SeasonFile): Promise<PublishedFile | null>;
  /** A file of one draw. Kinds: `draw-unknown`, `not-public` (yet, or to whoever asks), `not-there-yet`. */
  drawFile(input: {
    readonly day: LocalDay;
    readonly name: DrawFile;
    readonly isWitness: boolean;
  }): Promise<Result<PublishedFile, ProgramProblem>>;
  /** Her promise, path and outcome in the draw of that day, or of her latest request; null where she has none. */
  ownLine(accountId: AccountId, day: LocalDay | null): Promise<OwnLine | null>;
};
