'use client';

import { useEffect, useState } from 'react';
import type { WaitingNews } from '#app/_pwa/worker-messages.ts';
import { fillIn } from '../refusal/refusal-words.ts';
import styles from './waiting-strip.module.css';

type Props = {
  readonly href: string;
  /** With `{countText}` in it. */
  readonly text: string;
};

/** On every page while something waits on this phone: the service worker says so. */
export function WaitingStrip({ href, text }: Props) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const hear = ({ data }: MessageEvent<WaitingNews | null>) => {
      if (data?.type === 'waiting-news') setCount(data.count);
    };
    const worker = 'serviceWorker' in navigator ? navigator.serviceWorker : null;
    worker?.addEventListener('message', hear);
    return () => worker?.removeEventListener('message', hear);
  }, []);
  return count === 0 ? null : (
    <a href={href} className={styles.strip}>
      {fillIn(text, { countText: String(count) })}
    </a>
  );
}
