/**
 * The acts that are needed for it to fail, found by leaving out ever smaller parts, as long as `patience` lasts
 * (milliseconds): each try plays them all on a database. `failing` gives the acts up to the one that fails, or null.
 */
export async function shorten<Act>(
  acts: readonly Act[],
  failing: (acts: readonly Act[]) => Promise<readonly Act[] | null>,
  patience: number,
): Promise<readonly Act[]> {
  const end = performance.now() + patience;
  let needed = acts;
  for (let part = Math.ceil(needed.length / 2); part >= 1; part = part === 1 ? 0 : Math.ceil(part / 2)) {
    for (let from = 0; from < needed.length && performance.now() < end; ) {
      const fewer = needed.toSpliced(from, part);
      const failed = fewer.length > 0 ? await failing(fewer) : null;
      if (failed === null) from += part;
      else needed = failed;
    }
  }
  return needed;
}
