'use client';

import styles from './countdown.module.css';
import { type TimeLeftWords, timeLeft } from './time-left.ts';
import { useNow } from './use-now.ts';

type Props = {
  /** Epoch milliseconds. */
  readonly deadline: number;
  /** The server's clock when it made the page: a phone's clock may be wrong by days. */
  readonly now: number;
  readonly left: TimeLeftWords;
  readonly over: string;
};

/** Runs down on the phone; without a script it shows what was left when the page was made. */
export function Countdown({ deadline, now, left, over }: Props) {
  return (
    <p role="timer" className={styles.countdown}>
      {timeLeft(deadline, useNow(now), left) ?? over}
    </p>
  );
}
