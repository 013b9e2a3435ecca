/**
 * Where one slip of the finger makes one word of another: a letter too many, too few or another one, or two turned
 * round. Undefined where they differ by more. `solicitud`, `soliictud` → 4.
 */
export function slipBetween(one: string, other: string): number | undefined {
  const longest = Math.max(one.length, other.length);
  if (one === other || longest - Math.min(one.length, other.length) > 1) return undefined;
  let start = 0;
  while (start < longest && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < longest - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one, other].map((word) => word.slice(start, Math.max(word.length - end, start)));
  if (left === undefined || right === undefined) return undefined;
  if (left.length <= 1 && right.length <= 1) return start;
  return right.length === 2 && left === `${right[1]}${right[0]}` ? start : undefined;
}
