import styles from './bar.module.css';

/** A share of 0 to 100 as a bar, for the eye alone: the same stands in words in the cell. */
export function Bar({ percent }: { readonly percent: number }) {
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false" className={styles.bar}>
      <rect width={percent} height="8" />
    </svg>
  );
}
