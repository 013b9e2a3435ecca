import { type Locale, localeFacts } from '#core/language/locales.ts';
import { publishedLocales } from '#core/language/published.ts';
import styles from './language-list.module.css';

/** Every language of the screens by its own name, the page's own first. Leads to the first page in it. */
export function LanguageList({ locale, current }: { readonly locale: Locale; readonly current: string }) {
  const inOrder = [...publishedLocales].sort((one, other) => Number(other === locale) - Number(one === locale));
  return (
    <ul className={styles.list}>
      {inOrder.map((other) => (
        <li key={other}>
          <a
            href={`/${other}`}
            hrefLang={other}
            className={other === locale ? `${styles.way ?? ''} ${styles.current ?? ''}` : styles.way}
          >
            <bdi lang={other}>{localeFacts[other].name}</bdi>
            {other === locale ? <span className={styles.note}>{current}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  );
}
