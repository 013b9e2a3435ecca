import type { ReactNode } from 'react';
import styles from './summary-list.module.css';

export type SummaryRow = {
  readonly term: string;
  readonly value: ReactNode;
  /** Read out instead of the bare word, so that five links "Change" can be told apart. */
  readonly change?: { readonly href: string; readonly text: string; readonly spoken: string } | undefined;
};

/** What was answered, or what holds: term and value. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className={styles.list}>
      {rows.map((row) => (
        <div key={row.term} className={styles.row}>
          <dt className={styles.term}>{row.term}</dt>
          <dd className={styles.value}>{row.value}</dd>
          {row.change ? (
            <dd className={styles.change}>
              <a href={row.change.href} aria-label={row.change.spoken}>
                {row.change.text}
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
