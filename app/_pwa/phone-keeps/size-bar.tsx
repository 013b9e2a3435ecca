import styles from './size-bar.module.css';

const width = 300;
const gap = 3;

/** How much each part takes of all, as a picture; the words stand beside it. From the right where the language is. */
export function SizeBar({ parts }: { readonly parts: readonly number[] }) {
  const all = parts.reduce((sum, part) => sum + part, 0);
  const begins = parts.map((_, index) => (parts.slice(0, index).reduce((sum, part) => sum + part, 0) / all) * width);
  return (
    <svg className={styles.bar} viewBox={`0 0 ${width} 24`} preserveAspectRatio="none" aria-hidden="true">
      {parts.map((part, index) => (
        <rect
          key={begins[index]}
          x={begins[index]}
          width={Math.max(1, (part / all) * width - gap)}
          height="24"
          className={index === 0 ? styles.shared : styles.language}
        />
      ))}
    </svg>
  );
}
