const buckets = 4096;

/**
 * The positions of `keys` (each from 0 to 1, 1 excluded) by key, smallest first, and by position where two are equal. Sorted
 * only as far as they are taken: of a quarter of a million who ask, a day looks at the foremost few thousand.
 */
export function* inOrder(keys: Float64Array): Generator<number, void> {
  const ends = new Int32Array(buckets + 1);
  for (const key of keys) ends[bucketOf(key) + 1] = (ends[bucketOf(key) + 1] ?? 0) + 1;
  for (let bucket = 0; bucket < buckets; bucket += 1) ends[bucket + 1] = (ends[bucket + 1] ?? 0) + (ends[bucket] ?? 0);
  const next = ends.slice();
  const positions = new Int32Array(keys.length);
  for (let position = 0; position < keys.length; position += 1) {
    const bucket = bucketOf(keys[position] ?? 0);
    const at = next[bucket] ?? 0;
    positions[at] = position;
    next[bucket] = at + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const part = positions.subarray(ends[bucket], ends[bucket + 1]);
    yield* part.sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0) || one - other);
  }
}

/** The items themselves, by their keys. */
export function* sortedBy<Item>(items: readonly Item[], keys: Float64Array): Generator<Item, void> {
  for (const position of inOrder(keys)) {
    const item = items[position];
    if (item !== undefined) yield item;
  }
}

function bucketOf(key: number): number {
  return Math.floor(key * buckets);
}
