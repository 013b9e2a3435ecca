import type { ReactNode } from 'react';
import styles from './panel.module.css';

type Inside = { readonly children: ReactNode };

/** Things below each other; `close` where they belong together. */
export function Stack({ children, isClose = false }: Inside & { readonly isClose?: boolean }) {
  return <div className={isClose ? `${styles.stack ?? ''} ${styles.close ?? ''}` : styles.stack}>{children}</div>;
}

/** Two things, the second beside the first on paper. */
export function Beside({ children }: Inside) {
  return <div className={`${styles.beside ?? ''} ${styles.stack ?? ''}`}>{children}</div>;
}

export function Card({ children }: Inside) {
  return <section className={styles.card}>{children}</section>;
}

/** What matters less, still at full contrast. */
export function Quiet({ children }: Inside) {
  return <p className={styles.quiet}>{children}</p>;
}

/**
 * A code to be told or copied by hand, which the phone does not say aloud; always from left to right, its last line below
 * the first sign of the others.
 */
export function Code({ children }: Inside) {
  return (
    <p dir="ltr" data-silent className={styles.code}>
      {children}
    </p>
  );
}

export function ScriptedOnly({ children }: Inside) {
  return <div className={`${styles.scripted ?? ''} ${styles.stack ?? ''}`}>{children}</div>;
}

export function Unprinted({ children }: Inside) {
  return <div className={`${styles.unprinted ?? ''} ${styles.stack ?? ''}`}>{children}</div>;
}
