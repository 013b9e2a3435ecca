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

const compound = /(\S*\p{L}-\p{L}\S*)/u;
/** Letters of a compound that still fits a narrow phone. */
const widest = 16;

/** A short word keeps together at its hyphen: "e-mail" isn't two words at a line's end. */
function unparted(title: string) {
  return title.split(compound).map((piece, index) =>
    index % 2 === 1 && piece.length <= widest ? (
      <span key={piece} className={styles.whole}>
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}

type Props = { readonly title: string; readonly step?: string | undefined; readonly lead?: string | undefined };

/** The page's one h1, with where she is on a longer way. */
export function Heading({ title, step, lead }: Props) {
  return (
    <div className={styles.heading}>
      {step ? <p className={styles.step}>{step}</p> : null}
      <h1>{unparted(title)}</h1>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
    </div>
  );
}
