/** Not opened by a link or an address, but gone back to, or opened anew: a browser puts back by itself what was typed then. */
export function isPageAgain(): boolean {
  return performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type !== 'navigate');
}
