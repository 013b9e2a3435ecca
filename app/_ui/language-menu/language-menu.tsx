import { type Locale, localeFacts } from '#core/language/locales.ts';
import { publishedLocales } from '#core/language/published.ts';
import { pageFormId } from '../form/form.tsx';
import styles from './language-menu.module.css';

type Props = {
  readonly locale: Locale;
  /** The page's path without its locale, with its query. */
  readonly page: string;
  /** A form's menu sends the form along, so that nothing typed is lost; others are plain links. */
  readonly isForm: boolean;
  readonly label: string;
};

/** Each language by its own name. Opens without a script. */
export function LanguageMenu({ locale, page, isForm, label }: Props) {
  return (
    <>
      {isForm ? <SentByEnter /> : null}
      <details className={styles.menu}>
        <summary className={styles.summary}>
          <svg
            width="22"
            height="22"
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
            aria-hidden="true"
          >
            <circle cx="12" cy="12" r="9" />
            <path d="M3 12h18M12 3c3 3 3.6 6 3.6 9s-.6 6-3.6 9c-3-3-3.6-6-3.6-9S9 6 12 3z" />
          </svg>
          <span className={styles.hidden}>{label}</span> <span>{localeFacts[locale].name}</span>
        </summary>
        <ul className={styles.list}>
          {publishedLocales.map((other) => (
            <li key={other}>
              {other === locale ? (
                <span className={`${styles.item ?? ''} ${styles.current ?? ''}`} aria-current="true" lang={other}>
                  <bdi>{localeFacts[other].name}</bdi>
                </span>
              ) : (
                <Way to={other} page={page} isForm={isForm} />
              )}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/**
 * "Go" on a phone's keyboard presses the form's first button, wherever that stands: without this one it would be that of
 * another language.
 */
function SentByEnter() {
  return <button type="submit" form={pageFormId} tabIndex={-1} aria-hidden="true" className={styles.hidden} />;
}

function Way({ to, page, isForm }: { readonly to: Locale; readonly page: string; readonly isForm: boolean }) {
  // The name reads in its own direction, and stands where all the others do.
  const name = <bdi>{localeFacts[to].name}</bdi>;
  if (!isForm) {
    return (
      <a href={page === '' ? `/${to}` : `/${to}/${page}`} lang={to} hrefLang={to} className={styles.item}>
        {name}
      </a>
    );
  }
  // URL-encoded also where the form has a photo: changing the language should not upload it.
  return (
    <button
      type="submit"
      form={pageFormId}
      formAction={`/api/language?to=${to}`}
      formEncType="application/x-www-form-urlencoded"
      formNoValidate
      lang={to}
      className={styles.item}
    >
      {name}
    </button>
  );
}
