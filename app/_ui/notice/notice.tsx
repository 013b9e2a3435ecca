import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** The look only supports the words: nothing is told by colour alone. */
export type NoticeLook = 'plain' | 'good' | 'wait';

type Props = { readonly look?: NoticeLook; readonly title?: string | undefined; readonly children?: ReactNode };

/** Something worth knowing, between other things. The heading is of the second level. */
export function Notice({ look = 'plain', title, children }: Props) {
  return (
    <section className={[styles.notice, look === 'plain' ? '' : styles[look]].filter(Boolean).join(' ')}>
      {title ? <h2>{title}</h2> : null}
      {children}
    </section>
  );
}

/** Marks what stands for the real thing in a demonstration. */
export function SandboxNotice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="note" aria-label={label} className={`${styles.notice ?? ''} ${styles.sandbox ?? ''}`}>
      {children}
    </div>
  );
}
