'use client';

import { whileHereLate } from '../state/while-here.ts';
import styles from './countdown.module.css';
import type { CountdownFacts } from './start-countdown.ts';
import { timeLeft } from './time-left.ts';

const ref = whileHereLate(async () => (await import('./start-countdown.ts')).startCountdown);

/**
 * Runs down on the phone; without a script it shows what was left when the page was made. A screen reader hears it when it
 * reads it, and by itself only at a few moments near the end.
 */
export function Countdown(facts: CountdownFacts) {
  const { deadline, now, left, over } = facts;
  return (
    <div ref={ref} data-countdown={JSON.stringify(facts)}>
      <p role="timer" className={styles.countdown}>
        {timeLeft(deadline, now, left) ?? over}
      </p>
      <p role="status" className={styles.said} />
    </div>
  );
}
