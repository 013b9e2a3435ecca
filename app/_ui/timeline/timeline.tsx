import styles from './timeline.module.css';

export type TimelineItem = { readonly key: string; readonly when: string; readonly what: string };

/** What happened, the newest first; each item reads as time and sentence. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol className={styles.list}>
      {items.map(({ key, when, what }) => (
        <li key={key} className={styles.item}>
          <p className={styles.when}>{when}</p>
          <p>{what}</p>
        </li>
      ))}
    </ol>
  );
}
