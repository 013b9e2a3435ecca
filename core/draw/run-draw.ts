import {
  type CommitmentDifference,
  checkCommitments,
  checkOpenings,
  type OpeningError,
  type Openings,
  type PublicOpenings,
} from './commitments.ts';
import { countsByPort, type PortCounts } from './counts.ts';
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

/** What everybody can recompute: all but the slots. Hashes and the seed are 64 hex. */
export type PublicDraw = {
  readonly seed: string;
  readonly cutOffs: CutOffs;
  readonly counts: readonly PortCounts[];
  readonly resultHash: string;
  /** The result file, in pieces that are each gone when the next is asked for. */
  readonly resultPieces: () => Iterable<Uint8Array>;
  /** The same in one, put together when it is asked for. */
  readonly result: string;
};

/** Everything that follows from the inputs. `slots` is the file's text. */
export type Draw = PublicDraw & {
  readonly slots: string;
  readonly slotRoot: string;
  /** Those who got a place, sorted by id. */
  readonly chosen: readonly Chosen[];
};

/** Malformed, or complete but not what was announced (`CommitmentDifference`). */
export type DrawError = InputError | OpeningError | CommitmentDifference;

/** The whole draw of `puente-draw-1`, from the three frozen texts and what was revealed after the announcement. */
export function runDraw(given: InputTexts & Openings, hash: Hash = nobleHash): Result<Draw, DrawError> {
  const drawn = chooseByLot(given, hash);
  if (!drawn.ok) return drawn;
  const { shuffled, places, capacity, found } = drawn.value;
  const chosen = assignSlots({ shuffled, places, capacity }, given.slotKey, hash);
  const slots = writeSlots(chosen, given.slotKey, hash);
  const slotRoot = merkleRoot(poolLines(slots), hash);
  return ok({
    ...found,
    get result() {
      return joinPieces(found.resultPieces());
    },
    slots,
    slotRoot,
    chosen,
  });
}

/** The draw for those who don't have the slot key. */
export function runPublicDraw(
  given: InputTexts & PublicOpenings,
  hash: Hash = nobleHash,
): Result<PublicDraw, DrawError> {
  const drawn = chooseByLot(given, hash);
  if (!drawn.ok) return drawn;
  const { found } = drawn.value;
  return ok({
    ...found,
    get result() {
      return joinPieces(found.resultPieces());
    },
  });
}

function chooseByLot(given: InputTexts & PublicOpenings, hash: Hash) {
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
  const counts = countsByPort(
    requests.rests,
    capacity.ports.map(({ port }) => port),
  );
  const pieces = () => resultPieces(shuffled, places);
  const found = { seed, cutOffs, counts, resultHash: hashPieces(pieces(), hash), resultPieces: pieces };
  return ok({ shuffled, places, capacity, found });
}
