const minute = 60_000;

/**
 * Tells a reason at once, and the same again a minute later at the earliest: behind a full line each refusal would be one,
 * and whoever floods the voice would flood the log. `now` in milliseconds that only go forward.
 */
export function onceAMinute(tell: (reason: string) => void, now: () => number): (reason: string) => void {
  const toldAt = new Map<string, number>();
  return (reason) => {
    const before = toldAt.get(reason);
    if (before !== undefined && now() - before < minute) return;
    toldAt.set(reason, now());
    tell(reason);
  };
}
