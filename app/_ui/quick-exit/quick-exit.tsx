'use client';

import { type MouseEvent, useEffect } from 'react';
import { leave } from './leave.ts';
import { leavePath } from './leave-path.ts';
import { type Presses, pressed } from './presses.ts';
import styles from './quick-exit.module.css';

/** Away from here at once, by the link or by Escape three times (decision 0047). Works as a plain link, too. */
export function QuickExit({ text }: { readonly text: string }) {
  useEffect(() => {
    let presses: Presses = [];
    const count = ({ key, timeStamp, repeat, isComposing }: KeyboardEvent) => {
      // A key held down, or one that ends the writing of a sign, is none.
      if (repeat || isComposing) return;
      const now = pressed(presses, key, timeStamp);
      presses = now.presses;
      if (now.leaves) leave();
    };
    document.addEventListener('keydown', count);
    return () => document.removeEventListener('keydown', count);
  }, []);

  function press(event: MouseEvent) {
    event.preventDefault();
    leave();
  }

  return (
    <p className={styles.exit}>
      <a href={leavePath} onClick={press} className={styles.link}>
        {text}
      </a>
    </p>
  );
}
