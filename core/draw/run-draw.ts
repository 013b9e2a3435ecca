import {
  type CommitmentDifference,
  checkCommitments,
  checkOpenings,
  type OpeningError,
  type Openings,
} from './commitments.ts';
import type { CutOffs } from './cut-offs.ts';
import { type Hash, nobleHash } from './hash.ts';
import { type InputError, type InputTexts, parseInputs } from './inputs.ts';
import { merkleRoot } from './merkle-tree.ts';
import { poolLines } from './pool.ts';
import { ok, type Result } from './result.ts';
import { hashPieces, joinPieces, resultPieces } from './result-file.ts';
import { seedOf } from './seed.ts';
import { selectInOrder } from './selection.ts';
import { assignSlots, type Chosen, writeSlots } from './slots.ts';
import { shuffle } from './ticket.ts';

/** Everything that follows from the inputs. Hashes and the seed are 64 hex, `slots` is the file's text. */
export type Draw = {
  readonly seed: string;
  readonly cutOffs: CutOffs;
  readonly resultHash: string;
  /** The result file in pieces. */
  readonly resultPieces: () => Iterable<Uint8Array>;
  /** The same in one, put together when it is asked for. */
  readonly result: string;
  readonly slots: string;
  readonly slotRoot: string;
  /** Those who got a place, sorted by id. */
  readonly chosen: readonly Chosen[];
};

/** Malformed, or complete but not what was announced (`CommitmentDifference`). */
export type DrawError = InputError | OpeningError | CommitmentDifference;

/** The whole draw of `puente-draw-1`, from the three frozen texts and what was revealed after the announcement. */
export function runDraw(given: InputTexts & Openings, hash: Hash = nobleHash): Result<Draw, DrawError> {
  const inputs = parseInputs(given);
  if (!inputs.ok) return inputs;
  const complete = checkOpenings(inputs.value, given);
  if (!complete.ok) return complete;
  const asAnnounced = checkCommitments({ texts: given, inputs: inputs.value, openings: given }, hash);
  if (!asAnnounced.ok) return asAnnounced;

  const { requests, capacity } = inputs.value;
  const seed = seedOf(given, hash);
  const shuffled = shuffle(requests, seed, hash);
  const { places, cutOffs } = selectInOrder(shuffled, capacity);
  const chosen = assignSlots({ shuffled, places, capacity }, given.slotKey, hash);
  const slots = writeSlots(chosen, given.slotKey, hash);
  const slotRoot = merkleRoot(poolLines(slots), hash);
  const pieces = () => resultPieces(shuffled, places);
  return ok({
    seed,
    cutOffs,
    resultHash: hashPieces(pieces(), hash),
    resultPieces: pieces,
    get result() {
      return joinPieces(pieces());
    },
    slots,
    slotRoot,
    chosen,
  });
}
