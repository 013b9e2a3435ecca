const dayMilliseconds = 86_400_000;

/** Fewer than this in a band, and a person could be followed from day to day by it (section 1). */
export const leastInBand = 1_000;

/**
 * The times at which band 1, 2, … begin, for the registration times of all requests (epoch milliseconds, any order).
 * Bands are cut at midnights (UTC), never within a day, so that no bound is somebody's own second. Each holds at least
 * `least` requests where there are as many; what is left at the end belongs to the last one.
 */
export function cutBands(registeredAt: readonly number[], least = leastInBand): readonly string[] {
  const days = registeredAt.map((time) => Math.floor(time / dayMilliseconds)).sort((a, b) => a - b);
  const bounds: string[] = [];
  let begin = 0;
  for (const [index, day] of days.entries()) {
    const isNewDay = index > 0 && day !== days[index - 1];
    if (isNewDay && index - begin >= least && days.length - index >= least) {
      bounds.push(timeText(day * dayMilliseconds));
      begin = index;
    }
  }
  return bounds;
}

/** The band of a registration time (epoch milliseconds): band k begins at bound k − 1, inclusive. */
export function bandOf(registeredAt: number, bounds: readonly string[]): number {
  return bounds.filter((bound) => Date.parse(bound) <= registeredAt).length;
}

function timeText(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
