import { createHash } from 'node:crypto';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Seeded numbers: the same seed and name give the same ones, on every machine. */
export type Stream = {
  /** From 0 to 1, 1 excluded, in steps of 2^−32. */
  readonly unit: () => number;
  /** How long until something happens that happens once in `mean`, on average. */
  readonly exponential: (mean: number) => number;
  readonly happens: (share: number) => boolean;
};

/** A stream of its own for each name, so that one more number drawn in one place moves nothing in another. */
export function streamOf(seed: string, name: string): Stream {
  const hash = createHash('sha256').update(`puente-lab/${seed}/${name}`).digest();
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((at) => hash.readInt32LE(at)));
  const unit = () => (generator.next() >>> 0) / 2 ** 32;
  return { unit, exponential: (mean) => -Math.log(1 - unit()) * mean, happens: (share) => unit() < share };
}

/** Draws names by their weights. */
export function picker<Name>(weights: ReadonlyMap<Name, number>): (stream: Stream) => Name {
  const names = [...weights.keys()];
  const [last] = names.slice(-1);
  if (last === undefined) throw new Error('expected something to pick from, found nothing');
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const ends: number[] = [];
  for (const weight of weights.values()) ends.push((ends.at(-1) ?? 0) + weight / whole);
  return (stream) => {
    const at = stream.unit();
    return names[ends.findIndex((end) => at < end)] ?? last;
  };
}
