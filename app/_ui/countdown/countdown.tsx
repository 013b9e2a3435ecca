'use client';

import { useEffect, useState } from 'react';
import styles from './countdown.module.css';
import { type TimeLeftWords, timeLeft } from './time-left.ts';

type Props = {
  /** Epoch milliseconds. */
  readonly deadline: number;
  /** The server's clock when it made the page: a phone's clock may be wrong by days. */
  readonly now: number;
  readonly left: TimeLeftWords;
  readonly over: string;
};

const step = 10_000;

/** Runs down on the phone; without a script it shows what was left when the page was made. */
export function Countdown({ deadline, now, left, over }: Props) {
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

  return (
    <p role="timer" className={styles.countdown}>
      {timeLeft(deadline, now + passed, left) ?? over}
    </p>
  );
}
