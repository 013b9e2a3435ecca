import styles from './exact.module.css';

/** Numbers to compare sign by sign: never read aloud, and always from left to right. */
export function Exact({ rows }: { readonly rows: readonly (readonly [term: string, text: string])[] }) {
  return (
    <dl className={styles.list}>
      {rows
        .filter(([, text]) => text !== '')
        .map(([term, text]) => (
          <div key={term}>
            <dt className={styles.term}>{term}</dt>
            <dd dir="ltr" data-silent className={styles.text}>
              {text}
            </dd>
          </div>
        ))}
    </dl>
  );
}
