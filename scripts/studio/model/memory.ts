import type { Unit } from '../../catalogs/exchange/unit.ts';

type Known = Pick<Unit, 'key' | 'source' | 'target' | 'state'>;

/** An earlier translation of a text that reads nearly the same in English; `likeness` from 0 to 1, 1 the same. */
export type Near = Known & { readonly likeness: number };

/** From here on two texts have enough in common for one to help with the other. */
const enough = 0.5;

/** The nearest translations of a language, the nearest first. */
export function nearest(
  units: readonly Known[],
  { key, source }: Pick<Unit, 'key' | 'source'>,
  most = 5,
): readonly Near[] {
  const own = piecesOf(source);
  return units
    .filter((unit) => unit.key !== key && unit.target.trim() !== '')
    .map((unit) => ({ ...unit, likeness: likeness(own, piecesOf(unit.source)) }))
    .filter((unit) => unit.likeness >= enough)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, most);
}

/** Dice's measure over pieces of three signs: words that only end otherwise still count. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0;
  const shared = [...one].filter((piece) => other.has(piece)).length;
  return (2 * shared) / (one.size + other.size);
}

const known = new Map<string, ReadonlySet<string>>();

function piecesOf(text: string): ReadonlySet<string> {
  const found = known.get(text);
  if (found) return found;
  const plain = ` ${text.toLowerCase().replace(/\s+/g, ' ').trim()} `;
  const pieces = new Set(Array.from({ length: Math.max(0, plain.length - 2) }, (_, at) => plain.slice(at, at + 3)));
  known.set(text, pieces);
  return pieces;
}
