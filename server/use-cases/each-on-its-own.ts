/**
 * Does one after the other, whatever becomes of those before: an offer lapses though the draw fails. Then throws what
 * went wrong; of several failures the first is the cause.
 */
export async function eachOnItsOwn(works: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const work of works) {
    try {
      await work();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) {
    throw new AggregateError(failures, `${failures.length} of ${works.length} failed`, { cause: failures[0] });
  }
}
