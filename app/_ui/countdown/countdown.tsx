'use client';

import { useEffect, useState } from 'react';
import { fillIn } from '../refusal/refusal-words.ts';
import styles from './countdown.module.css';
import { timeLeft } from './time-left.ts';

type Props = {
  /** Epoch milliseconds. */
  readonly deadline: number;
  /** The server's clock when it made the page: a phone's clock may be wrong by days. */
  readonly now: number;
  /** With `{hours}` and `{minutes}` in it. */
  readonly left: string;
  readonly over: string;
};

const step = 10_000;

/** Runs down on the phone; without a script it shows what was left when the page was made. */
export function Countdown({ deadline, now, left, over }: Props) {
  const [passed, setPassed] = useState(0);

  useEffect(() => {
    const begun = performance.now();
    const timer = setInterval(() => setPassed(performance.now() - begun), step);
    return () => clearInterval(timer);
  }, []);

  const rest = timeLeft(deadline, now + passed);
  return (
    <p role="timer" className={styles.countdown}>
      {rest ? fillIn(left, rest) : over}
    </p>
  );
}
