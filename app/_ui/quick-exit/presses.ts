/** The moments, in milliseconds, of the presses of Escape that count so far. */
export type Presses = readonly number[];

const needed = 3;
const withinMilliseconds = 2000;

/** Three presses of Escape within two seconds leave; any other key between them begins anew. */
export function pressed(
  presses: Presses,
  key: string,
  at: number,
): { readonly presses: Presses; readonly leaves: boolean } {
  if (key !== 'Escape') return { presses: [], leaves: false };
  const counting = [...presses.filter((one) => at - one <= withinMilliseconds), at];
  return { presses: counting, leaves: counting.length >= needed };
}
