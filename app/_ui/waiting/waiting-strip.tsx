'use client';

import { useEffect, useState } from 'react';
import { askWorker } from '#app/_pwa/queue/ask-worker.ts';
import { fillIn } from '../refusal/refusal-words.ts';
import styles from './waiting-strip.module.css';

type Props = {
  readonly href: string;
  /** With `{countText}` in it. */
  readonly text: string;
};

/**
 * On every page while something waits on this phone. Where there is a line it is sent at once: not every browser wakes a
 * service worker by itself.
 */
export function WaitingStrip({ href, text }: Props) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const ask = () =>
      void askWorker({ kind: navigator.onLine ? 'send-waiting' : 'waiting' }).then((answer) =>
        setCount(answer?.rows.length ?? 0),
      );
    ask();
    window.addEventListener('online', ask);
    return () => window.removeEventListener('online', ask);
  }, []);
  return count === 0 ? null : (
    <a href={href} className={styles.strip}>
      {fillIn(text, { countText: String(count) })}
    </a>
  );
}
