'use client';

import { useEffect } from 'react';
import { leavePath } from './leave-path.ts';
import styles from './quick-exit.module.css';
import { startQuickExit } from './start-quick-exit.ts';

/** Away from here at once, by the link or by Escape three times (decision 0047). Works as a plain link, too. */
export function QuickExit({ text }: { readonly text: string }) {
  useEffect(() => startQuickExit(), []);
  return (
    <p className={styles.exit}>
      <a href={leavePath} className={styles.link}>
        {text}
      </a>
    </p>
  );
}
