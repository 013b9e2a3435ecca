import type { ReactNode } from 'react';
import styles from './more.module.css';

type Props = {
  /** What is inside, in a few words: pressed, it opens. */
  readonly summary: string;
  /** Open from the start: where something inside was filled in or is wrong. */
  readonly isOpen: boolean;
  /** For what has to be fetched for it. */
  readonly onOpen?: () => void;
  readonly children: ReactNode;
};

/** What fewer people need, closed until it is asked for. Works without a script. */
export function More({ summary, isOpen, onOpen, children }: Props) {
  return (
    <details
      className={styles.more}
      open={isOpen}
      onToggle={onOpen && (({ currentTarget }) => currentTarget.open && onOpen())}
    >
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
