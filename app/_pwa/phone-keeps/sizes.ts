/** `megabytes(412_345, ',')` is `0,4`; never less than a tenth, so that nothing looks like nothing. */
export function megabytes(bytes: number, decimal: string): string {
  return Math.max(0.1, bytes / 1_000_000)
    .toFixed(1)
    .replace('.', decimal);
}

/** Room for a site that a phone with space would give; a private window gives less, and so does a phone that is full. */
const little = 1_000_000_000;

/** A private window can't be known: browsers hide it. Its room is small, and it promises nothing to last. */
export function mayBePrivate({ quota, persisted }: { readonly quota: number; readonly persisted: boolean }): boolean {
  return !persisted && quota < little;
}
