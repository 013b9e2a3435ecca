import styles from './heading.module.css';

export function BackLink({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <a href={href} className={styles.back} data-silent>
      <svg className={styles.arrow} width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path d="M12 4l-6 6 6 6" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
      </svg>
      {text}
    </a>
  );
}

type Props = { readonly title: string; readonly step?: string | undefined; readonly lead?: string | undefined };

/** The page's one h1, with where she is on a longer way. */
export function Heading({ title, step, lead }: Props) {
  return (
    <div className={styles.heading}>
      {step ? <p className={styles.step}>{step}</p> : null}
      <h1>{title}</h1>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
    </div>
  );
}
