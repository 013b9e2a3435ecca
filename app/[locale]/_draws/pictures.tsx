import type { ReactNode } from 'react';
import styles from './pictures.module.css';

/** Four pictures of how the draw works. What they show stands in words beside each, so they say nothing by themselves. */
function Picture({ children }: { readonly children: ReactNode }) {
  return (
    <svg className={styles.picture} viewBox="0 0 300 90" aria-hidden="true">
      {children}
    </svg>
  );
}

const line = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const step = 36;
const begin = 24;

function Person({ x, y = 45, look }: { readonly x: number; readonly y?: number; readonly look?: 'got' | undefined }) {
  return (
    <g className={look === 'got' ? styles.got : styles.waits}>
      <circle cx={x} cy={y - 13} r="7" />
      <path d={`M${x - 10} ${y + 16}v-8a10 10 0 0 1 20 0v8z`} />
    </g>
  );
}

/** The first half of the line goes through a gate. */
export function OldestFirst() {
  return (
    <Picture>
      <path className={styles.edge} d={`M${begin + 3.5 * step} 8v74`} />
      {line.map((place) => (
        <Person key={place} x={begin + place * step} look={place < 4 ? 'got' : undefined} />
      ))}
    </Picture>
  );
}

/** The rest of the line changes places. */
export function Mixed() {
  return (
    <Picture>
      <path className={styles.edge} d={`M${begin + 3.5 * step} 8v74`} />
      <path className={styles.way} d="M168 24C190 2 226 2 240 20M204 70c20 18 60 18 72-2M240 74c-12 14-50 16-66-4" />
      {line.map((place) => (
        <Person key={place} x={begin + place * step} look={place < 4 ? 'got' : undefined} />
      ))}
    </Picture>
  );
}

/** Three doors; the first is full, the second has room. */
export function FirstPort() {
  return (
    <Picture>
      <Person x={30} look="got" />
      <path className={styles.way} d="M50 45h58M108 45l-10-7M108 45l-10 7" />
      {[0, 1, 2].map((port) => (
        <g key={port}>
          <path
            className={port === 1 ? styles.open : styles.edge}
            d={`M${124 + port * 60} 78V24a18 18 0 0 1 36 0v54z`}
          />
          {port === 0 ? <path className={styles.edge} d="M128 30l28 40M156 30l-28 40" /> : null}
        </g>
      ))}
    </Picture>
  );
}

/** Three people within one frame, at one place of the line. */
export function Together() {
  return (
    <Picture>
      <Person x={begin} />
      <Person x={begin + step} />
      <rect className={styles.open} x="78" y="10" width="116" height="70" rx="12" />
      {[100, 136, 172].map((x) => (
        <Person key={x} x={x} look="got" />
      ))}
      <Person x={222} />
      <Person x={258} />
    </Picture>
  );
}
