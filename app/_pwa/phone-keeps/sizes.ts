/** `megabytes(412_345, ',')` is `0,4`; never less than a tenth, so that nothing looks like nothing. */
export function megabytes(bytes: number, decimal: string): string {
  return Math.max(0.1, bytes / 1_000_000)
    .toFixed(1)
    .replace('.', decimal);
}
