const step = 10_000;

/**
 * Tells what the server's clock shows, in epoch milliseconds, as the phone sees it go on from `now`. Gives back what ends it.
 */
export function watchClock(now: number, tell: (passing: number) => void): () => void {
  // Not performance.now(): it stands still while an Android phone sleeps. Only what has passed is read of her clock.
  const begun = Date.now();
  const tick = () => tell(now + Date.now() - begun);
  const timer = setInterval(tick, step);
  // A phone in a pocket runs no timers: what it shows is right as soon as she looks.
  document.addEventListener('visibilitychange', tick);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}
