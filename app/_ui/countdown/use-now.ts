import { useEffect, useState } from 'react';

const step = 10_000;

/** The server's clock, in epoch milliseconds, as the phone sees it go on from `now`; without a script it stands still. */
export function useNow(now: number): number {
  const [passed, setPassed] = useState(0);

  useEffect(() => {
    // Not performance.now(): it stands still while an Android phone sleeps. Only what has passed is read of her clock.
    const begun = Date.now();
    const tick = () => setPassed(Date.now() - begun);
    const timer = setInterval(tick, step);
    // A phone in a pocket runs no timers: what it shows is right as soon as she looks.
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, []);

  return now + passed;
}
