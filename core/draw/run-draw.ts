import {
  type CommitmentDifference,
  checkCommitments,
  checkOpenings,
  type OpeningError,
  type Openings,
} from './commitments.ts';
import type { CutOffs } from './cut-offs.ts';
import { type Hash, nobleHash, toHex, utf8 } from './hash.ts';
import { type InputError, type InputTexts, parseInputs } from './inputs.ts';
import { merkleTree } from './merkle-tree.ts';
import { poolLines } from './pool.ts';
import { ok, type Result } from './result.ts';
import { writeResult } from './result-file.ts';
import { seedOf } from './seed.ts';
import { select } from './selection.ts';
import { assignSlots, type Chosen, writeSlots } from './slots.ts';
import { shuffle } from './ticket.ts';

/** Everything that follows from the inputs. Hashes and the seed are 64 hex, `result` and `slots` the files' texts. */
export type Draw = {
  readonly seed: string;
  readonly cutOffs: CutOffs;
  readonly result: string;
  readonly resultHash: string;
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
  const entrants = shuffle(requests, seed, hash);
  const { places, cutOffs } = select(entrants, capacity);
  const chosen = assignSlots({ entrants, places, capacity }, given.slotKey, hash);
  const result = writeResult(entrants, places);
  const slots = writeSlots(chosen, given.slotKey, hash);
  return ok({
    seed,
    cutOffs,
    result,
    resultHash: toHex(hash.sha256(utf8(result))),
    slots,
    slotRoot: merkleTree(poolLines(slots), hash).root,
    chosen,
  });
}
