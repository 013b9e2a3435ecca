/** A count of a list, or null where it is hidden. */
export type Shown = number | null;

/** Up to here a count says too much of single people; nobody says nothing of anybody. */
export const mostHidden = 10;

/**
 * What may be published of counts that add up to a known total. Counts from 1 to 10 are hidden, and as many more that nobody
 * can work a hidden one out: not from the total, and not by knowing this rule. Null: the whole list is withheld.
 * `suppressed([3, 40, 25])` is `[null, 40, null]`; `suppressed([3, 40])` is null, `suppressed([0, 40])` is `[0, 40]`.
 *
 * The next ones to hide are all of the smallest count that is still shown: which of two equal ones would tell something.
 * Once no count is shown that is more than 0, the zeros would tell the rest, so that the list goes as a whole.
 */
export function suppressed(counts: readonly number[]): readonly Shown[] | null {
  let shown: readonly Shown[] = counts.map((count) => (count >= 1 && count <= mostHidden ? null : count));
  for (;;) {
    const hidden = counts.filter((_, index) => shown[index] === null);
    if (hidden.length === 0) return shown;
    const next = Math.min(...shown.filter((count) => count !== null && count > 0).map(Number));
    if (next === Number.POSITIVE_INFINITY) return null;
    if (!tellsItself(hidden)) return shown;
    shown = shown.map((count) => (count === next ? null : count));
  }
}

/** One alone follows from the total; several do where all have to be the least or the most that a hidden count can be. */
function tellsItself(hidden: readonly number[]): boolean {
  const sum = hidden.reduce((total, count) => total + count, 0);
  return hidden.length === 1 || sum === hidden.length || sum === hidden.length * mostHidden;
}
