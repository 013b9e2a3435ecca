'use client';

import styles from './countdown.module.css';
import { momentToSay, type TimeLeftWords, timeLeft } from './time-left.ts';
import { useNow } from './use-now.ts';

type Props = {
  /** Epoch milliseconds. */
  readonly deadline: number;
  /** The server's clock when it made the page: a phone's clock may be wrong by days. */
  readonly now: number;
  readonly left: TimeLeftWords;
  readonly over: string;
};

/**
 * Runs down on the phone; without a script it shows what was left when the page was made. A screen reader hears it when it
 * reads it, and by itself only at a few moments near the end.
 */
export function Countdown({ deadline, now, left, over }: Props) {
  const passing = useNow(now);
  const moment = momentToSay(deadline, { from: now, now: passing });
  return (
    <>
      <p role="timer" className={styles.countdown}>
        {timeLeft(deadline, passing, left) ?? over}
      </p>
      <p role="status" className={styles.said}>
        {moment === null ? null : timeLeft(deadline, moment, left)}
      </p>
    </>
  );
}
