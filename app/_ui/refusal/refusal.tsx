import { buttonClass } from '../button/button.tsx';
import styles from '../error-summary/error-summary.module.css';
import type { RefusalBook } from './refusal-words.ts';

/** Where it is told what stands in the way, as soon as the phone knows it (`tell-refusal.ts`). */
export function Refusal({ book }: { readonly book: RefusalBook }) {
  return (
    <div
      hidden
      role="alert"
      tabIndex={-1}
      className={styles.summary}
      data-refusal={JSON.stringify(book)}
      data-way={buttonClass('second')}
    />
  );
}
