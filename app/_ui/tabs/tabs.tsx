import styles from './tabs.module.css';

export type Tab = { readonly href: string; readonly text: string; readonly isCurrent: boolean };

/** A row of links of which one is where you are. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label}>
      <ul className={styles.tabs}>
        {tabs.map(({ href, text, isCurrent }) => (
          <li key={href}>
            <a href={href} aria-current={isCurrent ? 'page' : undefined} className={styles.tab}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
