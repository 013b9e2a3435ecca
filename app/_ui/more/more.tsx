import type { ReactNode } from 'react';
import styles from './more.module.css';

type Props = {
  /** What is inside, in a few words: pressed, it opens. */
  readonly summary: string;
  /** Open from the start: where something inside was filled in or is wrong. */
  readonly isOpen: boolean;
  readonly children: ReactNode;
};

/** What fewer people need, closed until it is asked for. Works without a script. */
export function More({ summary, isOpen, children }: Props) {
  return (
    <details className={styles.more} open={isOpen}>
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
