import styles from './install-offer.module.css';

/** With the signs that the phone shows, since its own words may be in another language. */
export function InstallByHand({ share, add }: { readonly share: string; readonly add: string }) {
  return (
    <ol className={styles.steps}>
      <li>
        <Sign path="M12 15V3M8 7l4-4 4 4M8 10H5v11h14V10h-3" />
        {share}
      </li>
      <li>
        <Sign path="M4 4h16v16H4zM12 8v8M8 12h8" />
        {add}
      </li>
    </ol>
  );
}

function Sign({ path }: { readonly path: string }) {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
    >
      <path d={path} />
    </svg>
  );
}
