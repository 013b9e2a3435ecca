import { width } from './draw-sizes.ts';
import styles from './size-bar.module.css';

/** A bar for `drawSizes`. */
export function SizeBar() {
  return (
    <svg
      className={styles.bar}
      viewBox={`0 0 ${width} 24`}
      preserveAspectRatio="none"
      aria-hidden="true"
      data-shared={styles.shared}
      data-other={styles.language}
    />
  );
}
