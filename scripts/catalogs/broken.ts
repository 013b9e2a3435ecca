/** UTF-8 read as Latin 1 or Windows-1252 (Ã©, â€™, Ð¼), entities of HTML, escapes of programs. */
export const broken =
  /Ã[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|Â[\u0080-\u00BF]|[ÐÑ][\u0080-\u00BF]|&(?:[a-z]{2,8}|#x?[\da-f]+);|\\u[\da-f]{4}|\\[nrt"]/iu;

const known = new Map<string, boolean>();

/** Other rules leave such a text alone: its letters and marks are not its own. */
export function isBroken(text: string): boolean {
  const found = known.get(text) ?? broken.test(text);
  known.set(text, found);
  return found;
}
